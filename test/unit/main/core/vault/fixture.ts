import { AppError } from '../../../../../shared/errors.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { createVaultService, type VaultDependencies } from '../../../../../main/core/vault/index.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { nodeFiles } from '../../../../../main/ports/files.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { systemRandom } from '../../../../../main/ports/random.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { createFakeSealing } from '../../../../fakes/sealing.ts'

/** scrypt made cheap: what is tested is what surrounds it. */
export const CHEAP = { costLog2: 4, blockSize: 1, parallelization: 1 }

export const PASSPHRASE = new Secret('correct horse battery')
export const OTHER = new Secret('another pony charger')

export function setUpVault(given: Partial<VaultDependencies> = {}) {
  const db = given.db ?? openMemoryDb()
  const clock = createFakeClock()
  const sealing = createFakeSealing()
  const ports = { clock, random: systemRandom, log: silentLog, sealing, files: nodeFiles, cost: CHEAP, ...given, db }
  const service = createVaultService(ports)
  return { db, clock, sealing, vault: { ...service, ...service.handlers } }
}

/** The code of the failure, or `opened`. */
export async function outcome(act: () => unknown): Promise<string> {
  try {
    await act()
    return 'opened'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

export function flip(bytes: Uint8Array, at: number, mask = 1): Buffer {
  const changed = Buffer.from(bytes)
  changed[at]! ^= mask
  return changed
}
