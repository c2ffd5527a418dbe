import type { z } from 'zod'
import type { settingsChange } from '../../../shared/contract/settings.ts'
import { AppError } from '../../../shared/errors.ts'
import { readProxyAddress } from '../../../shared/model/address.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import { normalCertificates } from './certificates.ts'

/** A change as the contract lets it through. */
export type AskedChange = z.output<typeof settingsChange>

/** The settings as they will be. Fails with `bad-input`, whose path is the member at fault; its words hold no value. */
export function applyChange(before: Settings, asked: AskedChange): Settings {
  const after = mergeSettings(before, asked)
  const proxy = asked.proxy === undefined ? before.proxy : checkProxy(asked.proxy)
  checkPassword(proxy, asked)
  const hasProxyPassword = asked.proxyPassword
    ? true
    : asked.proxyPassword === undefined && proxy === before.proxy && before.hasProxyPassword
  return {
    ...after,
    proxy,
    hasProxyPassword,
    noProxy: after.noProxy?.trim() || null,
    extraCertificates: asked.extraCertificates
      ? normalCertificates(asked.extraCertificates, 'extraCertificates')
      : before.extraCertificates,
    noticeDays: [...new Set(after.noticeDays)].sort((a, b) => b - a),
  }
}

/** Members that are not named stay. */
export function mergeSettings(before: Settings, asked: Omit<AskedChange, 'proxyPassword'>): Settings {
  const named = Object.entries(asked).filter(([name, value]) => value !== undefined && Object.hasOwn(before, name))
  return { ...before, ...Object.fromEntries(named) }
}

function checkProxy(text: string | null): string | null {
  if (text === null || text.trim() === '') return null
  const url = new URL(readProxyAddress(text, 'proxy'))
  if (url.password) {
    throw new AppError(
      'bad-input',
      'the address of the proxy must not hold a password; it has a field of its own and is sealed in the vault',
      {
        path: 'proxy',
      },
    )
  }
  return url.href.replace(/\/$/, '')
}

function checkPassword(proxy: string | null, { proxyPassword }: AskedChange): void {
  if (!proxyPassword) return
  if (proxyPassword.reveal() === '') throw new AppError('bad-input', 'the password is empty', { path: 'proxyPassword' })
  if (proxy === null || new URL(proxy).username === '') {
    throw new AppError('bad-input', 'a password needs a proxy and a user it belongs to', { path: 'proxyPassword' })
  }
}
