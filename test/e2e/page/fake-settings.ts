import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { DEFAULT_SETTINGS, type Settings, type TrustedCertificate } from '../../../shared/model/settings.ts'
import type { Scene } from './scenes.ts'

const DAY_MS = 86_400_000

const CERTIFICATES: readonly TrustedCertificate[] = [
  certificate(
    'Example Web Gateway Root CA, Example Corporation',
    'Example Web Gateway Root CA, Example Corporation',
    900,
  ),
  certificate(
    'Zwischenzertifizierungsstelle für die Untersuchung verschlüsselter Verbindungen Nordwest 2019',
    'Example Web Gateway Root CA',
    -12,
  ),
]

function certificate(subject: string, issuer: string, daysLeft: number): TrustedCertificate {
  return { pem: subject, subject, issuer, expiresAt: Date.now() + daysLeft * DAY_MS, fingerprintSha256: subject }
}

/** Settings in memory, checked a little: enough to see what a refusal looks like. */
export function createFakeSettings(scene: Scene, push: (settings: Settings) => void): CoreHandlers['settings'] {
  const isSet = scene.settings === 'set'
  let settings: Settings = {
    ...DEFAULT_SETTINGS,
    ...(isSet && {
      proxy: 'http://svc-ade@proxy.intern.example.com:3128',
      hasProxyPassword: true,
      noProxy: 'intern.example.com, 10.0.0.0',
      extraCertificates: CERTIFICATES.map(({ pem }) => pem),
      autoLockMinutes: 15,
    }),
  }
  return {
    read: () => settings,
    change: ({ proxyPassword, ...change }) => {
      if (change.proxy?.includes('refused')) throw new AppError('bad-input', 'refused', { path: 'proxy' })
      const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      const password = proxyPassword === undefined ? {} : { hasProxyPassword: proxyPassword !== null }
      settings = { ...settings, ...named, ...password }
      push(settings)
      return settings
    },
    certificates: () => CERTIFICATES.filter(({ pem }) => settings.extraCertificates.includes(pem)),
    readCertificates: () => {
      throw new AppError('bad-input', 'no certificate was found', { path: 'file' })
    },
    network: () => ({
      proxy: settings.proxy === null ? null : { address: new URL(settings.proxy).origin, from: 'settings' },
      noProxy: settings.noProxy === null ? null : { text: settings.noProxy, from: isSet ? 'outside' : 'settings' },
      outsideCertificates: isSet ? 2 : 0,
    }),
  }
}

export function fakeAbout(scene: Scene) {
  const folder = scene.hasStrangeTexts
    ? '/Users/administrator.nordwest/Library/Application Support/A very long folder name that somebody chose/مجلد البيانات/ADE Desk'
    : '/home/admin/.ade-desk'
  const runtime = { node: '24.21.0', electron: '45.4.1', chromium: '153.0.8000.1', platform: 'linux x64' }
  return { version: '0.1.0', dataDir: folder, appleUrl: 'http://127.0.0.1', demo: true, runtime }
}
