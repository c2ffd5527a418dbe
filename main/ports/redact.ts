import { Secret } from '../../shared/secret.ts'

const MASK = '[secret]'
const MAX_DEPTH = 6
const MAX_TEXT = 4000

/** Members that hold a secret wherever they appear. Compared in lower case without `-` and `_`. */
const SECRET_NAMES =
  /^(authorization|proxyauthorization|xadmauthsession|authsessiontoken|consumerkey|consumersecret|accesstoken|accesssecret|passphrase|newpassphrase|password|privatekey|recoverycode|datakey|cookie|setcookie)$/

/** Apple's OAuth values carry their kind in front; private keys stand in PEM; proxies hold a password in the address. */
const SECRET_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:CK|CS|AT|AS)_[A-Za-z0-9]{8,}/g, MASK],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, MASK],
  [/\boauth_(?:signature|token|consumer_key)="[^"]*"/g, MASK],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${MASK}@`],
]

/** What may be written to a log or a report: the same value with everything that looks like a secret masked. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value === undefined) return value
  if (value instanceof Secret) return MASK
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (depth >= MAX_DEPTH) return '[…]'
  if (value instanceof Error) return redactError(value, depth)
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => redact(item, depth + 1))
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        SECRET_NAMES.test(name.toLowerCase().replaceAll(/[-_]/g, '')) ? MASK : redact(member, depth + 1),
      ]),
    )
  }
  return `[${typeof value}]`
}

function redactText(text: string): string {
  const short = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text
  return SECRET_TEXTS.reduce((masked, [pattern, mask]) => masked.replace(pattern, mask), short)
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
