import type { ErrorCode } from '../../../shared/errors.ts'
import type { KeyPair, Token } from '../../../shared/model/token.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'

/** `start` names the token (or explains the renewal) and makes the key pair. */
export const WIZARD_STEPS = ['start', 'certificate', 'portal', 'file', 'done'] as const
export type WizardStep = (typeof WIZARD_STEPS)[number]

export type PickedFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

export type Renewed = Pick<Token, 'id' | 'name' | 'group' | 'serverName' | 'adminId' | 'account'>

export type Wizard = {
  /** The token to renew; null connects a new one. */
  readonly renews: Renewed | null
  readonly step: WizardStep
  readonly key: KeyPair | null
  /** The work of the current step: making the pair, saving, proving. */
  readonly work: Remote<null>
  /** Where the certificate was saved. */
  readonly savedTo: string | null
  /** Kept after a failure, so that "try again" needs no second drop. */
  readonly file: PickedFile | null
  readonly connected: { readonly token: Token; readonly isRenewed: boolean } | null
}

const FRESH = { key: null, work: IDLE, savedTo: null, file: null, connected: null } as const

export function startConnecting(): Wizard {
  return { ...FRESH, renews: null, step: 'start' }
}

/** A pair made for this token earlier goes on where it stopped: its certificate may be in the portal already. */
export function startRenewing(token: Token, staged: readonly KeyPair[]): Wizard {
  const { id, name, group, serverName, adminId, account } = token
  const key = staged.find((pair) => pair.name === name) ?? null
  return {
    ...FRESH,
    renews: { id, name, group, serverName, adminId, account },
    step: key ? 'certificate' : 'start',
    key,
  }
}

export function continueWith(key: KeyPair, tokens: readonly Token[]): Wizard {
  const token = tokens.find(({ name }) => name === key.name)
  return token ? startRenewing(token, [key]) : { ...FRESH, renews: null, step: 'certificate', key }
}

export function goTo(wizard: Wizard, step: WizardStep): Wizard {
  return { ...wizard, step, work: IDLE }
}

/** Failures after which the file itself is fine and can be kept without Apple's word for now. */
const SAVABLE_OFFLINE: ReadonlySet<ErrorCode> = new Set([
  'terms.not-accepted',
  'auth.clock',
  'ade.busy',
  'ade.not-apple',
  'net.unreachable',
  'net.timeout',
  'net.tls',
  'net.proxy',
  'net.redirected',
])

export type ImportRemedy = 'save-offline' | 'accept-other-server' | 'save-certificate' | 'renew-other'

/** What the wizard offers, besides another file, after an import was refused. */
export function importRemedy(code: ErrorCode): ImportRemedy | null {
  if (SAVABLE_OFFLINE.has(code)) return 'save-offline'
  if (code === 'token.other-server') return 'accept-other-server'
  if (code === 'token.already-connected') return 'renew-other'
  if (code === 'token-file.other-key') return 'save-certificate'
  return null
}

/** A name for the certificate's file that every file system takes. */
export function certificateFileName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  return `${plain.slice(0, 60) || 'server'}.pem`
}
