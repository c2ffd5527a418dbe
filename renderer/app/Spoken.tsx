import { useMemo } from 'react'
import { dismissToast, type Feedback, type ToastMessage } from '../lib/feedback.ts'
import { useStore } from '../lib/store.ts'
import { text } from '../lib/text.ts'
import { LiveRegion, Toast, Toasts } from '../ui/Toast.tsx'

/** What the page says by itself: toasts to see, one live region to hear. */
export function Spoken({ feedback }: { readonly feedback: Feedback }) {
  const { toasts, announcement } = useStore(feedback)
  return (
    <>
      <Toasts label={text().frame.toasts}>
        {toasts.map((message) => (
          <OneToast key={message.id} message={message} feedback={feedback} />
        ))}
      </Toasts>
      <LiveRegion text={announcement} />
    </>
  )
}

function OneToast({ message, feedback }: { readonly message: ToastMessage; readonly feedback: Feedback }) {
  const { id, text, action, isRefusal } = message
  const dismiss = useMemo(() => () => dismissToast(feedback, id), [feedback, id])
  return <Toast text={text} action={action} isRefusal={isRefusal} onDismiss={dismiss} />
}
