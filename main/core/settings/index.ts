import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { SecretId } from '../../../shared/model/ids.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import type { SecretKind } from '../../../shared/model/vault.ts'
import type { Secret } from '../../../shared/secret.ts'
import { readSettingRows } from '../../db/settings.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import type { CorePorts } from '../ports.ts'
import { readCertificateFile } from './certificates.ts'
import { applyChange, type AskedChange } from './check-change.ts'
import { networkInUse, networkWith } from './network.ts'
import { readStored, saveProxyPassword, saveSettings, type StoredSettings } from './stored.ts'

export { withLiveNetwork } from './live-network.ts'

type SettingsPorts = Pick<CorePorts, 'db' | 'log' | 'network'> & {
  readonly vault: {
    readonly put: (kind: SecretKind, plain: string, id?: SecretId) => SecretId
    readonly open: (id: SecretId, kind: SecretKind) => Secret<Uint8Array>
    readonly remove: (id: SecretId) => void
  }
}

export type SettingsService = ReturnType<typeof createSettingsService>

/** What a person has chosen for this computer, and the network as it is to be used now. */
export function createSettingsService({ db, log, network: outside, vault }: SettingsPorts) {
  const listeners = new Set<(settings: Settings) => void>()
  let known: { readonly rows: string; readonly stored: StoredSettings } | undefined
  let live: { readonly of: StoredSettings; readonly network: NetworkSettings } | undefined

  /** Read anew each time: another process may have changed them. The same object as long as the rows are the same. */
  function stored(): StoredSettings {
    const rows = readSettingRows(db)
    const text = JSON.stringify([...rows])
    if (known?.rows !== text) known = { rows: text, stored: readStored(rows) }
    return known.stored
  }

  const current = (): Settings => stored().settings

  function announce(): Settings {
    const now = current()
    for (const listener of listeners) listener(now)
    return now
  }

  function change(asked: AskedChange): Settings {
    const names = Object.keys(asked)
    db.transaction(() => {
      const { settings: before, proxyPassword: old } = stored()
      const after = applyChange(before, asked)
      saveSettings(db, before, after)
      if (asked.proxyPassword && after.proxy !== null) {
        const secretId = vault.put('proxy-credentials', asked.proxyPassword.reveal(), old?.secretId)
        saveProxyPassword(db, { proxy: after.proxy, secretId })
      } else if (old && !after.hasProxyPassword) {
        vault.remove(old.secretId)
        saveProxyPassword(db, null)
      }
    }).immediate()
    log.info('settings.changed', { names })
    return announce()
  }

  /** Without the password, the proxy says itself that it wants one; a vault that is locked sends nothing anyway. */
  function password({ proxyPassword }: StoredSettings): string | undefined {
    if (!proxyPassword) return undefined
    try {
      return Buffer.from(vault.open(proxyPassword.secretId, 'proxy-credentials').reveal()).toString()
    } catch (error) {
      log.warn('settings.no-proxy-password', { error })
      return undefined
    }
  }

  const handlers: CoreHandlers['settings'] = {
    read: current,
    change,
    certificates: () =>
      current().extraCertificates.flatMap((pem) => readCertificateFile(Buffer.from(pem), 'extraCertificates')),
    readCertificates: ({ file }) => readCertificateFile(file, 'file'),
    network: () => networkInUse(outside, current()),
  }

  return {
    handlers,
    current,

    /** For the next request. While nothing changes, the same certificates in the same list: TLS prepares it once. */
    network(): NetworkSettings {
      const now = stored()
      const network = networkWith(outside, now.settings, () => password(now))
      const extraCertificates = live?.of === now ? live.network.extraCertificates : network.extraCertificates
      live = { of: now, network: { ...network, extraCertificates } }
      return live.network
    },

    /** Hears of every change; also called after a restore, which brings settings along. */
    announce,

    onChanged: (listener: (settings: Settings) => void): void => void listeners.add(listener),
  }
}
