import type { PlistValue, ProfileReading, Refusal } from './client-type.ts'
import { cmsType, readSigned } from './cms-signed.ts'
import { ENVELOPED_DATA, openEnvelope } from './cms-enveloped.ts'
import { readBinaryPlist } from './plist-binary.ts'
import { PlistError, readXmlPlist } from './plist-xml.ts'
import type { Secret } from '../../../shared/secret.ts'

/** Signed within encrypted within signed: no server does more. */
const MAX_WRAPPINGS = 4
const MAX_DETAIL_LENGTH = 300
const MAX_DETAILS = 20

const UNPROTECTED = { protection: 'unsigned', signature: undefined, isOpened: false } as const

/** An enrollment profile in any form a server may send it: XML or binary, bare, signed, encrypted. Fails never. */
export function readProfile(bytes: Uint8Array, deviceKey: Secret): ProfileReading {
  return unwrap(bytes, deviceKey, 0)
}

function unwrap(bytes: Uint8Array, deviceKey: Secret, depth: number): ProfileReading {
  const type = bytes[0] === 0x30 && depth < MAX_WRAPPINGS ? cmsType(bytes) : ''
  if (type === ENVELOPED_DATA) return opened(openEnvelope(bytes, deviceKey), deviceKey, depth)
  const message = type === '' ? undefined : readSigned(bytes)
  if (!message) return openPayloads({ ...UNPROTECTED, ...readBare(bytes) }, deviceKey, depth)
  const inner = unwrap(message.content, deviceKey, depth + 1)
  const signature = {
    isValid: message.isValid,
    signer: message.signer ? nameOf(message.signer.subject) : null,
    signerExpiresAt: message.signer ? message.signer.validToDate.getTime() : null,
  }
  return { ...inner, protection: inner.protection === 'encrypted' ? 'encrypted' : 'signed', signature }
}

function opened(content: Uint8Array | undefined, deviceKey: Secret, depth: number): ProfileReading {
  if (!content) return { ...UNPROTECTED, protection: 'encrypted', value: null, looksLike: 'encrypted' }
  return { ...unwrap(content, deviceKey, depth + 1), protection: 'encrypted', isOpened: true }
}

/** A profile whose payloads alone are encrypted has `EncryptedPayloadContent` in place of `PayloadContent`. */
function openPayloads(reading: ProfileReading, deviceKey: Secret, depth: number): ProfileReading {
  const { value } = reading
  if (!isDict(value) || !(value['EncryptedPayloadContent'] instanceof Uint8Array)) return reading
  const { EncryptedPayloadContent: encrypted, ...rest } = value
  const inner = opened(openEnvelope(encrypted, deviceKey), deviceKey, depth + 1)
  const isOpened = inner.value !== null
  return {
    ...reading,
    protection: 'encrypted',
    isOpened,
    value: isOpened ? { ...rest, PayloadContent: inner.value } : reading.value,
  }
}

function readBare(bytes: Uint8Array): Pick<ProfileReading, 'value' | 'looksLike'> {
  try {
    const isBinary = Buffer.from(bytes.subarray(0, 8)).toString('latin1') === 'bplist00'
    const value = isBinary ? readBinaryPlist(bytes) : readXmlPlist(Buffer.from(bytes).toString('utf8'))
    return { value, looksLike: 'property-list' }
  } catch (error) {
    if (error instanceof PlistError) return { value: null, looksLike: sniff(bytes) }
    throw error
  }
}

function sniff(bytes: Uint8Array): ProfileReading['looksLike'] {
  const start = Buffer.from(bytes.subarray(0, 2000)).toString('utf8').trimStart().toLowerCase()
  if (start === '') return 'empty'
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)*<(?:!doctype html|html|head|body)/.test(start)) return 'html'
  return /^[[{]\s*["{[\]}\d]/.test(start) ? 'json' : 'unknown'
}

/** `{code, message, description, details}` as JSON or as a property list. */
export function readRefusal(bytes: Uint8Array): Refusal | null {
  const body = readJson(bytes) ?? readBare(bytes).value
  if (!isDict(body) || typeof body['code'] !== 'string' || body['code'] === '') return null
  const { details, message, description } = body
  return {
    code: body['code'].slice(0, MAX_DETAIL_LENGTH),
    message: textOf(message) ?? textOf(description),
    details: isDict(details) ? detailsOf(details) : {},
  }
}

function readJson(bytes: Uint8Array): unknown {
  if (bytes.length > 65_536) return undefined
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

/** Plain members only: a token for a beta programme lies one level below. */
function detailsOf(details: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const plain = Object.entries(details)
    .filter(([key]) => !/token|secret|password/i.test(key))
    .flatMap(([key, value]) => {
      const text = textOf(value)
      return text === null ? [] : [[key, text] as const]
    })
  return Object.fromEntries(plain.slice(0, MAX_DETAILS))
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string' && value !== '') return value.slice(0, MAX_DETAIL_LENGTH)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

function isDict(value: unknown): value is Readonly<Record<string, PlistValue>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** `CN=Root\nO=Example` becomes "Root". */
export function nameOf(subject: string | undefined): string | null {
  const lines = (subject ?? '').split('\n').filter((line) => line !== '')
  const valueOf = (key: string) => lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1)
  return (valueOf('CN') ?? valueOf('O') ?? lines.join(', ')).slice(0, 200) || null
}
