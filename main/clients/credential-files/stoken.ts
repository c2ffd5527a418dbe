import { AppError } from '../../../shared/errors.ts'
import type { CredentialLookalike, FileRepair } from '../../../shared/model/credential-file.ts'
import { parseInstant } from '../../../shared/model/instant.ts'
import { Secret } from '../../../shared/secret.ts'
import { BerError, readBer } from '../token-file/ber.ts'
import { recogniseBer, recogniseJson, recognisePemLabel, recogniseText } from '../token-file/recognise.ts'
import { notAStoken } from './failures.ts'
import { fromBase64, textOf } from './text.ts'

/** About a kilobyte in practice. */
const MAX_BYTES = 64 * 1024
const MAX_ORG_NAME = 200
const BRACE = 0x7b
const SEQUENCE_OCTET = 0x30

export type Stoken = {
  /** The whole base64 text: this is what Apple is shown, never the member `token` of its content. */
  readonly credential: Secret
  readonly orgName: string
  /** Milliseconds UTC. */
  readonly expiresAt: number
  readonly repairs: readonly FileRepair[]
}

/**
 * Reads a content token as the portal gives it: one line of base64 around a JSON object with `token`, `expDate` and
 * `orgName`. Blanks and marks around and in the base64 are taken off; the content is never written anew.
 * Throws `stoken-file.not-a-stoken` with `looksLike`, `stoken-file.damaged`, or `stoken-file.incomplete`.
 * Source: Apple developer documentation, "Getting started with the management API"; files as zentral and Intune meet them.
 */
export function readStoken(file: Uint8Array): Stoken {
  if (file[0] === SEQUENCE_OCTET && file[1]! >= 0x80) throw notAStoken(recogniseDer(file))
  const { text, repairs } = textOf(file)
  const trimmed = text.trim()
  if (trimmed === '') throw notAStoken('empty')
  refuseOtherTexts(trimmed)
  const packed = trimmed.replace(/\s+/g, '')
  const content = fromBase64(packed)
  if (!content)
    throw isNearlyBase64(packed) ? damaged('the base64 text is cut short or altered') : notAStoken('unknown')
  // After the kind is known: what is too large to be one may be named as something else.
  if (file.length > MAX_BYTES) throw damaged('a content token has about a kilobyte')
  if (content[0] === SEQUENCE_OCTET) throw notAStoken(recogniseDer(content))
  const values = readValues(content)
  return {
    credential: new Secret(packed),
    ...values,
    repairs: packed === text.replace(/\r?\n$/, '') ? repairs : [...repairs, 'white-space'],
  }
}

function readValues(content: Buffer): Pick<Stoken, 'orgName' | 'expiresAt'> {
  const json = content
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim()
  if (json.charCodeAt(0) !== BRACE) throw notAStoken('unknown')
  const looksLike = recogniseJson(json)
  if (looksLike === 'decrypted-token') throw notAStoken(looksLike)
  const fields = parse(json)
  const { token, expDate, orgName } = fields
  const expiresAt = typeof expDate === 'string' ? parseInstant(expDate) : undefined
  const name =
    typeof orgName === 'string'
      ? orgName
          .replace(/\p{Cc}+/gu, ' ')
          .trim()
          .slice(0, MAX_ORG_NAME)
      : ''
  const unusable = [
    // Printable and without blanks: a flipped bit in the file makes something else of it.
    ...(typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? [] : ['token']),
    ...(expiresAt === undefined ? ['expDate'] : []),
    ...(name === '' || name.includes('\uFFFD') ? ['orgName'] : []),
  ]
  if (expiresAt === undefined || unusable.length > 0) {
    const names = unusable.join(', ')
    throw new AppError('stoken-file.incomplete', `missing or unusable: ${names}`, { facts: { fields: names } })
  }
  return { orgName: name, expiresAt }
}

function parse(json: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(json) as Record<string, unknown> // an object: it begins with a brace
  } catch {
    // Without the cause: the parser's message quotes what it read, and that is secret.
    throw damaged('the content is cut short or altered')
  }
}

/** What is text and not base64 is named; a PEM or MIME frame tells by its first line. */
function refuseOtherTexts(text: string): void {
  const looksLike = recogniseText(text)
  if (looksLike === 'apps-and-books-token') throw notAStoken('decoded-stoken')
  if (looksLike) throw notAStoken(looksLike)
  const label = /^-----BEGIN ([A-Z0-9 ]{1,40})-----/m.exec(text)?.[1]
  if (label !== undefined)
    throw notAStoken(recognisePemLabel(label) ?? (/PKCS7|CMS/.test(label) ? 'server-token' : 'unknown'))
  if (/^[!-9;-~]{1,70}:\s/.test(text)) throw notAStoken(/pkcs7-mime/i.test(text) ? 'server-token' : 'mail-message')
}

/** An enveloped message, encrypted for somebody, is what `recogniseBer` leaves unnamed: the server token of the portal. */
function recogniseDer(bytes: Uint8Array): CredentialLookalike {
  try {
    return recogniseBer(readBer(bytes)) ?? 'server-token'
  } catch (error) {
    if (error instanceof BerError) return 'unknown'
    throw error
  }
}

/** A base64 text with some wrong characters was one once; a letter to the editor never was. */
function isNearlyBase64(packed: string): boolean {
  return /^e[yw][A-Za-z0-9+/]{20}/.test(packed)
}

function damaged(what: string): AppError {
  return new AppError('stoken-file.damaged', what)
}
