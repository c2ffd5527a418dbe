import { z } from 'zod'
import type { KeyId, TokenId } from '../model/ids.ts'
import type { Account, KeyPair, Token, TokenRemoval } from '../model/token.ts'
import { call, push, type } from './define.ts'

export const tokenId = z
  .string()
  .max(64)
  .transform((text) => text as TokenId)
const keyId = z
  .string()
  .max(64)
  .transform((text) => text as KeyId)

/** Names and group paths are short texts without line breaks. */
export const nameText = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}]*$/u, 'control characters are not allowed')
export const groupPath = z.string().max(1000).startsWith('/')

/** A person in free text. An address is only looked at as far as it is one line with an @. */
const contactText = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\p{Cc}]*$/u, 'control characters are not allowed')
  .transform((text) => text || null)
  .nullable()
export const contact = z.strictObject({
  name: contactText,
  email: contactText.refine(
    (text) => text === null || /^[^\s@]+@[^\s@]+$/.test(text),
    'an address has the form name@host',
  ),
})

/** `looked` of `total` device rows were looked at. */
export type RemovalProgress = { readonly looked: number; readonly total: number }

/** Token files are a few kilobytes; anything near this bound is something else. */
export const MAX_TOKEN_FILE_BYTES = 2 * 1024 * 1024

/** What may go wrong in any question to Apple. */
export const ASKING_APPLE = [
  'auth.expired',
  'auth.rejected',
  'auth.clock',
  'auth.session',
  'terms.not-accepted',
  'access.denied',
  'ade.refused',
  'ade.not-apple',
  'ade.busy',
  'ade.protocol',
  'net.unreachable',
  'net.timeout',
  'net.tls',
  'net.proxy',
  'net.redirected',
  'net.too-large',
] as const

export const tokens = {
  list: call({ input: z.strictObject({}), output: type<readonly Token[]>() }),

  /** Key pairs whose token file has not come yet, newest first. */
  stagedKeys: call({ input: z.strictObject({}), output: type<readonly KeyPair[]>() }),

  /** Makes an RSA key pair; the private key is sealed in the vault, the certificate goes to the portal. */
  createKey: call({
    input: z.strictObject({ name: nameText, group: groupPath.optional() }),
    output: type<KeyPair>(),
    fails: ['vault.locked', 'vault.missing', 'group.not-found'],
  }),

  discardKey: call({ input: z.strictObject({ keyId }), output: type<null>(), fails: ['token.not-found'] }),

  /** Opens a server token file, proves it with Apple and stores it; a failed renewal leaves the old token working. */
  importFile: call({
    input: z.strictObject({
      fileName: z.string().max(1000),
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes are expected'),
      name: nameText.optional(),
      group: groupPath.optional(),
      /** PEM of a private key made by another tool. */
      privateKey: z
        .string()
        .max(64 * 1024)
        .optional(),
      /** Skips the live proof: the token is stored as `unverified`. */
      offline: z.boolean().optional(),
      /** Accepts a file for another server in place of the token of this name. */
      forceServer: z.boolean().optional(),
    }),
    output: type<{ readonly token: Token; readonly renewed: boolean }>(),
    fails: [
      'vault.locked',
      'vault.missing',
      'vault.damaged',
      'token-file.too-large',
      'token-file.not-a-token',
      'token-file.damaged',
      'token-file.other-key',
      'token-file.unsupported-cipher',
      'token-file.incomplete',
      'token.other-server',
      'token.name-taken',
      'token.already-connected',
      'token.changed-meanwhile',
      'db.busy',
      'key.unusable',
      'group.not-found',
      'group.refused',
      ...ASKING_APPLE,
    ],
  }),

  /** Asks Apple now: session and account. */
  verify: call({
    input: z.strictObject({ tokenId }),
    output: type<{ readonly token: Token; readonly account: Account; readonly clockSkewSeconds: number | null }>(),
    fails: [
      'vault.locked',
      'vault.missing',
      'vault.damaged',
      'token.not-found',
      'token.other-server',
      'token.already-connected',
      ...ASKING_APPLE,
    ],
  }),

  /** Who looks after it. Null takes a contact away. */
  setContacts: call({
    input: z.strictObject({ tokenId, owner: contact.nullable(), deputy: contact.nullable() }),
    output: type<Token>(),
    fails: ['token.not-found'],
  }),

  /**
   * Its devices become history; nothing else is lost, and nothing changes at Apple. The token is gone at once, its
   * devices follow in portions. Whoever stops waiting stops nothing, and what a killed program left is done by the next.
   */
  remove: call({
    input: z.strictObject({ tokenId }),
    output: type<null>(),
    progress: type<RemovalProgress>(),
    fails: ['token.not-found', 'db.busy'],
  }),

  /** Removals whose devices are still on their way into history. */
  removals: call({ input: z.strictObject({}), output: type<readonly TokenRemoval[]>() }),

  changed: push<{ readonly ids: readonly TokenId[] }>(),
} as const
