import { AppError } from '../../../shared/errors.ts'
import { parseInstant } from '../../../shared/model/instant.ts'
import { Secret } from '../../../shared/secret.ts'
import { damaged } from './failures.ts'

/** What a token file holds: OAuth 1.0a values and the end of their validity in milliseconds UTC. */
export type TokenValues = {
  /** `CK_…`: names the service; no secret by itself, but shown only by its first characters. */
  readonly consumerKey: Secret
  readonly consumerSecret: Secret
  readonly accessToken: Secret
  readonly accessSecret: Secret
  readonly expiresAt: number
}

/**
 * Reads the decrypted message: a MIME head, then JSON between BEGIN MESSAGE and END MESSAGE lines; head and frame may
 * be missing. Apple wraps lines in the middle of string values, so every line break goes before JSON is read.
 * Throws `token-file.damaged`, or `token-file.incomplete` naming the missing and unusable keys.
 */
export function readTokenValues(message: Uint8Array): TokenValues {
  const fields = readFields(
    Buffer.from(message)
      .toString('utf8')
      .replace(/[\r\n]/g, ''),
  )
  const unusable: string[] = []

  function secret(key: string): Secret {
    const value = fields[key]
    // Printable and without blanks: a flipped bit in the file makes something else of sixteen bytes in a row.
    if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return new Secret(value)
    unusable.push(key)
    return new Secret('')
  }

  const expiry = fields['access_token_expiry']
  const expiresAt = typeof expiry === 'string' ? parseInstant(expiry) : undefined
  const values = {
    consumerKey: secret('consumer_key'),
    consumerSecret: secret('consumer_secret'),
    accessToken: secret('access_token'),
    accessSecret: secret('access_secret'),
  }
  if (expiresAt === undefined) unusable.push('access_token_expiry')
  if (expiresAt === undefined || unusable.length > 0) {
    const names = unusable.join(', ')
    throw new AppError('token-file.incomplete', `missing or unusable: ${names}`, { facts: { fields: names } })
  }
  return { ...values, expiresAt }
}

function readFields(text: string): Readonly<Record<string, unknown>> {
  // Neither the head nor the frame lines hold a brace.
  const start = text.indexOf('{')
  const end = text.lastIndexOf('}')
  if (start < 0 || end < start) throw damaged('the decrypted message holds no JSON object')
  try {
    return JSON.parse(text.slice(start, end + 1)) as Record<string, unknown> // an object: it begins with a brace
  } catch {
    // Without the cause: the parser's message quotes what it read, and that is secret.
    throw damaged('the JSON in the decrypted message cannot be read')
  }
}
