import * as crypto from 'node:crypto'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { readPushFile } from '../../../../../main/clients/credential-files/index.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { keyStore, pushCertificate } from '../../../../fakes/openssl-push.ts'

/** Every digest that is begun and every derivation that is asked for, with its rounds. */
const work = vi.hoisted(() => ({ digests: 0, rounds: [] as number[] }))

vi.mock('node:crypto', async (importOriginal) => {
  const original = await importOriginal<typeof crypto>()
  const createHash: typeof crypto.createHash = (...given) => {
    work.digests++
    return original.createHash(...given)
  }
  const pbkdf2: typeof crypto.pbkdf2 = (...given) => {
    work.rounds.push(given[2])
    original.pbkdf2(...given)
  }
  return { ...original, createHash, pbkdf2 }
})

beforeEach(() => void Object.assign(work, { digests: 0, rounds: [] }))
afterAll(() => vi.doUnmock('node:crypto'))

const PASSPHRASE = 'geheim'
const store = Buffer.from(keyStore(pushCertificate(), 'push', PASSPHRASE, '-iter', '70000', '-maciter'))
const read = (bytes: Uint8Array) => readPushFile({ bytes, passphrase: new Secret(PASSPHRASE) })

it('an honest key store costs the rounds it names', async () => {
  await read(store)
  expect(work.digests).toBeGreaterThan(1000)
  expect(work.rounds).toContain(70_000)
})

it('a key store that asks for endless work is refused before any is done', async () => {
  // INTEGER 70000 (01 11 70) becomes 0x7f1170 rounds in every place.
  const places = [...store.toString('hex').matchAll(/0203011170/g)].map(({ index }) => index / 2)
  expect(places.length).toBeGreaterThan(1)
  const endless = Buffer.from(store)
  for (const at of places) endless[at + 2] = 0x7f
  await expect(read(endless)).rejects.toMatchObject({ code: 'push-file.damaged' })
  expect(work.digests).toBeLessThan(10)
  expect(work.rounds).toEqual([])
})
