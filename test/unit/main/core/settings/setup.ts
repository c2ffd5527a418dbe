import { createSettingsService } from '../../../../../main/core/settings/index.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import type { NetworkSettings } from '../../../../../main/ports/network.ts'
import { settingsChange, type SettingsChange } from '../../../../../shared/contract/settings.ts'
import { PASSPHRASE, setUpVault } from '../vault/fixture.ts'

export const OUTSIDE: NetworkSettings = {
  appleUrl: 'https://mdmenrollment.apple.com',
  proxy: null,
  noProxy: null,
  proxiesLoopback: false,
  extraCertificates: [],
  protocolVersion: 10,
}

/** The settings over a real store and an open vault; changes go through the contract as those of the page do. */
export async function setUpSettings(outside: Partial<NetworkSettings> = {}) {
  const { db, vault } = setUpVault()
  await vault.create({ passphrase: PASSPHRASE })
  const start = () => createSettingsService({ db, log: silentLog, network: { ...OUTSIDE, ...outside }, vault })
  const service = start()
  const context = { signal: new AbortController().signal, report: () => {} }
  return {
    db,
    vault,
    service,
    /** As after a restart of the program. */
    start,
    change: async (change: SettingsChange) => service.handlers.change(settingsChange.parse(change), context),
    rows: () => db.prepare('SELECT name, value FROM settings ORDER BY name').all(),
    secrets: () => db.prepare('SELECT kind FROM secrets').pluck().all(),
  }
}
