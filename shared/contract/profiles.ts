import { z } from 'zod'
import {
  ADMIN_PASSWORDS,
  OWNERSHIPS,
  PRIMARY_ACCOUNTS,
  REGISTRATION_POLICIES,
  STAGING_MODES,
  type ConsoleSettings,
  type Profile,
  type ProfileCertificate,
  type ProfileDifference,
  type ProfileFinding,
  type ProfileVersion,
  type ServerFailure,
  type ServerTrust,
  type ServiceConfig,
} from '../model/profile.ts'
import { call, push, type } from './define.ts'
import { ASKING_APPLE, groupPath, nameText } from './tokens.ts'

/** Apple's profiles have a few kilobytes; certificates make them some more. */
export const MAX_PROFILE_CHARACTERS = 1024 * 1024

/** A chain of certificates has some kilobytes. */
export const MAX_CERTIFICATE_FILE_BYTES = 1024 * 1024
const MAX_CERTIFICATES = 200

/** An id, or a name whatever the case of its letters. */
const profile = z.string().trim().min(1).max(200)
const token = z.string().trim().min(1).max(200)
const text = z.string().max(MAX_PROFILE_CHARACTERS)
const version = z.number().int().positive()
const shortText = z.string().trim().max(200).nullable()

const consoleSettings = z.strictObject({
  authentication: z.boolean().nullable(),
  ownership: z.enum(OWNERSHIPS).nullable(),
  deviceGroup: groupPath.nullable(),
  stagingMode: z.enum(STAGING_MODES).nullable(),
  stagingUser: shortText,
  customPrompt: shortText,
  registration: z.enum(REGISTRATION_POLICIES).nullable(),
  primaryAccount: z.enum(PRIMARY_ACCOUNTS).nullable(),
  primaryFilled: z.boolean().nullable(),
  primaryEditable: z.boolean().nullable(),
  adminAccount: z.boolean().nullable(),
  adminUser: shortText,
  adminFullName: shortText,
  adminPassword: z.enum(ADMIN_PASSWORDS).nullable(),
  adminHidden: z.boolean().nullable(),
}) satisfies z.ZodType<ConsoleSettings>

/** What can be said about the text of a profile without asking Apple. */
export type ProfileCheck = {
  /** Apple would take it. */
  readonly valid: boolean
  readonly errors: readonly ProfileFinding[]
  readonly warnings: readonly ProfileFinding[]
  readonly advice: readonly ProfileFinding[]
}

const ASKING = [
  'vault.locked',
  'vault.missing',
  'vault.damaged',
  'token.not-found',
  'profile.not-found',
  ...ASKING_APPLE,
] as const

export const profiles = {
  list: call({ input: z.strictObject({}), output: type<readonly Profile[]>() }),

  show: call({ input: z.strictObject({ profile }), output: type<Profile>(), fails: ['profile.not-found'] }),

  check: call({ input: z.strictObject({ text }), output: type<ProfileCheck>() }),

  /** The certificates of a file, PEM, DER or PKCS#7, as they go into a profile. Stores nothing; `bad-input` if there is none. */
  readCertificates: call({
    input: z.strictObject({
      file: z.custom<Uint8Array>(
        (value) => value instanceof Uint8Array && value.length <= MAX_CERTIFICATE_FILE_BYTES,
        'a file of certificates is expected',
      ),
    }),
    output: type<readonly ProfileCertificate[]>(),
  }),

  /** Whose certificates these are, in the same order; null for what is none. */
  describeCertificates: call({
    input: z.strictObject({ certificates: z.array(text).max(MAX_CERTIFICATES) }),
    output: type<readonly (ProfileCertificate | null)[]>(),
  }),

  /**
   * What a management service says of itself at `/MDMServiceConfig`: for `url` and `anchor_certs`. `server`: its name or any
   * https address there. `anchors`: trusted for this question too. Stores nothing. What went wrong on the way is an
   * answer; `bad-input` for what is no server.
   */
  askServer: call({
    input: z.strictObject({ server: z.string().trim().min(1).max(2000), anchors: z.array(text).max(MAX_CERTIFICATES) }),
    output: type<ServiceConfig | ServerFailure>(),
  }),

  /** Whether a device with this profile would trust the server at its `url`. Connects and sends nothing. */
  checkServer: call({
    input: z.strictObject({ text }),
    output: type<ServerTrust | ServerFailure>(),
    fails: ['profile.not-json'],
  }),

  /**
   * Keeps the text of a JSON object as the draft of the profile of this name, which is made where there is none. A
   * profile that Apple would refuse is kept too: it is a draft. `profile.not-json` for anything else.
   */
  import: call({
    input: z.strictObject({ text, name: nameText.optional(), group: groupPath.optional() }),
    output: type<{ readonly profile: Profile; readonly created: boolean }>(),
    fails: ['profile.not-json', 'group.not-found', 'db.busy'],
  }),

  /** A member that is not named stays as it is. `updatedAt` as last read: `profile.changed-meanwhile` if it is not that. */
  edit: call({
    input: z.strictObject({
      profile,
      updatedAt: z.number().optional(),
      name: nameText.optional(),
      group: groupPath.optional(),
      text: text.optional(),
      console: consoleSettings.optional(),
      notes: z.string().max(10_000).optional(),
    }),
    output: type<Profile>(),
    fails: [
      'profile.not-found',
      'profile.name-taken',
      'profile.changed-meanwhile',
      'profile.not-json',
      'group.not-found',
      'db.busy',
    ],
  }),

  /** Hides it; its versions stay known, because Apple keeps them. Refused while it is a default. */
  remove: call({
    input: z.strictObject({ profile }),
    output: type<null>(),
    fails: ['profile.not-found', 'profile.in-use', 'db.busy'],
  }),

  /** The body of a version as it was sent. */
  body: call({
    input: z.strictObject({ profile, version }),
    output: type<string>(),
    fails: ['profile.not-found', 'profile.version-not-found'],
  }),

  /** What differs from one version to another, member by member; version 0 is the draft. */
  diff: call({
    input: z.strictObject({ profile, from: version.or(z.literal(0)), to: version.or(z.literal(0)) }),
    output: type<{ readonly differences: readonly ProfileDifference[]; readonly deviceCount: number }>(),
    fails: ['profile.not-found', 'profile.version-not-found', 'profile.not-json'],
  }),

  /**
   * Defines the draft at the token's server and reads it back. Every definition makes another profile there, so it is
   * never repeated by itself: after `ade.outcome-unknown`, or a kill in between, the version is `unknown`.
   * `profile.invalid` names what Apple would refuse; nothing is sent then. `profile.unsure`: an earlier attempt may have
   * been carried out, which `again` overrules.
   */
  publish: call({
    input: z.strictObject({ profile, token, again: z.boolean().optional() }),
    output: type<{
      readonly profile: Profile
      readonly version: ProfileVersion
      /** What Apple stored otherwise than it was sent. */
      readonly differences: readonly ProfileDifference[]
    }>(),
    fails: [...ASKING, 'profile.invalid', 'profile.unsure', 'ade.outcome-unknown', 'db.busy'],
  }),

  /** Asks Apple whether it still knows the versions of a profile, and notes what it answers. */
  verify: call({ input: z.strictObject({ profile }), output: type<Profile>(), fails: ASKING }),

  /** Which profile devices get that come to the token from now on; null: none. */
  setDefault: call({
    input: z.strictObject({ profile: profile.nullable(), token }),
    output: type<Profile | null>(),
    fails: ['profile.not-found', 'token.not-found', 'db.busy'],
  }),

  changed: push<null>(),
} as const
