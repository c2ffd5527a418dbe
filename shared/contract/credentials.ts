import { z } from 'zod'
import type { Credential, CredentialList, PushRequest } from '../model/credential.ts'
import type { CredentialId, PushRequestId } from '../model/ids.ts'
import { Secret } from '../secret.ts'
import { call, push, type } from './define.ts'
import { contact, nameText } from './tokens.ts'

export const credentialId = z
  .string()
  .min(1)
  .max(200)
  .transform((text) => text as CredentialId)
const pushRequestId = z
  .string()
  .min(1)
  .max(64)
  .transform((text) => text as PushRequestId)

/** A content token has about a kilobyte, a push certificate with its chain a few. */
export const MAX_CREDENTIAL_FILE_BYTES = 256 * 1024

const fileBytes = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length <= MAX_CREDENTIAL_FILE_BYTES,
  `a file of at most ${MAX_CREDENTIAL_FILE_BYTES / 1024} KB is expected`,
)
const fileName = z.string().max(1000)
/** One line; an empty one is none. */
const lineText = (length: number) =>
  z
    .string()
    .trim()
    .max(length)
    .regex(/^[^\p{Cc}]*$/u, 'control characters are not allowed')
    .transform((text) => text || null)
export const accountText = lineText(200).nullable()
export const noteText = z
  .string()
  .trim()
  .max(2000)
  .transform((text) => text || null)
  .nullable()
/** Milliseconds UTC, within a century that makes sense. */
export const expiryTime = z.number().int().min(Date.UTC(2000, 0)).max(Date.UTC(2200, 0))
const passphrase = z
  .string()
  .max(1000)
  .transform((text) => new Secret(text))
export const emailText = lineText(200)
  .nullable()
  .refine((text) => text === null || /^[^\s@]+@[^\s@]+$/.test(text), 'an address has the form name@host')

/** Saving to `path`; from a page only to one the person chose. */
const target = z.strictObject({ path: z.string().min(1).max(4096) })

export const credentials = {
  /** Everything that expires: ADE tokens, content tokens, push certificates, certificates in profiles, own entries. */
  list: call({ input: z.strictObject({}), output: type<CredentialList>() }),

  /**
   * Opens a content token of Apps and Books and asks Apple about it without claiming its unit. One that Apple refuses is
   * not stored; one that Apple cannot be asked about is, as `unreachable`. A new file of the same library renews its record.
   */
  importStoken: call({
    input: z.strictObject({
      fileName,
      bytes: fileBytes,
      /** For a new record; a renewed one keeps its own. */
      name: nameText.optional(),
      /** Apple is not asked: stored as `unverified`. */
      offline: z.boolean().optional(),
    }),
    output: type<{ readonly credential: Credential; readonly renewed: boolean; readonly repairs: readonly string[] }>(),
    fails: [
      'vault.locked',
      'vault.missing',
      'vault.damaged',
      'db.busy',
      'stoken-file.not-a-stoken',
      'stoken-file.damaged',
      'stoken-file.incomplete',
      'credential.rejected',
      'credential.expired',
      'credential.older',
      'credential.other-library',
      'credential.name-taken',
      'credential.changed-meanwhile',
    ],
  }),

  /** "This is our console": the service that uses the unit now is no longer `used-elsewhere`. Changes nothing at Apple. */
  confirmService: call({
    input: z.strictObject({ id: credentialId }),
    output: type<Credential>(),
    fails: ['credential.not-found', 'credential.unsuitable'],
  }),

  /**
   * Takes a push certificate: PEM, DER or PKCS #12, its key in the same file, in `key`, or waiting here from `createCsr`.
   * Without a key its expiry is watched all the same. A file of a known topic renews that record. Any other needs to be
   * declared: `asNew`, or `renews` together with `confirm`, the sentence `TOPIC_CONFIRMATION`.
   */
  importPushCertificate: call({
    input: z.strictObject({
      fileName,
      bytes: fileBytes,
      /** PEM or DER of the private key. */
      key: fileBytes.optional(),
      /** Of the PKCS #12 file or of the key. */
      passphrase: passphrase.optional(),
      name: nameText.optional(),
      /** The Apple account in the push portal. Not given, a renewal keeps the known one. */
      account: accountText.optional(),
      renews: credentialId.optional(),
      asNew: z.boolean().optional(),
      confirm: z.string().max(200).optional(),
    }),
    output: type<{
      readonly credential: Credential
      readonly renewed: boolean
      /** Where the topic was changed on purpose: the one before. */
      readonly replacedTopic: string | null
      readonly repairs: readonly string[]
    }>(),
    fails: [
      'vault.locked',
      'vault.missing',
      'vault.damaged',
      'db.busy',
      'push-file.not-a-certificate',
      'push-file.damaged',
      'push-file.other-purpose',
      'push-file.passphrase',
      'push-file.key-mismatch',
      'push-file.key-unusable',
      'push-file.not-yet-valid',
      'credential.not-found',
      'credential.unsuitable',
      'credential.other-topic',
      'credential.older',
      'credential.name-taken',
      'credential.changed-meanwhile',
    ],
  }),

  /** Makes an RSA key and a request for a push certificate; the key is sealed in the vault and waits for the certificate. */
  createCsr: call({
    input: z.strictObject({ name: nameText, email: emailText.optional() }),
    output: type<PushRequest>(),
    fails: ['vault.locked', 'vault.missing', 'db.busy'],
  }),

  /** Requests whose certificate has not come yet, newest first. */
  requests: call({ input: z.strictObject({}), output: type<readonly PushRequest[]>() }),

  /** Forgets a request and its key: a certificate made from it can then no longer be completed here. */
  discardRequest: call({
    input: z.strictObject({ id: pushRequestId }),
    output: type<null>(),
    fails: ['credential.not-found'],
  }),

  /**
   * Asks Apple now about an ADE token or a content token; looks whether a push certificate and its sealed key fit. The
   * answer is in the state. Fails only where nothing could be found out or a token of ADE says so.
   */
  verify: call({
    input: z.strictObject({ id: credentialId }),
    output: type<Credential>(),
    fails: ['vault.locked', 'vault.missing', 'vault.damaged', 'credential.not-found', 'credential.other-library'],
  }),

  /** An entry of one's own. */
  add: call({
    input: z.strictObject({
      name: nameText,
      expiresAt: expiryTime,
      note: noteText.optional(),
      owner: contact.nullable().optional(),
      deputy: contact.nullable().optional(),
    }),
    output: type<Credential>(),
    fails: ['credential.name-taken'],
  }),

  /** What is not named stays. A date can only be changed of an own entry, an account only of a push certificate. */
  change: call({
    input: z.strictObject({
      id: credentialId,
      name: nameText.optional(),
      expiresAt: expiryTime.optional(),
      account: accountText.optional(),
      note: noteText.optional(),
    }),
    output: type<Credential>(),
    fails: ['credential.not-found', 'credential.unsuitable', 'credential.name-taken'],
  }),

  /** Who looks after it, of any kind. Null takes a contact away. */
  setContacts: call({
    input: z.strictObject({ id: credentialId, owner: contact.nullable(), deputy: contact.nullable() }),
    output: type<Credential>(),
    fails: ['credential.not-found'],
  }),

  /** Forgets it here, with what is sealed of it. Nothing changes at Apple. */
  remove: call({
    input: z.strictObject({ id: credentialId }),
    output: type<null>(),
    fails: ['credential.not-found', 'credential.unsuitable'],
  }),

  /** A calendar file (.ics) with one all-day event per expiry and an alarm per level; whole or not at all. */
  saveCalendar: call({
    input: target,
    output: type<{ readonly path: string; readonly events: number }>(),
    fails: ['file.unwritable'],
  }),

  /** The list as CSV; whole or not at all. */
  exportCsv: call({
    input: target,
    output: type<{ readonly path: string; readonly rows: number }>(),
    fails: ['file.unwritable'],
  }),

  /** Something in the list is other than before: read it again. */
  changed: push<null>(),
} as const
