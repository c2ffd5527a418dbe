import { text } from '../../lib/text.ts'
import type { MenuAction } from '../../ui/Menu.tsx'

/** The same entry in the drawer and for a selection. */
export function registrationAction(onAction: () => void): MenuAction {
  return { id: 'registration', text: text().registrationTokens.action, icon: 'key', onAction }
}
