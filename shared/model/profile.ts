import type { ProfileId } from './ids.ts'
import { REGISTRATION_FACTORS } from './registration-token.ts'

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** A profile as Apple takes it: known keys, and any others as they came. */
export type ProfileBody = Readonly<Record<string, JsonValue>>

export type ProfileKeyKind = 'text' | 'flag' | 'texts' | 'certificates'

/**
 * Keys of a profile, in the order of Apple's page.
 * Source: Apple developer documentation, framework "Device Management", page Profile (read August 2026).
 */
export const PROFILE_KEYS = {
  profile_name: 'text',
  url: 'text',
  allow_pairing: 'flag',
  anchor_certs: 'certificates',
  auto_advance_setup: 'flag',
  await_device_configured: 'flag',
  configuration_web_url: 'text',
  department: 'text',
  devices: 'texts',
  do_not_use_profile_from_backup: 'flag',
  is_mandatory: 'flag',
  is_mdm_removable: 'flag',
  is_multi_user: 'flag',
  is_return_to_service: 'flag',
  is_supervised: 'flag',
  language: 'text',
  region: 'text',
  org_magic: 'text',
  skip_setup_items: 'texts',
  supervising_host_certs: 'certificates',
  support_email_address: 'text',
  support_phone_number: 'text',
} as const satisfies Readonly<Record<string, ProfileKeyKind>>

/** `error`: Apple refuses it. `warning`: Apple takes it and it does hardly what was meant. `advice`: a recommendation. */
export type FindingLevel = 'error' | 'warning' | 'advice'

/** One thing said about a profile. */
export type ProfileFinding = {
  readonly level: FindingLevel
  /** The key, with a place in a list where there is one: `anchor_certs[2]`. Empty for the whole profile. */
  readonly path: string
  /** Apple's own word where there is one (CONFIG_NAME_INVALID), else the rule's name in this product. */
  readonly code: string
  /** Which rule: its words are in the catalogue, area `profileRules`. */
  readonly rule: ProfileRule
  /** What the words speak about: a limit, a length, a value. */
  readonly facts: Readonly<Record<string, string | number>>
}

export const PROFILE_RULES = [
  'not-an-object',
  'wrong-type',
  'name-required',
  'url-required',
  'empty-text',
  'too-long',
  'url-not-https',
  'language-form',
  'region-form',
  'removable-needs-supervision',
  'certificate-form',
  'unknown-key',
  'own-uuid',
  'too-many-devices',
  'devices-left-out',
  'unknown-skip-key',
  'legacy-skip-key',
  'repeated-skip-key',
  'web-url-not-https',
  'web-url-other-host',
  'url-is-an-address',
  'multi-user-needs-supervision',
  'auto-advance-needs-locale',
  'certificate-expired',
  'hosts-unused',
  'location-skipped',
  'not-supervised',
  'not-mandatory',
  'removable',
  'await-needs-release',
  'auto-advance-skips-all',
  'restore-hides-android',
  'terms-still-shown',
  'no-automatic-esim',
  'no-passcode',
  'pairing-deprecated',
  'no-migration',
] as const
export type ProfileRule = (typeof PROFILE_RULES)[number]

/**
 * Where a version stands at Apple. `defining`: asked for, and no answer stored yet. `unknown`: the answer never came, so
 * it may exist there. `gone`: Apple no longer knows it.
 */
export const VERSION_STATES = ['defining', 'published', 'unknown', 'gone'] as const
export type VersionState = (typeof VERSION_STATES)[number]

/** What was given to one token's server at one time. Never changed: an edit is another version. */
export type ProfileVersion = {
  /** 1, 2, 3 … within its profile. */
  readonly version: number
  /** Name of the token. */
  readonly token: string
  /** Apple's identifier; null until it is known. */
  readonly profileUuid: string | null
  readonly state: VersionState
  readonly publishedAt: number
  /** Of ADE Desk. */
  readonly appVersion: string
  /** Devices that Apple reports with it. */
  readonly deviceCount: number
}

export const STAGING_MODES = ['none', 'single-user', 'multi-user'] as const
export const OWNERSHIPS = ['corporate-dedicated', 'corporate-shared', 'employee-owned'] as const

/** What people need beside or in place of their password: nothing more, or a registration token as the console issues it. */
export const REGISTRATION_POLICIES = ['none', ...REGISTRATION_FACTORS] as const
export const PRIMARY_ACCOUNTS = ['skipped', 'standard', 'administrator'] as const
/** Whether every Mac has the same password. The password itself is the console's and is not kept here. */
export const ADMIN_PASSWORDS = ['same', 'random'] as const

/** Told to the console and not to Apple, which has no keys for it: kept with the profile so that it is in one place. Null: not noted. */
export type ConsoleSettings = {
  readonly authentication: boolean | null
  readonly ownership: (typeof OWNERSHIPS)[number] | null
  readonly deviceGroup: string | null
  readonly stagingMode: (typeof STAGING_MODES)[number] | null
  readonly stagingUser: string | null
  readonly customPrompt: string | null
  readonly registration: (typeof REGISTRATION_POLICIES)[number] | null
  /** Of a Mac: the account of whoever sets it up. */
  readonly primaryAccount: (typeof PRIMARY_ACCOUNTS)[number] | null
  /** Its names are filled in; they may be changed. */
  readonly primaryFilled: boolean | null
  readonly primaryEditable: boolean | null
  /** Of a Mac: an account for administrators beside it. */
  readonly adminAccount: boolean | null
  readonly adminUser: string | null
  readonly adminFullName: string | null
  readonly adminPassword: (typeof ADMIN_PASSWORDS)[number] | null
  readonly adminHidden: boolean | null
}

export const NO_CONSOLE_SETTINGS: ConsoleSettings = {
  authentication: null,
  ownership: null,
  deviceGroup: null,
  stagingMode: null,
  stagingUser: null,
  customPrompt: null,
  registration: null,
  primaryAccount: null,
  primaryFilled: null,
  primaryEditable: null,
  adminAccount: null,
  adminUser: null,
  adminFullName: null,
  adminPassword: null,
  adminHidden: null,
}

/** A certificate as a profile holds it: base64 of DER, on one line. */
export type ProfileCertificate = {
  readonly base64: string
  readonly subject: string
  readonly issuer: string
  readonly expiresAt: number
}

/** A profile of this product: one name over all its versions. */
export type Profile = {
  readonly id: ProfileId
  readonly name: string
  readonly group: string
  /** The text as imported or edited, byte for byte. */
  readonly draft: string
  /** False when the newest version of every token has this very body. */
  readonly isEdited: boolean
  readonly console: ConsoleSettings
  readonly notes: string
  /** Newest first. */
  readonly versions: readonly ProfileVersion[]
  /** Names of the tokens whose new devices get it by themselves. */
  readonly defaultOf: readonly string[]
  readonly updatedAt: number
}

/** One member that differs. Undefined where one of the two has it not. */
export type ProfileDifference = {
  readonly path: string
  readonly before: JsonValue | undefined
  readonly after: JsonValue | undefined
}

/** Why a server could not be asked, or what it answered with was of no use. */
export const SERVER_PROBLEMS = [
  'unreachable',
  'timeout',
  'not-trusted',
  'proxy',
  'redirected',
  'too-large',
  'not-offered',
  'refused',
  'no-config',
  'bad-url',
  'bad-anchors-url',
  'bad-anchors',
] as const
export type ServerProblem = (typeof SERVER_PROBLEMS)[number]

/** `host`: whom it is about; `detail`: a status, a reason, the item at fault; may be empty. */
export type ServerFailure = {
  readonly kind: 'failed'
  readonly problem: ServerProblem
  readonly host: string
  readonly detail: string
}

/** What a management service says of itself for whoever writes a profile (`MDMServiceConfig`). */
export type ServiceConfig = {
  readonly kind: 'found'
  /** For `url`; null where the service does not name it. */
  readonly url: string | null
  /** For `anchor_certs`. Null where the service does not name any place for them; empty: its certificate is publicly trusted. */
  readonly anchors: readonly ProfileCertificate[] | null
  /** Where people get a profile that makes their own computers trust the service. */
  readonly trustProfileUrl: string | null
}

export const TRUST_FAULTS = [
  'expired',
  'not-yet-valid',
  'other-name',
  'anchors-do-not-fit',
  'anchor-expired',
  'authority-unknown',
] as const
export type TrustFault = (typeof TRUST_FAULTS)[number]

/** What a device would say to the certificates at a profile's `url`. */
export type ServerTrust =
  | {
      readonly kind: 'trusted'
      /** Who vouches: an anchor of the profile, an authority devices know, or one that only this computer is sure to know. */
      readonly by: 'anchor' | 'public' | 'this-computer'
      readonly host: string
      readonly chain: readonly ProfileCertificate[]
    }
  | {
      readonly kind: 'not-trusted'
      readonly fault: TrustFault
      /** Without the anchors devices would trust it. */
      readonly isPublic: boolean
      readonly host: string
      readonly chain: readonly ProfileCertificate[]
      /** The certificate at fault, or the last one that came. */
      readonly subject: string
      readonly date: number | null
    }
