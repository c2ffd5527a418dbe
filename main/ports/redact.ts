import { Secret } from '../../shared/secret.ts'

const MASK = '[secret]'
const MAX_DEPTH = 6
const MAX_ITEMS = 100
/** What is kept of a text. It is masked before it is cut: half a secret looks like no secret. */
const MAX_TEXT = 4000
const MAX_READ = 64 * 1024

/** Members that hold a secret wherever they appear. Compared in lower case without `-` and `_`. */
const SECRET_NAMES =
  /^(authorization|proxyauthorization|xadmauthsession|authsessiontoken|session|sessiontoken|oauthsignature|oauthtoken|oauthtokensecret|consumerkey|consumerkeyhint|consumersecret|accesstoken|accesssecret|secret|passphrase|newpassphrase|backuppassphrase|password|proxypassword|privatekey|privatekeypem|recoverycode|datakey|cookie|setcookie|bearer|stoken)$/

/** Members whose value is Apple's place in a list: long, of no use to a reader, and enough to go on reading with. */
const CURSOR_NAMES = /cursor$/
const CURSOR_LENGTH = 8

/** Apple's OAuth values carry their kind in front; private keys stand in PEM; proxies hold a password in the address. */
const SECRET_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g, MASK],
  [/\b(?:CK|CS|AT|AS)_[A-Za-z0-9]{8,}/g, MASK],
  [
    /\b((?:proxy-)?authorization|x-adm-auth-session|set-cookie|cookie)(["']?\s*[:=]\s*)(?:"(?:[^"\\]|\\.)*"|[^\r\n]+)/gi,
    `$1$2${MASK}`,
  ],
  [
    /\b(auth_session_token|oauth_[a-z_]+|(?:consumer|access)_(?:key|secret|token)|passphrase|password|recovery_?code)(\\?["']?\s*[:=]\s*)(?:\\?"(?:[^"\\]|\\[^"])*(?:\\?"|$)|[^\s,;&"'}]+)/gi,
    `$1$2${MASK}`,
  ],
  [/\b(Bearer|Basic|OAuth) +[A-Za-z0-9+/=._~-]{8,}/g, `$1 ${MASK}`],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${MASK}@`],
  [/\b(cursor\\?["']?\s*[:=]\s*\\?["']?)([\w+/=-]{8})[\w+/=-]+/gi, '$1$2…'],
]

/** What may be written to a log or a report: the same value with everything that looks like a secret masked. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value === undefined) return value
  if (value instanceof Secret) return MASK
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (depth >= MAX_DEPTH) return '[…]'
  if (value instanceof Error) return redactError(value, depth)
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redact(item, depth + 1))
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [redactText(name), redactMember(name, member, depth + 1)]),
    )
  }
  return `[${typeof value}]`
}

function redactMember(name: string, value: unknown, depth: number): unknown {
  const plain = name.toLowerCase().replaceAll(/[-_]/g, '')
  if (SECRET_NAMES.test(plain)) return value === null || value === undefined ? value : MASK
  if (CURSOR_NAMES.test(plain) && typeof value === 'string') return shorten(value)
  return redact(value, depth)
}

function shorten(cursor: string): string {
  return cursor.length > CURSOR_LENGTH ? `${cursor.slice(0, CURSOR_LENGTH)}…` : cursor
}

function redactText(text: string): string {
  const masked = SECRET_TEXTS.reduce((text, [pattern, mask]) => text.replace(pattern, mask), text.slice(0, MAX_READ))
  return masked.length > MAX_TEXT ? `${masked.slice(0, MAX_TEXT)}…` : masked
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const cause = error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }
  const code = 'code' in error ? { code: redact(error.code, depth + 1) } : {}
  return {
    name: error.name,
    ...code,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...cause,
  }
}
