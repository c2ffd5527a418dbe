import { expect, test } from 'vitest'
import { AppError } from '../../../../../shared/errors.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'
import { mutate, pick } from './mutate.ts'
import { fixture, open, sampleValues } from './sample.ts'

/** `SOAK=1` runs the full number. */
const COUNT = process.env['SOAK'] ? 10_000 : 1_000

const fromBase64 = (name: string) => {
  const text = fixture(name).toString()
  return Buffer.from(text.slice(text.indexOf('\r\n\r\n')), 'base64')
}
const originals = [
  fixture('apple-shape.p7m'),
  fromBase64('apple-shape.p7m'),
  fixture('des3-framed.pem'),
  fixture('oaep-sha256.der'),
  fixture('negative-serial.b64'),
]

test(`${COUNT} altered files each open rightly or give one of our errors`, { timeout: 300_000 }, () => {
  const outcomes = new Map<string, number>()
  for (let seed = 0; seed < COUNT; seed++) {
    const random = createSeededRandom(seed)
    const outcome = openOutcome(mutate(pick(random, originals), random))
    expect(outcome, `seed ${seed}`).toMatch(/^(token-file\.[a-z-]+|right)$/)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  // The generator reaches every kind of damage, and leaves some files whole.
  expect([...outcomes.keys()]).toEqual(
    expect.arrayContaining(['right', 'token-file.damaged', 'token-file.other-key', 'token-file.not-a-token']),
  )
})

function openOutcome(file: Uint8Array): string {
  try {
    expect(open(file)).toEqual(sampleValues)
    return 'right'
  } catch (error) {
    return error instanceof AppError ? error.code : `not ours: ${String(error)}`
  }
}
