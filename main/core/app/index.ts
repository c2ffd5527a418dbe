import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { Doctor } from '../../../shared/contract/app.ts'
import { checkStore as checkHere } from '../../db/check-store.ts'
import { SCHEMA_VERSION } from '../../db/migrate.ts'
import { isLoopback } from '../../../shared/model/address.ts'
import type { CorePorts } from '../ports.ts'

/** Reads the whole store once, wherever that holds nobody up. */
export type CheckStore = (signal: AbortSignal) => Promise<Omit<Doctor['store'], 'schemaVersion'>>

/** A page that fails in a circle must not fill the log. */
const MAX_FAULTS = 50

type AppPorts = Pick<CorePorts, 'db' | 'dataDir' | 'log' | 'version' | 'runtime' | 'network'> & {
  readonly vault: { readonly status: () => { readonly state: string } }
  readonly checkStore?: CheckStore | undefined
}

/** What can be told about the program itself. */
export function createAppService({ db, dataDir, log, version, runtime, network, vault, checkStore }: AppPorts) {
  let faults = 0
  const handlers: CoreHandlers['app'] = {
    about: () => ({
      version,
      dataDir,
      appleUrl: network.appleUrl,
      demo: isLoopback(new URL(network.appleUrl).hostname),
      runtime,
    }),

    reportFault({ ref, details }) {
      faults += 1
      if (faults <= MAX_FAULTS) log.error('page-fault', { ref, details })
      return null
    },

    doctor: async (_input, { signal }) => ({
      version,
      dataDir,
      store: { ...(checkStore ? await checkStore(signal) : checkHere(db)), schemaVersion: SCHEMA_VERSION },
      vault: vault.status().state,
      runtime,
    }),
  }
  return { handlers }
}
