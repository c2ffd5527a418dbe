import type { TokenState } from '../../../shared/model/token.ts'
import { text } from '../../lib/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'

/** Of a token, or of anything else that expires. */
export type StateLabel = {
  readonly text: string
  readonly icon: IconName
  readonly tone: Tone
  /** Null where nothing has to be done. */
  readonly advice: { readonly meaning: string; readonly next: string } | null
}

export const TOKEN_STATE_LOOKS: Readonly<Record<TokenState, Pick<StateLabel, 'icon' | 'tone'>>> = {
  unverified: { icon: 'circle-dashed', tone: 'neutral' },
  ok: { icon: 'shield-check', tone: 'good' },
  expiring: { icon: 'clock', tone: 'warn' },
  expired: { icon: 'close-circle', tone: 'bad' },
  rejected: { icon: 'ban', tone: 'bad' },
  'terms-not-accepted': { icon: 'file-text', tone: 'warn' },
  'access-denied': { icon: 'shield-alert', tone: 'bad' },
  unreachable: { icon: 'cloud-off', tone: 'warn' },
}

/** The one name, shape and colour of each state of a token. */
export function tokenStateLabel(state: TokenState): StateLabel {
  const words = text().tokens.states[state]
  return { text: words.text, ...TOKEN_STATE_LOOKS[state], advice: 'meaning' in words ? words : null }
}
