import { createDecipheriv, createHash, createHmac, getHashes, pbkdf2, timingSafeEqual } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { promisify } from 'node:util'
import { AppError } from '../../../shared/errors.ts'
import { joinedContent, objectIdText, TAG, type BerNode } from '../token-file/ber.ts'

/** Tools of today use 2,000 to 600,000; more only serves to keep a computer busy. */
const MAX_ROUNDS = 2_000_000
/** The key derivation of PKCS #12 runs in JavaScript, a thousand rounds at a time so that nothing else waits. */
const MAX_ROUNDS_OLD = 200_000
const ROUNDS_AT_ONCE = 1000
const MAX_KEY_BYTES = 64

const DIGESTS: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const PRFS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}
const CIPHERS: Readonly<Record<string, { readonly name: string; readonly keyBytes: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyBytes: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyBytes: 24 },
}
const PBES2 = '1.2.840.113549.1.5.13'
const PBKDF2 = '1.2.840.113549.1.5.12'
const TRIPLE_DES = '1.2.840.113549.1.12.1.3'
const RC2_BITS: Readonly<Record<string, number>> = { '1.2.840.113549.1.12.1.5': 128, '1.2.840.113549.1.12.1.6': 40 }

const derive = promisify(pbkdf2)

/** What a passphrase is made of: PKCS #12 wants UTF-16 with two zero bytes at its end, PBES2 wants UTF-8. */
export type Passphrase = { readonly text: string; readonly bmp: Buffer }

/** OpenSSL writes an empty passphrase as no bytes at all where none was asked for, others as two zero bytes. */
export function passphraseForms(text: string): readonly Passphrase[] {
  const bmp = Buffer.concat([Buffer.from(text, 'utf16le').swap16(), Buffer.alloc(2)])
  return text === ''
    ? [
        { text, bmp },
        { text, bmp: Buffer.alloc(0) },
      ]
    : [{ text, bmp }]
}

/**
 * Decrypts with the algorithm that is named (PKCS #5 2.1, PKCS #12 appendix B and C). Undefined where the passphrase
 * does not fit. Throws `push-file.damaged` for an algorithm or a number of rounds no honest tool writes.
 */
export async function decryptWithPassphrase(
  algorithm: BerNode | undefined,
  encrypted: Uint8Array,
  passphrase: Passphrase,
): Promise<Buffer | undefined> {
  const oid = objectIdText(algorithm?.children[0])
  const parameters = algorithm?.children[1]
  if (oid === PBES2) return decryptPbes2(parameters, encrypted, passphrase)
  const [saltNode, roundsNode] = parameters?.children ?? []
  const how = { salt: bytesOf(saltNode), rounds: roundsOf(roundsNode, MAX_ROUNDS_OLD), hash: 'sha1', passphrase }
  const rc2Bits = RC2_BITS[oid]
  if (oid !== TRIPLE_DES && rc2Bits === undefined) throw unsupported(oid)
  const key = await deriveOld({ ...how, id: 1, bytes: rc2Bits === undefined ? 24 : rc2Bits / 8 })
  const iv = await deriveOld({ ...how, id: 2, bytes: 8 })
  if (rc2Bits === undefined) return decipher('des-ede3-cbc', { key, iv }, encrypted)
  return decryptRc2(encrypted, { key, iv, bits: rc2Bits })
}

/** Whether the message authentication code of a PKCS #12 file fits (appendix A and B.4). */
export async function isMacRight(macData: BerNode, content: Uint8Array, passphrase: Passphrase): Promise<boolean> {
  const [digestInfo, salt, rounds] = macData.children
  const [algorithm, expected] = digestInfo?.children ?? []
  const hash = DIGESTS[objectIdText(algorithm?.children[0])]
  if (hash === undefined) throw unsupported(objectIdText(algorithm?.children[0]))
  const key = await deriveOld({
    id: 3,
    bytes: createHash(hash).digest().length,
    salt: bytesOf(salt),
    rounds: rounds ? roundsOf(rounds, MAX_ROUNDS_OLD) : 1,
    hash,
    passphrase,
  })
  const actual = createHmac(hash, key).update(content).digest()
  const told = bytesOf(expected)
  return told.length === actual.length && timingSafeEqual(told, actual)
}

async function decryptPbes2(
  parameters: BerNode | undefined,
  encrypted: Uint8Array,
  { text }: Passphrase,
): Promise<Buffer | undefined> {
  const [derivation, encryption] = parameters?.children ?? []
  const cipher = CIPHERS[objectIdText(encryption?.children[0])]
  if (objectIdText(derivation?.children[0]) !== PBKDF2) throw unsupported(objectIdText(derivation?.children[0]))
  if (!cipher) throw unsupported(objectIdText(encryption?.children[0]))
  const [salt, rounds, ...rest] = derivation?.children[1]?.children ?? []
  const prf = rest.find(({ tag }) => tag === TAG.sequence)
  const hash = prf ? PRFS[objectIdText(prf.children[0])] : 'sha1'
  if (hash === undefined) throw unsupported(objectIdText(prf?.children[0]))
  const key = await derive(Buffer.from(text), bytesOf(salt), roundsOf(rounds, MAX_ROUNDS), cipher.keyBytes, hash)
  return decipher(cipher.name, { key, iv: bytesOf(encryption?.children[1]) }, encrypted)
}

function decipher(
  name: string,
  { key, iv }: { readonly key: Uint8Array; readonly iv: Uint8Array },
  encrypted: Uint8Array,
): Buffer | undefined {
  try {
    const opener = createDecipheriv(name, key, iv)
    return Buffer.concat([opener.update(encrypted), opener.final()])
  } catch {
    return undefined
  }
}

/** RC2 is in no runtime's crypto any more, but Windows and macOS still write it around certificates. */
async function decryptRc2(
  encrypted: Uint8Array,
  { key, iv, bits }: { readonly key: Uint8Array; readonly iv: Uint8Array; readonly bits: number },
): Promise<Buffer | undefined> {
  const { default: forge } = await import('node-forge')
  const binary = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
  // Its types leave the module out.
  const { rc2 } = forge as unknown as { rc2: { createDecryptionCipher: (key: string, bits: number) => Rc2 } }
  const opener = rc2.createDecryptionCipher(binary(key), bits)
  opener.start(binary(iv))
  opener.update(forge.util.createBuffer(binary(encrypted)))
  return opener.finish() ? Buffer.from(opener.output.getBytes(), 'latin1') : undefined
}

type Rc2 = {
  readonly start: (iv: string) => void
  readonly update: (input: unknown) => void
  readonly finish: () => boolean
  readonly output: { readonly getBytes: () => string }
}

type OldDerivation = {
  readonly id: 1 | 2 | 3
  readonly bytes: number
  readonly salt: Uint8Array
  readonly rounds: number
  readonly hash: string
  readonly passphrase: Passphrase
}

/** PKCS #12 (RFC 7292) appendix B.2. */
async function deriveOld({ id, bytes, salt, rounds, hash, passphrase }: OldDerivation): Promise<Buffer> {
  if (!getHashes().includes(hash) || bytes > MAX_KEY_BYTES) throw unsupported(hash)
  const block = hash === 'sha384' || hash === 'sha512' ? 128 : 64
  const diversifier = Buffer.alloc(block, id)
  const input = Buffer.concat([filled(salt, block), filled(passphrase.bmp, block)])
  const made: Buffer[] = []
  for (let length = 0; length < bytes;) {
    let digest = createHash(hash).update(diversifier).update(input).digest()
    for (let round = 1; round < rounds; round++) {
      digest = createHash(hash).update(digest).digest()
      if (round % ROUNDS_AT_ONCE === 0) await nextTurn()
    }
    made.push(digest)
    length += digest.length
    const addend = filled(digest, block).subarray(0, block)
    for (let at = 0; at < input.length; at += block) addOne(input.subarray(at, at + block), addend)
  }
  return Buffer.concat(made).subarray(0, bytes)
}

/** Repeated up to a whole number of blocks; nothing stays nothing. */
function filled(bytes: Uint8Array, block: number): Buffer {
  const length = block * Math.ceil(bytes.length / block)
  return Buffer.from(Uint8Array.from({ length }, (_, at) => bytes[at % bytes.length]!))
}

/** `target + addend + 1`, both big-endian and of the same length, without the carry at the end. */
function addOne(target: Uint8Array, addend: Uint8Array): void {
  for (let at = target.length - 1, carry = 1; at >= 0; at--) {
    const sum = target[at]! + addend[at]! + carry
    target[at] = sum & 0xff
    carry = sum >>> 8
  }
}

function bytesOf(node: BerNode | undefined): Uint8Array {
  return node?.tag === TAG.octetString ? joinedContent(node) : new Uint8Array()
}

function roundsOf(node: BerNode | undefined, most: number): number {
  const digits = node?.tag === TAG.integer && node.content.length <= 5 ? Buffer.from(node.content).toString('hex') : ''
  const rounds = Number(`0x${digits || '0'}`)
  if (rounds >= 1 && rounds <= most) return rounds
  throw new AppError(
    'push-file.damaged',
    `the key store asks for ${rounds} rounds; ${most} are the most that is done here`,
  )
}

function unsupported(oid: string): AppError {
  return new AppError(
    'push-file.damaged',
    `the key store is protected in a way that is not known here (${oid || 'none'})`,
    {
      facts: { algorithm: oid },
    },
  )
}
