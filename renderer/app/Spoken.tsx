import { useMemo } from 'react'
import { dismissToast, type Feedback } from '../lib/feedback.ts'
import { useStore } from '../lib/store.ts'
import { LiveRegion, Toast } from '../ui/Toast.tsx'
import styles from './Frame.module.css'

/** What the page says by itself: toasts to see, one live region to hear. */
export function Spoken({ feedback }: { readonly feedback: Feedback }) {
  const { toasts, announcement } = useStore(feedback)
  return (
    <>
      <div className={styles.toasts}>
        {toasts.map(({ id, text }) => (
          <OneToast key={id} id={id} text={text} feedback={feedback} />
        ))}
      </div>
      <LiveRegion text={announcement} />
    </>
  )
}

function OneToast({ id, text, feedback }: { readonly id: number; readonly text: string; readonly feedback: Feedback }) {
  const dismiss = useMemo(() => () => dismissToast(feedback, id), [feedback, id])
  return <Toast text={text} onDismiss={dismiss} />
}
