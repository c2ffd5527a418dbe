import type { Credential, CredentialState } from '../../../shared/model/credential.ts'
import { text } from '../../lib/text.ts'
import { TOKEN_STATE_LOOKS, type StateLabel } from '../tokens/index.ts'

const LOOKS: Readonly<Record<CredentialState, Pick<StateLabel, 'icon' | 'tone'>>> = {
  ...TOKEN_STATE_LOOKS,
  'used-elsewhere': { icon: 'alert', tone: 'warn' },
}

/** The one name, shape and colour of each state, with what is to be done about it. */
export function credentialLabel({ state, kind }: Pick<Credential, 'state' | 'kind'>): StateLabel {
  const { states, renewBy } = text().credentials
  const words: { readonly text: string; readonly meaning?: string; readonly next?: string } = states[state]
  const renewal = kind === 'ade-token' ? undefined : renewBy[kind]
  const next = words.next ?? renewal
  const advice = words.meaning !== undefined && next !== undefined ? { meaning: words.meaning, next } : null
  return { text: words.text, ...LOOKS[state], advice }
}

/** Which reminder has been reached. */
export function levelText({ level }: Pick<Credential, 'level'>): string {
  const words = text().credentials.facts
  if (level === null) return words.levelNone
  return level === 0 ? words.levelExpired : words.levelReached(level)
}
