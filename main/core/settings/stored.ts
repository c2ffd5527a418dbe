import { settingsMembers } from '../../../shared/contract/settings.ts'
import type { SecretId } from '../../../shared/model/ids.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/model/settings.ts'
import type { WriteDb } from '../../db/open.ts'
import { deleteSettingRow, saveSettingRow } from '../../db/settings.ts'
import { mergeSettings } from './check-change.ts'

/** Where the password of a proxy is sealed, and for which address: it is never sent to another. */
export type ProxyPassword = { readonly proxy: string; readonly secretId: SecretId }

/** Everything of `Settings` that has a row of its own. */
const MEMBERS = Object.keys(settingsMembers.shape) as readonly (keyof typeof settingsMembers.shape)[]
const PROXY_PASSWORD = 'proxyPassword'

export type StoredSettings = { readonly settings: Settings; readonly proxyPassword: ProxyPassword | null }

/** Rows of this and of other versions: what is not understood is left out, and the default holds. */
export function readStored(rows: ReadonlyMap<string, string>): StoredSettings {
  const given: Record<string, unknown> = {}
  for (const name of MEMBERS) if (rows.has(name)) given[name] = JSON.parse(rows.get(name)!) // the schema holds JSON only
  let parsed = settingsMembers.safeParse(given)
  while (!parsed.success) {
    delete given[String(parsed.error.issues[0]?.path[0])]
    parsed = settingsMembers.safeParse(given)
  }
  const settings = mergeSettings(DEFAULT_SETTINGS, parsed.data)
  const proxyPassword = readProxyPassword(rows.get(PROXY_PASSWORD))
  const belongs = proxyPassword !== null && proxyPassword.proxy === settings.proxy
  return { settings: { ...settings, hasProxyPassword: belongs }, proxyPassword: belongs ? proxyPassword : null }
}

/** Writes what differs from before. Part of the caller's transaction. */
export function saveSettings(db: WriteDb, before: Settings, after: Settings): void {
  for (const name of MEMBERS) {
    const value = JSON.stringify(after[name])
    if (value !== JSON.stringify(before[name])) saveSettingRow(db, name, value)
  }
}

export function saveProxyPassword(db: WriteDb, password: ProxyPassword | null): void {
  if (password) saveSettingRow(db, PROXY_PASSWORD, JSON.stringify(password))
  else deleteSettingRow(db, PROXY_PASSWORD)
}

function readProxyPassword(text: string | undefined): ProxyPassword | null {
  if (text === undefined) return null
  const { proxy, secretId } = (JSON.parse(text) ?? {}) as Partial<Record<keyof ProxyPassword, unknown>>
  return typeof proxy === 'string' && typeof secretId === 'string' ? { proxy, secretId: secretId as SecretId } : null
}
