import { useEffect, type ReactNode } from 'react'
import { Button, IconButton } from './Button.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './Icon.tsx'
import styles from './Toast.module.css'
import { useUiWords } from './words.ts'

const SHOWN_MS = 6000

export type ToastProps = {
  readonly text: string
  /** What it offers, such as to undo; the same must be reachable elsewhere, since toasts pass. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | null
  /** Something was asked for and not done. */
  readonly isRefusal?: boolean
  readonly onDismiss: () => void
}

/** For things that need no answer. Silent by itself: the live region speaks. */
export function Toast({ text, action = null, isRefusal = false, onDismiss }: ToastProps) {
  const words = useUiWords()
  useEffect(() => {
    const timer = setTimeout(onDismiss, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [onDismiss])
  return (
    <div className={styles.toast}>
      <span className={classNames(styles.icon, isRefusal && styles.refusal)}>
        <Icon name={isRefusal ? 'alert' : 'check-circle'} />
      </span>
      <span className={styles.text}>{text}</span>
      {action && (
        <Button
          variant="quiet"
          onPress={() => {
            action.onPress()
            onDismiss()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={words.dismiss} icon="close" onPress={onDismiss} />
    </div>
  )
}

/** Where toasts stand: above everything, and in reach also while a dialog hides the rest of the page. */
export function Toasts({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={styles.toasts} aria-label={label} data-react-aria-top-layer="true">
      {children}
    </section>
  )
}

/** The page's one live region: whatever is put in is read aloud, politely, also while a dialog hides the rest of the page. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <div className={styles.spoken} role="status" aria-live="polite" aria-atomic="true" data-live-announcer="true">
      {text}
    </div>
  )
}
