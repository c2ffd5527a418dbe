import { useEffect } from 'react'
import { IconButton } from './Button.tsx'
import { Icon } from './Icon.tsx'
import styles from './Toast.module.css'

const SHOWN_MS = 6000

export type ToastProps = { readonly text: string; readonly onDismiss: () => void }

/** For things that need no answer. Silent by itself: the live region speaks. */
export function Toast({ text, onDismiss }: ToastProps) {
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
      <IconButton label="Dismiss" icon="close" onPress={onDismiss} />
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
