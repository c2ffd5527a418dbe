import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { deriveKeys, isAffordable, SCRYPT_COST, type BoxKey } from '../../../../../main/core/vault/derive-key.ts'
import { isIntact, openBox, sealBox } from '../../../../../main/core/vault/key-box.ts'
import { systemRandom } from '../../../../../main/ports/random.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { CHEAP, flip } from './fixture.ts'

const CONTEXT = 'a test'
const tools = { context: CONTEXT, random: systemRandom, cost: CHEAP }
const plain = Buffer.from('thirty-two bytes of some data key')
const passphrase = (text: string): BoxKey => ({ kind: 'passphrase', passphrase: new Secret(text) })
const bytes = (value: Uint8Array): BoxKey => ({ kind: 'bytes', bytes: new Secret(value) })
const right = passphrase('correct horse')
const box = await sealBox(plain, right, tools)

const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

/** As one who knows the format would hide a change. */
function withNewDigest(changed: Uint8Array, context = CONTEXT): Buffer {
  const body = changed.subarray(0, -32)
  return Buffer.concat([body, sha256(sha256(Buffer.from(context)), body)])
}

/** Where the layout puts what, as `key-box.ts` documents it. */
const regions = {
  magic: [0, 4],
  version: [4, 5],
  derivation: [5, 6],
  cost: [6, 9],
  salt: [9, 25],
  check: [25, 41],
  nonce: [41, 53],
  ciphertext: [53, 53 + plain.length],
  tag: [53 + plain.length, 69 + plain.length],
  digest: [69 + plain.length, 101 + plain.length],
} as const

async function failureOf(changed: Uint8Array, key = right, context = CONTEXT): Promise<string> {
  const opened = await openBox(changed, key, context)
  return opened.ok ? 'opened' : opened.error
}

describe('a box', () => {
  it('opens with the key it was closed with, of either kind', async () => {
    const random = bytes(randomBytes(16))
    const other = await sealBox(plain, random, tools)
    expect(await openBox(box, right, CONTEXT)).toEqual({ ok: true, value: plain })
    expect(await openBox(other, random, CONTEXT)).toEqual({ ok: true, value: plain })
  })

  it('has the length its layout says, and shows nothing of its content', () => {
    expect(box).toHaveLength(regions.digest[1])
    expect(Buffer.from(box).includes(plain.subarray(0, 8))).toBe(false)
  })

  it('opens with the same passphrase written in other code points', async () => {
    const composed = await sealBox(plain, passphrase('Zürich-Bär'.normalize('NFC')), tools)
    expect(await failureOf(composed, passphrase('Zürich-Bär'.normalize('NFD')))).toBe('opened')
  })

  it('tells a wrong key from damage', async () => {
    const closedWithBytes = await sealBox(plain, bytes(Buffer.from('0123456789abcdef')), tools)
    expect(await failureOf(box, passphrase('correct horsf'))).toBe('wrong-key')
    expect(await failureOf(box, passphrase(''))).toBe('wrong-key')
    expect(await failureOf(closedWithBytes, bytes(randomBytes(16)))).toBe('wrong-key')
  })

  it('is damaged with any byte changed, whatever the key', async () => {
    for (let at = 0; at < box.length; at++) {
      expect(await failureOf(flip(box, at, 1 << (at & 7)))).toBe('damaged')
      expect(await failureOf(flip(box, at, 1 << (at & 7)), passphrase('a wrong one'))).toBe('damaged')
    }
  })

  it('is damaged when cut off anywhere or made longer', async () => {
    for (let length = 0; length < box.length; length++) expect(await failureOf(box.subarray(0, length))).toBe('damaged')
    expect(await failureOf(Buffer.concat([box, Buffer.alloc(1)]))).toBe('damaged')
  })

  it('is damaged when it is for something else, or closed in another way', async () => {
    const text = 'sixteen letters!'
    expect(await failureOf(box, right, 'another test')).toBe('damaged')
    expect(await failureOf(await sealBox(plain, passphrase(text), tools), bytes(Buffer.from(text)))).toBe('damaged')
    expect(await failureOf(await sealBox(plain, bytes(Buffer.from(text)), tools), passphrase(text))).toBe('damaged')
  })

  it('is from the future when a newer version wrote it', async () => {
    expect(await failureOf(withNewDigest(flip(box, 4, 1 ^ 2)))).toBe('from-future')
  })

  it('says beforehand whether it is intact', () => {
    expect([isIntact(box, CONTEXT), isIntact(flip(box, 60), CONTEXT), isIntact(box, 'another')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('a box changed by one who knows the format', () => {
  it.each([
    ['magic', 'damaged'],
    ['derivation', 'damaged'],
    ['salt', 'wrong-key'],
    ['check', 'wrong-key'],
    ['nonce', 'damaged'],
    ['ciphertext', 'damaged'],
    ['tag', 'damaged'],
  ] as const)('at its %s is %s', async (region, failure) => {
    const [from, to] = regions[region]
    for (let at = from; at < to; at++) expect(await failureOf(withNewDigest(flip(box, at)))).toBe(failure)
  })

  it('to be for something else is damaged', async () => {
    expect(await failureOf(withNewDigest(box, 'another test'), right, 'another test')).toBe('damaged')
  })

  it('in a part of its header that its key does not need is damaged', async () => {
    const random = bytes(randomBytes(16))
    const closedWithBytes = await sealBox(plain, random, tools)
    for (const at of [6, 7, 8])
      expect(await failureOf(withNewDigest(flip(closedWithBytes, at)), random)).toBe('damaged')
  })

  it('in its cost does not open', async () => {
    expect(await failureOf(withNewDigest(flip(box, 6, 3)))).toBe('wrong-key')
    expect(await failureOf(withNewDigest(flip(box, 7, 3)))).toBe('wrong-key')
    expect(await failureOf(withNewDigest(flip(box, 8, 3)))).toBe('wrong-key')
  })

  it.each([
    [64, 8, 1],
    [20, 8, 1],
    [17, 8, 1],
    [16, 255, 1],
    [15, 8, 255],
    [0, 8, 1],
    [15, 0, 1],
    [15, 8, 0],
    [16, 1, 1],
  ])('cannot ask for scrypt with N = 2^%i, r = %i, p = %i', async (...cost) => {
    const changed = Buffer.from(box)
    changed.set(cost, 6)
    expect(await failureOf(withNewDigest(changed))).toBe('damaged')
  })
})

describe('the cost of a passphrase', () => {
  it('is at most 64 MiB, and one a reader accepts', () => {
    const { costLog2, blockSize } = SCRYPT_COST
    expect(128 * 2 ** costLog2 * blockSize).toBeLessThanOrEqual(64 * 1024 * 1024)
    expect(isAffordable(SCRYPT_COST)).toBe(true)
  })

  it.each([
    [15, 1, 1],
    [16, 2, 1],
    [16, 8, 1],
    [11, 255, 1],
    [1, 255, 255],
  ])('at the edge of what is accepted is one scrypt accepts: 2^%i, %i, %i', async (...numbers) => {
    const [costLog2, blockSize, parallelization] = numbers
    const cost = { costLog2, blockSize, parallelization }
    expect(isAffordable(cost)).toBe(true)
    expect((await deriveKeys(right, new Uint8Array(16), cost)).sealing).toHaveLength(32)
  })

  it('leaves room for a later, higher one, within bounds', () => {
    expect(isAffordable({ costLog2: 16, blockSize: 8, parallelization: 8 })).toBe(true)
    expect(isAffordable({ costLog2: 16, blockSize: 9, parallelization: 1 })).toBe(false)
    expect(isAffordable({ costLog2: 16, blockSize: 8, parallelization: 9 })).toBe(false)
  })

  it('is paid for real outside of tests', async () => {
    const real = await sealBox(plain, right, { ...tools, cost: SCRYPT_COST })
    expect([...real.subarray(6, 9)]).toEqual([15, 8, 3])
    expect(await failureOf(real)).toBe('opened')
  })
})
