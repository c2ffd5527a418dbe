import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { checkIntegrity } from '../../db/integrity.ts'
import { countDevices, storeSizeBytes } from '../../db/store-facts.ts'
import { SCHEMA_VERSION } from '../../db/migrate.ts'
import type { CorePorts } from '../ports.ts'
import { APPLE_URL } from '../../../shared/model/network.ts'

type AppPorts = Pick<CorePorts, 'db' | 'dataDir' | 'version' | 'runtime' | 'network'> & {
  readonly vault: { readonly status: () => { readonly state: string } }
}

/** What can be told about the program itself. */
export function createAppService({ db, dataDir, version, runtime, network, vault }: AppPorts) {
  const handlers: CoreHandlers['app'] = {
    about: () => ({ version, dataDir, appleUrl: network.appleUrl, demo: network.appleUrl !== APPLE_URL }),

    doctor: () => ({
      version,
      dataDir,
      store: {
        rows: countDevices(db),
        sizeBytes: storeSizeBytes(db),
        integrity: checkIntegrity(db).length === 0 ? 'ok' : 'damaged',
        schemaVersion: SCHEMA_VERSION,
      },
      vault: vault.status().state,
      runtime,
    }),
  }
  return { handlers }
}
