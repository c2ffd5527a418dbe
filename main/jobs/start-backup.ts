import type { BackupWork, ScryptCost } from '../core/vault/index.ts'
import type { Log } from '../ports/log.ts'
import { backupJobContract, type BackupWorkerData } from './backup-contract.ts'
import { threadPerCall } from './thread-per-call.ts'

type Options = { readonly dbPath: string; readonly log: Log; readonly cost: ScryptCost | undefined }

/** Backs up and restores in a worker thread: both read and write what a million devices need, and the file besides. */
export function createBackupStarter({ dbPath, log, cost }: Options): BackupWork {
  const run = threadPerCall({
    name: 'backup',
    contract: backupJobContract,
    workerData: { dbPath, cost } satisfies BackupWorkerData,
    log,
    listen: ({ backup }, tell) => backup.logged(tell),
    close: ({ backup }) => backup.close({}),
  })
  return {
    async write({ path, passphrase }, key) {
      await run(({ backup }) => backup.write({ path, passphrase: passphrase.reveal(), key }))
    },
    restore: ({ path, file, passphrase }, vault) =>
      run(({ backup }) => backup.restore({ path, file, passphrase: passphrase.reveal(), ...vault })),
  }
}
