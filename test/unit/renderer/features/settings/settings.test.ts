import { describe, expect, it } from 'vitest'
import {
  addCertificates,
  changeSettings,
  checkStore,
  loadSettings,
  receiveSettings,
  removeCertificate,
  saveDiagnostics,
} from '../../../../../renderer/features/settings/actions.ts'
import { formatBytes } from '../../../../../renderer/lib/format-bytes.ts'
import { settingsCommands } from '../../../../../renderer/features/settings/commands.ts'
import { readDays, writeDays } from '../../../../../renderer/features/settings/notice-days.ts'
import {
  proxyProblem,
  refusalProblem,
  toChange,
  toProxyForm,
} from '../../../../../renderer/features/settings/proxy-form.ts'
import { SECTIONS, sectionFromQuery, sectionToQuery } from '../../../../../renderer/features/settings/sections.ts'
import { createSettingsStore } from '../../../../../renderer/features/settings/store.ts'
import type { SettingsChange } from '../../../../../shared/contract/settings.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { DEFAULT_SETTINGS, type TrustedCertificate } from '../../../../../shared/model/settings.ts'
import { createFakeDesk, settle, type SomeHandlers } from '../../fake-desk.ts'

const NETWORK = { proxy: null, noProxy: null, outsideCertificates: 0 }
const ABOUT = { version: '1', dataDir: '/d', appleUrl: 'https://a.example', demo: false, runtime: {} }
const certificate = (name: string): TrustedCertificate => ({
  pem: name,
  subject: name,
  issuer: name,
  expiresAt: 0,
  fingerprintSha256: name,
})

async function setUp(change: (asked: SettingsChange) => void = () => {}, more: SomeHandlers = {}) {
  let trusted = [certificate('a')]
  const desk = createFakeDesk({
    app: { about: () => ABOUT },
    ...more,
    settings: {
      read: () => DEFAULT_SETTINGS,
      certificates: () => trusted,
      network: () => NETWORK,
      readCertificates: () => [certificate('a'), certificate('b')],
      change: ({ proxyPassword, ...asked }) => {
        change({ ...asked, ...(proxyPassword ? { proxyPassword: proxyPassword.reveal() } : {}) })
        if (asked.extraCertificates) trusted = asked.extraCertificates.map(certificate)
        return DEFAULT_SETTINGS
      },
    },
  })
  const store = createSettingsStore()
  await loadSettings(store, desk)
  return { store, desk }
}

describe('the settings', () => {
  it('are read, changed and follow what is pushed', async () => {
    const { store, desk } = await setUp()
    expect(await changeSettings(store, desk, { isCompact: true }, 'look')).toBe(true)
    receiveSettings(store, desk, { ...DEFAULT_SETTINGS, isCompact: true })
    await settle()
    expect(store.getState().settings).toMatchObject({ value: { isCompact: true } })
  })

  it('keep a refusal at its task', async () => {
    const { store, desk } = await setUp(() => {
      throw new AppError('bad-input', 'no', { path: 'proxy' })
    })
    expect(await changeSettings(store, desk, { proxy: 'x' }, 'proxy')).toBe(false)
    const { proxy } = store.getState().tasks
    expect(proxy?.status === 'failed' && refusalProblem(proxy.error).address).toMatch(/http/)
  })

  it('trust the certificates of a file beside those they have, and forget one', async () => {
    const asked: SettingsChange[] = []
    const { store, desk } = await setUp((change) => asked.push(change))
    await addCertificates(store, desk, new Uint8Array(1))
    await removeCertificate(store, desk, 'a')
    expect(asked).toEqual([{ extraCertificates: ['a', 'b'] }, { extraCertificates: ['b'] }])
  })
})

describe('a proxy form', () => {
  const EMPTY = { address: '', user: '', password: '', noProxy: '' }

  it('is the settings in fields, and back', () => {
    const settings = { proxy: 'http://svc%40x@proxy:3128', noProxy: 'a, b' }
    const form = toProxyForm(settings)
    expect(form).toEqual({ address: 'http://proxy:3128', user: 'svc@x', password: '', noProxy: 'a, b' })
    expect(toChange(form)).toEqual({ proxy: 'http://svc%40x@proxy:3128/', noProxy: 'a, b' })
    expect(toChange(EMPTY)).toEqual({ proxy: null, noProxy: null })
    expect(toChange({ ...form, password: 'p' })).toMatchObject({ proxyPassword: 'p' })
  })

  it('says what is wrong at the field', () => {
    for (const address of ['ftp://proxy', 'http://', 'http://proxy/path', 'a b'])
      expect(proxyProblem({ ...EMPTY, address }).address).toMatch(/http or https/)
    expect(proxyProblem({ ...EMPTY, address: 'http://u:p@proxy' }).address).toMatch(/fields below/)
    expect(proxyProblem({ ...EMPTY, address: 'http://proxy', password: 'p' }).password).toMatch(/user/)
    for (const address of ['', 'proxy:3128', 'https://proxy.example'])
      expect(proxyProblem({ ...EMPTY, address })).toEqual({})
  })
})

it('days are read from what people type', () => {
  expect(readDays('60, 30;7 1')).toEqual([60, 30, 7, 1])
  for (const text of ['', '0', '366', '1.5', 'soon', '1 2 3 4 5 6 7 8 9 10 11']) expect(readDays(text)).toBeNull()
  expect(writeDays([60, 1])).toBe('60, 1')
})

it('every section has an address and a command', () => {
  for (const section of SECTIONS) expect(sectionFromQuery(sectionToQuery(section))).toBe(section)
  expect(sectionFromQuery('section=elsewhere')).toBe('vault')
  const shown: string[] = []
  const commands = settingsCommands(createSettingsStore(), createFakeDesk(), (section) => shown.push(section))
  SECTIONS.forEach((section) => commands.find(({ id }) => id === `settings.${section}`)?.run())
  expect(shown).toEqual(SECTIONS)
})

it('a check of the store is announced, diagnostics are saved where the person says', async () => {
  const store = { rows: 3, sizeBytes: 4_200_000, integrity: 'damaged', schemaVersion: 1 } as const
  const { store: settings, desk } = await setUp(undefined, {
    app: {
      about: () => ABOUT,
      doctor: () => ({ version: '1', dataDir: '/', store, vault: 'unlocked', runtime: {} }),
    },
    shell: { chooseSavePath: () => '/d.txt', saveDiagnostics: () => null },
  })
  await checkStore(settings, desk)
  expect(desk.feedback.getState().announcement).toMatch(/damaged/)
  await saveDiagnostics(settings, desk)
  expect(settings.getState().diagnosticsPath).toBe('/d.txt')
})

it('sizes are said in units people know', () => {
  expect([0, 999, 4_200_000, 2e9].map((bytes) => formatBytes(bytes, 'en'))).toEqual([
    '0 byte',
    '999 byte',
    '4.2 MB',
    '2 GB',
  ])
})
