import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  openPassphraseSlot,
  openRecoverySlot,
  sealPassphraseSlot,
  sealRecoverySlot,
} from '../../../../../main/core/vault/key-slots.ts'
import { systemRandom } from '../../../../../main/ports/random.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { createFakeSealing } from '../../../../fakes/sealing.ts'
import { CHEAP, outcome, PASSPHRASE } from './fixture.ts'

const tools = { clock: createFakeClock(), random: systemRandom, sealing: createFakeSealing(), cost: CHEAP }
const dataKey = randomBytes(32)
const code = new Secret<Uint8Array>(randomBytes(16))

describe('a key slot', () => {
  it('opens to the data key', async () => {
    const slot = await sealPassphraseSlot(dataKey, PASSPHRASE, tools)
    expect(dataKey.equals(await openPassphraseSlot(slot, PASSPHRASE))).toBe(true)
  })

  it('does not open as another kind or with other params, though the key is right', async () => {
    const recovery = await sealRecoverySlot(dataKey, code, tools)
    const passphrase = await sealPassphraseSlot(dataKey, PASSPHRASE, tools)
    const results = [
      openRecoverySlot(recovery, code),
      openRecoverySlot({ ...recovery, kind: 'os' }, code),
      openRecoverySlot({ ...recovery, params: '{"more":1}' }, code),
      openPassphraseSlot({ ...passphrase, kind: 'recovery' }, PASSPHRASE),
    ]
    const outcomes = await Promise.all(results.map((result) => outcome(() => result)))
    expect(outcomes).toEqual(['opened', 'vault.damaged', 'vault.damaged', 'vault.damaged'])
  })

  it('never holds anything but a whole data key', async () => {
    const slot = await sealRecoverySlot(dataKey.subarray(1), code, tools)
    expect(await outcome(() => openRecoverySlot(slot, code))).toBe('vault.damaged')
  })
})
