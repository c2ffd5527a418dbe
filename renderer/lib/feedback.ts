import { createStore, type StoreApi } from './store.ts'

/** The one thing a toast may offer: usually to take back what it tells. */
export type ToastAction = { readonly label: string; readonly onPress: () => void }

export type ToastMessage = {
  readonly id: number
  readonly text: string
  readonly action: ToastAction | null
  /** It tells of something that was asked for and not done. */
  readonly isRefusal: boolean
}

/** What the page says without being asked: short messages that need no answer, and words for screen readers. */
export type FeedbackState = {
  readonly toasts: readonly ToastMessage[]
  readonly announcement: string
  readonly nextId: number
}

export type Feedback = StoreApi<FeedbackState>

const MAX_TOASTS = 3

export function createFeedback(): Feedback {
  return createStore<FeedbackState>()(() => ({ toasts: [], announcement: '', nextId: 1 }))
}

/** Shown for a few seconds and announced; never for something that must be answered. */
export function toast(feedback: Feedback, text: string, action: ToastAction | null = null): void {
  add(feedback, { text, action, isRefusal: false })
}

/** As `toast`, for something small that was asked for and not done: why, and what to do instead. */
export function toastRefusal(feedback: Feedback, text: string): void {
  add(feedback, { text, action: null, isRefusal: true })
}

function add(feedback: Feedback, message: Omit<ToastMessage, 'id'>): void {
  feedback.setState(({ toasts, nextId }) => ({
    toasts: [...toasts, { ...message, id: nextId }].slice(-MAX_TOASTS),
    announcement: message.text,
    nextId: nextId + 1,
  }))
}

export function dismissToast(feedback: Feedback, id: number): void {
  feedback.setState(({ toasts }) => ({ toasts: toasts.filter((item) => item.id !== id) }))
}

export function announce(feedback: Feedback, text: string): void {
  feedback.setState({ announcement: text })
}
