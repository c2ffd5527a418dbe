import type { TokenStatus } from './device.ts'
import type { RegistrationTokenId, Serial } from './ids.ts'

/** `single`: the token alone. `two`: the token, and then the user's own name and password. */
export const REGISTRATION_FACTORS = ['single', 'two'] as const
export type RegistrationFactor = (typeof REGISTRATION_FACTORS)[number]

/** Characters of a value, as the console allows them. */
export const REGISTRATION_LENGTH = { least: 6, most: 20, usual: 8 } as const

/** What a new registration token looks like. */
export type RegistrationRule = { readonly factor: RegistrationFactor; readonly length: number }

export const USUAL_RULE: RegistrationRule = { factor: 'single', length: REGISTRATION_LENGTH.usual }

/** A rule that counts somewhere, and the path of the group that sets it; null where nobody does. */
export type EffectiveRule = RegistrationRule & { readonly from: string | null }

/**
 * Where one registration token is on its way. `revoked` and `replaced` were done here; the others follow from the token
 * status of its device: `used` when it enrolled with it, `unused` when it enrolled without.
 */
export const REGISTRATION_ENDS = ['used', 'unused', 'revoked', 'replaced', 'expired', 'blocked'] as const
export type RegistrationEnd = (typeof REGISTRATION_ENDS)[number]
export const REGISTRATION_STATES = ['active', ...REGISTRATION_ENDS] as const
export type RegistrationState = (typeof REGISTRATION_STATES)[number]

/** Without its value, which leaves the core only on request. Times: milliseconds UTC. */
export type RegistrationToken = RegistrationRule & {
  readonly id: RegistrationTokenId
  readonly state: RegistrationState
  readonly issuedAt: number
  /** When it was revoked or replaced here, or gave way to a new one; null while it is the last one. */
  readonly endedAt: number | null
  /** Whether its value can still be shown. */
  readonly hasValue: boolean
}

/** What is known of the registration of one device. */
export type DeviceRegistration = {
  readonly serial: Serial
  readonly tokenStatus: TokenStatus
  /** When that became known; null where nobody has said anything. */
  readonly tokenStatusAt: number | null
  readonly group: string | null
  readonly rule: EffectiveRule
  /** Newest first. */
  readonly tokens: readonly RegistrationToken[]
}

/** A value as it is handed over. Secret: shown on request, never kept by whoever asked. */
export type RegistrationValue = {
  readonly serial: Serial
  readonly value: string
  readonly factor: RegistrationFactor
  readonly user: string | null
  readonly deviceName: string | null
}

export const REGISTRATION_ACTS = ['issue', 'reset', 'revoke'] as const
export type RegistrationAct = (typeof REGISTRATION_ACTS)[number]

/** What an act comes to for a device: it is done, it has one already, it has none, it is blocked, Apple lists it no more. */
export const REGISTRATION_OUTCOMES = ['change', 'same', 'none', 'blocked', 'gone'] as const
export type RegistrationOutcome = (typeof REGISTRATION_OUTCOMES)[number]

/** How many devices have each outcome; unknown serial numbers count as gone. */
export type RegistrationPlan = Readonly<Record<RegistrationOutcome, number>> & { readonly total: number }

/** A registration token that has ended stays as it ended; of an open one the device's own status tells. */
export function registrationState(endedBy: RegistrationEnd | null, tokenStatus: TokenStatus): RegistrationState {
  if (endedBy !== null) return endedBy
  switch (tokenStatus) {
    case 'compliant':
      return 'used'
    case 'not-applicable':
      return 'unused'
    case 'registration-expired':
      return 'expired'
    case 'blocked':
      return 'blocked'
    // Nothing has contradicted it since it was issued: issuing dates the device's status.
    case 'none':
    case 'registration-active':
    case 'allowed':
      return 'active'
  }
}

export type RegistrationStanding = {
  readonly isPresent: boolean
  readonly tokenStatus: TokenStatus
  /** Of the last one issued here; null where there was none. */
  readonly lastState: RegistrationState | null
}

/**
 * What an act comes to. A device has one registration token at a time, so issuing leaves an active one as it is and a reset
 * replaces it. One that was issued elsewhere can be reset here too: the new value is ours from then on.
 */
export function registrationOutcome(act: RegistrationAct, standing: RegistrationStanding): RegistrationOutcome {
  const { isPresent, tokenStatus, lastState } = standing
  const isActive = lastState === 'active'
  if (act === 'revoke') return isActive || tokenStatus === 'registration-active' ? 'change' : 'none'
  if (!isPresent) return 'gone'
  if (tokenStatus === 'blocked') return 'blocked'
  if (act === 'issue') return isActive ? 'same' : 'change'
  const hadOne = lastState !== null || tokenStatus === 'registration-active' || tokenStatus === 'registration-expired'
  return hadOne ? 'change' : 'none'
}

/** The rule of the nearest group from this one up. Paths as stored. */
export function effectiveRule(group: string | null, rules: ReadonlyMap<string, RegistrationRule>): EffectiveRule {
  for (let path = group ?? ''; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const rule = rules.get(path)
    if (rule) return { ...rule, from: path }
  }
  return { ...USUAL_RULE, from: null }
}
