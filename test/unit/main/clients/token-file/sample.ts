import { readFileSync } from 'node:fs'
import { openTokenFile, readTokenFile } from '../../../../../main/clients/token-file/index.ts'
import type { TokenValues } from '../../../../../main/clients/token-file/index.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { Secret } from '../../../../../shared/secret.ts'

const folder = new URL('../../../../fixtures/token-file/', import.meta.url)

export function fixture(name: string): Buffer<ArrayBuffer> {
  return readFileSync(new URL(name, folder))
}

export const fixtureKey = new Secret(fixture('key.pem').toString())

/** What every fixture holds. */
export const sampleValues = {
  consumerKey: `CK_${'0123456789abcdef'.repeat(6)}`,
  consumerSecret: `CS_${'a1b2c3d4e5'.repeat(4)}`,
  accessToken: `AT_O1234567890O${'fedcba98'.repeat(5)}O1421270861000`,
  accessSecret: `AS_${'f0e1d2c3b4'.repeat(4)}`,
  expiresAt: Date.UTC(2027, 0, 14, 21, 27, 41),
} as const

export const sampleJson = JSON.stringify({
  consumer_key: sampleValues.consumerKey,
  consumer_secret: sampleValues.consumerSecret,
  access_token: sampleValues.accessToken,
  access_secret: sampleValues.accessSecret,
  access_token_expiry: '2027-01-14T21:27:41Z',
})

export function revealed(values: TokenValues) {
  return {
    consumerKey: values.consumerKey.reveal(),
    consumerSecret: values.consumerSecret.reveal(),
    accessToken: values.accessToken.reveal(),
    accessSecret: values.accessSecret.reveal(),
    expiresAt: values.expiresAt,
  }
}

/** The values in a file, revealed. */
export function open(file: Uint8Array, key = fixtureKey) {
  return revealed(openTokenFile(readTokenFile(file), key))
}

/** The failure of `work` as a plain value; anything but an `AppError` fails the test. */
export function failure(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, facts: error.facts }
    throw error
  }
  throw new Error('it did not fail')
}
