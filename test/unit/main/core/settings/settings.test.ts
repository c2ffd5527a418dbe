import { rootCertificates } from 'node:tls'
import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { SettingsChange } from '../../../../../shared/contract/settings.ts'
import { DEFAULT_SETTINGS } from '../../../../../shared/model/settings.ts'
import { setUpSettings } from './setup.ts'

const [ROOT, OTHER_ROOT] = rootCertificates as [string, string]

test('a new store has the defaults', async () => {
  const { service } = await setUpSettings()
  expect(service.current()).toEqual(DEFAULT_SETTINGS)
})

test('a change is told, keeps what it does not name, and is there after a restart', async () => {
  const { service, change, start } = await setUpSettings()
  const told: unknown[] = []
  service.onChanged((settings) => told.push(settings))
  const changed = await change({ language: 'de', autoLockMinutes: 15, isCompact: true })
  expect(changed).toEqual({ ...DEFAULT_SETTINGS, language: 'de', autoLockMinutes: 15, isCompact: true })
  await change({ language: null })
  expect(told).toHaveLength(2)
  expect(start().current()).toEqual({ ...DEFAULT_SETTINGS, autoLockMinutes: 15, isCompact: true })
})

test('what another process has written is seen', async () => {
  const { db, service } = await setUpSettings()
  service.current()
  db.prepare("INSERT INTO settings VALUES ('isCompact', 'true')").run()
  expect(service.current().isCompact).toBe(true)
})

test('rows of other versions and of other nouns do no harm', async () => {
  const { db, service } = await setUpSettings()
  const insert = db.prepare('INSERT INTO settings VALUES (?, ?)')
  insert.run('language', '"tlh"')
  insert.run('noticeDays', '[0]')
  insert.run('autoLockMinutes', '5')
  insert.run('something.else', '{"a": 1}')
  expect(service.current()).toEqual({ ...DEFAULT_SETTINGS, autoLockMinutes: 5 })
})

test('days are kept once each, the earliest notice first', async () => {
  const { change } = await setUpSettings()
  expect((await change({ noticeDays: [7, 90, 7, 1] })).noticeDays).toEqual([90, 7, 1])
})

describe('a proxy', () => {
  test.each([
    ['http://proxy.example:3128', 'http://proxy.example:3128'],
    [' https://proxy.example/ ', 'https://proxy.example'],
    ['proxy.example:8080', 'http://proxy.example:8080'],
    ['http://svc@proxy.example:3128', 'http://svc@proxy.example:3128'],
    ['', null],
  ])('%j is kept as %j', async (given, kept) => {
    const { change } = await setUpSettings()
    expect((await change({ proxy: given })).proxy).toBe(kept)
  })

  test.each(['ftp://proxy', 'socks5://proxy:1080', 'http://', 'http://proxy/path', 'http://u:hunter2@proxy'])(
    '%j is refused, names its member and changes nothing',
    async (proxy) => {
      const { change, service } = await setUpSettings()
      const failure: unknown = await change({ proxy, isCompact: true }).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'bad-input', path: 'proxy' })
      expect(String(failure)).not.toContain('hunter2')
      expect(service.current()).toEqual(DEFAULT_SETTINGS)
    },
  )
})

describe('the password of a proxy', () => {
  const PROXY: SettingsChange = { proxy: 'http://svc@proxy:3128', proxyPassword: '50% hunter2' }

  test('is sealed in the vault and is in no row', async () => {
    const { change, rows, secrets, service } = await setUpSettings()
    const changed = await change(PROXY)
    expect(changed).toMatchObject({ proxy: 'http://svc@proxy:3128', hasProxyPassword: true })
    expect(secrets()).toEqual(['proxy-credentials'])
    expect(JSON.stringify([rows(), changed])).not.toContain('hunter2')
    expect(decodeURIComponent(new URL(service.network().proxy!).password)).toBe('50% hunter2')
  })

  test('is replaced, not kept beside the new one, and forgotten on request', async () => {
    const { change, secrets, service } = await setUpSettings()
    await change(PROXY)
    await change({ proxyPassword: 'next' })
    expect(secrets()).toHaveLength(1)
    expect(new URL(service.network().proxy!).password).toBe('next')
    expect(await change({ proxyPassword: null })).toMatchObject({ hasProxyPassword: false })
    expect(secrets()).toEqual([])
  })

  test.each(['http://svc@elsewhere:3128', 'http://other@proxy:3128', 'https://svc@proxy:3128', null])(
    'is never sent to another proxy: %j',
    async (proxy) => {
      const { change, secrets, service } = await setUpSettings()
      await change(PROXY)
      expect((await change({ proxy })).hasProxyPassword).toBe(false)
      expect(secrets()).toEqual([])
      expect(service.network().proxy ?? '').not.toContain('hunter2')
      expect((await change({ proxy: 'http://svc@proxy:3128' })).hasProxyPassword).toBe(false)
    },
  )

  test('that came with a backup does not go to the proxy chosen here', async () => {
    const { change, db, service } = await setUpSettings()
    await change(PROXY)
    db.prepare(`UPDATE settings SET value = '"http://svc@mine:1"' WHERE name = 'proxy'`).run()
    expect(service.current().hasProxyPassword).toBe(false)
    expect(service.network().proxy).not.toContain('hunter2')
  })

  test('needs a user, and an open vault', async () => {
    const { change, vault, service } = await setUpSettings()
    await expect(change({ proxy: 'http://proxy', proxyPassword: 'x' })).rejects.toMatchObject({
      code: 'bad-input',
      path: 'proxyPassword',
    })
    vault.lock()
    await expect(change(PROXY)).rejects.toMatchObject({ code: 'vault.locked' })
    expect(service.current()).toEqual(DEFAULT_SETTINGS)
  })
})

describe('certificates', () => {
  test('are kept once each and described', async () => {
    const { change, service } = await setUpSettings()
    await change({ extraCertificates: [ROOT, `# comment\r\n${ROOT}\n${OTHER_ROOT}`] })
    expect(service.current().extraCertificates).toHaveLength(2)
    const described = await service.handlers.certificates({}, { signal: new AbortController().signal, report() {} })
    const first = new X509Certificate(ROOT)
    expect(described[0]).toMatchObject({
      fingerprintSha256: first.fingerprint256,
      expiresAt: Date.parse(first.validTo),
    })
    expect(described[0]!.subject).not.toBe('')
  })

  test('of a file are read in PEM and in DER', async () => {
    const { service } = await setUpSettings()
    const read = (file: Uint8Array) =>
      service.handlers.readCertificates({ file }, { signal: new AbortController().signal, report() {} })
    const fromPem = await read(Buffer.from(ROOT))
    expect(await read(new X509Certificate(ROOT).raw)).toEqual(fromPem)
    await expect(async () => read(Buffer.from('hello'))).rejects.toMatchObject({ code: 'bad-input', path: 'file' })
  })

  test('that cannot be read are refused, and the change with them', async () => {
    const { change, service } = await setUpSettings()
    const spoiled = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'
    await expect(change({ extraCertificates: [ROOT, spoiled], isCompact: true })).rejects.toMatchObject({
      code: 'bad-input',
      path: 'extraCertificates',
    })
    expect(service.current()).toEqual(DEFAULT_SETTINGS)
  })
})

describe('the network', () => {
  test('is what the settings say, from one request to the next', async () => {
    const { change, service } = await setUpSettings()
    expect(service.network()).toMatchObject({ proxy: null, noProxy: null, proxiesLoopback: false })
    await change({ proxy: 'http://proxy:1', noProxy: 'intern.example', extraCertificates: [ROOT] })
    expect(service.network()).toMatchObject({
      proxy: 'http://proxy:1/',
      noProxy: 'intern.example',
      proxiesLoopback: true,
    })
    expect(service.network().extraCertificates).toHaveLength(1)
    expect(service.network().extraCertificates).toBe(service.network().extraCertificates)
  })

  test('is first what the command line and the environment say; certificates add up', async () => {
    const { change, service } = await setUpSettings({ proxy: 'http://u:hunter2@env:8/', extraCertificates: [ROOT] })
    await change({ proxy: 'http://mine:1', noProxy: 'intern.example', extraCertificates: [OTHER_ROOT] })
    expect(service.network()).toMatchObject({ proxy: 'http://u:hunter2@env:8/', proxiesLoopback: false })
    expect(service.network().extraCertificates).toHaveLength(2)
    const shown = await service.handlers.network({}, { signal: new AbortController().signal, report() {} })
    expect(shown).toEqual({
      proxy: { address: 'http://env:8', from: 'outside' },
      noProxy: { text: 'intern.example', from: 'settings' },
      outsideCertificates: 1,
    })
  })
})
