import { useEffect } from 'react'
import { Button, IconButton } from './Button.tsx'
import { Icon } from './Icon.tsx'
import styles from './Toast.module.css'
import { useUiWords } from './words.ts'

const SHOWN_MS = 6000

export type ToastProps = {
  readonly text: string
  /** What it offers, such as to undo; the same must be reachable elsewhere, since toasts pass. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | null
  readonly onDismiss: () => void
}

/** For things that need no answer. Silent by itself: the live region speaks. */
export function Toast({ text, action = null, onDismiss }: ToastProps) {
  const words = useUiWords()
  useEffect(() => {
    const timer = setTimeout(onDismiss, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [onDismiss])
  return (
    <div className={styles.toast}>
      <span className={styles.icon}>
        <Icon name="check-circle" />
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

/** The page's one live region: whatever is put in is read aloud, politely. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <div className={styles.spoken} role="status" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  )
}
