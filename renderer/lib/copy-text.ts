import type { Desk } from './desk.ts'
import { toastRefusal } from './feedback.ts'
import { text } from './text.ts'

/**
 * Puts text on the clipboard; tells whether it is there now. The system refuses while another window is in front, or
 * where it lets no program write: that is said, with what to do.
 */
export async function copyText({ feedback }: Pick<Desk, 'feedback'>, value: string): Promise<boolean> {
  try {
    await globalThis.navigator.clipboard.writeText(value)
    return true
  } catch {
    toastRefusal(feedback, text().common.copyRefused)
    return false
  }
}
