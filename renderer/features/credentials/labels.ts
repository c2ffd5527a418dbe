import type { Credential, CredentialState } from '../../../shared/model/credential.ts'
import { text } from '../../lib/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'

export type CredentialLabel = {
  readonly text: string
  readonly icon: IconName
  readonly tone: Tone
  /** Null where nothing has to be done. */
  readonly advice: { readonly meaning: string; readonly next: string } | null
}

const LOOKS: Readonly<Record<CredentialState, Pick<CredentialLabel, 'icon' | 'tone'>>> = {
  unverified: { icon: 'circle-dashed', tone: 'neutral' },
  ok: { icon: 'shield-check', tone: 'good' },
  expiring: { icon: 'clock', tone: 'warn' },
  expired: { icon: 'close-circle', tone: 'bad' },
  rejected: { icon: 'ban', tone: 'bad' },
  'used-elsewhere': { icon: 'alert', tone: 'warn' },
  unreachable: { icon: 'cloud-off', tone: 'warn' },
  'terms-not-accepted': { icon: 'file-text', tone: 'warn' },
  'access-denied': { icon: 'shield-alert', tone: 'bad' },
}

/** The one name, shape and colour of each state, with what is to be done about it. */
export function credentialLabel({ state, kind }: Pick<Credential, 'state' | 'kind'>): CredentialLabel {
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
