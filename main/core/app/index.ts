import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { checkIntegrity } from '../../db/integrity.ts'
import { measureStore } from '../../db/store-facts.ts'
import { SCHEMA_VERSION } from '../../db/migrate.ts'
import { isLoopback } from '../../../shared/model/address.ts'
import type { CorePorts } from '../ports.ts'

type AppPorts = Pick<CorePorts, 'db' | 'dataDir' | 'version' | 'runtime' | 'network'> & {
  readonly vault: { readonly status: () => { readonly state: string } }
}

/** What can be told about the program itself. */
export function createAppService({ db, dataDir, version, runtime, network, vault }: AppPorts) {
  const handlers: CoreHandlers['app'] = {
    about: () => ({
      version,
      dataDir,
      appleUrl: network.appleUrl,
      demo: isLoopback(new URL(network.appleUrl).hostname),
    }),

    doctor: () => ({
      version,
      dataDir,
      store: {
        ...measureStore(db),
        integrity: checkIntegrity(db).isSound ? 'ok' : 'damaged',
        schemaVersion: SCHEMA_VERSION,
      },
      vault: vault.status().state,
      runtime,
    }),
  }
  return { handlers }
}
