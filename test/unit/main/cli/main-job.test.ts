import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSimulator, type Simulator } from '../../../../main/simulator/server.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'

const PASSPHRASE = 'correct horse battery'
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

let simulator: Simulator
let cli: ReturnType<typeof createCommandLine>

beforeAll(async () => {
  simulator = await createSimulator({ devices: 230 })
  // Here alone passphrases are stretched as the product does it.
  cli = createCommandLine({ ADE_DESK_PASSPHRASE: PASSPHRASE, ADE_DESK_APPLE_URL: simulator.url }, undefined, null)
})
afterAll(() => simulator.close())

/** The steps of an administrator's first day, in order: each stands on the one before. */
describe('the main job on the command line', () => {
  it('begins without a vault', async () => {
    expect(await cli.json('vault', 'status')).toMatchObject({
      exitCode: 0,
      value: { state: 'missing', slots: [], secrets: 0 },
    })
  })

  it('makes a key pair, and the vault with it', async () => {
    const { exitCode, value } = await cli.json('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'))
    expect(exitCode).toBe(0)
    expect(Object.keys(value)).toEqual(expect.arrayContaining(['keyId', 'name', 'certificate', 'fingerprintSha256']))
    expect(readFileSync(cli.path('hq.pem'), 'utf8')).toBe(value['certificate'])
  })

  it('connects the token file that the portal made for the certificate', async () => {
    writeFileSync(cli.path('hq.p7m'), simulator.issueToken(readFileSync(cli.path('hq.pem'))))
    const { exitCode, value } = await cli.json('token', 'import', cli.path('hq.p7m'), '--name', 'HQ')
    expect(exitCode).toBe(0)
    expect(value).toMatchObject({
      renewed: false,
      token: { name: 'HQ', group: '/Global', state: 'ok', deviceCount: 0 },
    })
    expect(Object.keys(value['token'] as object)).toEqual(
      expect.arrayContaining([
        ...['id', 'name', 'group', 'serverName', 'serverUuid', 'orgName', 'adminId', 'consumerKeyHint', 'expiresAt'],
        ...['daysLeft', 'state', 'stateSince', 'lastFetchAt', 'lastSyncAt', 'nextSyncAt', 'deviceCount'],
      ]),
    )
  })

  it('reads every device', async () => {
    const { exitCode, value } = await cli.json('sync')
    expect(exitCode).toBe(0)
    expect(value).toMatchObject({
      runs: [{ token: 'HQ', mode: 'fetch', received: 230, added: 230, modified: 0, removed: 0, error: null }],
    })
    expect((value['runs'] as { startedAt: string }[])[0]!.startedAt).toMatch(ISO)
  })

  it('reads what changed', async () => {
    const [first = '', second = ''] = Array.from(simulator.service.listDevices(), (row) => row.serial_number)
    simulator.service.removeDevice(first)
    simulator.service.modifyDevice(second, { asset_tag: 'DESK-7' })
    simulator.service.addDevices(1)
    const { value } = await cli.json('sync', '--token', 'hq')
    expect(value).toMatchObject({ runs: [{ mode: 'sync', added: 1, modified: 1, removed: 1, error: null }] })
    expect(await cli.json('device', 'show', first.toLowerCase())).toMatchObject({
      value: { device: { serial: first, atApple: 'gone', goneReason: 'deleted' }, timeline: [{ kind: 'removed' }, {}] },
    })
    expect(await cli.json('device', 'list', '--search', 'desk-7')).toMatchObject({
      value: { total: 1, devices: [{ serial: second, assetTag: 'DESK-7' }] },
    })
  })

  it('lists, sorts, pages and filters', async () => {
    const { value } = await cli.json('device', 'list', '--at-apple', 'present', '--sort', 'serial:desc', '--limit', '3')
    const serials = (value['devices'] as { serial: string }[]).map(({ serial }) => serial)
    const all = Array.from(simulator.service.listDevices(), (row) => row.serial_number).toSorted()
    expect(value['total']).toBe(230)
    expect(serials).toEqual(all.slice(-3).toReversed())
  })

  it('writes a part of the list to a CSV file and answers with the same devices', async () => {
    const part = ['device', 'list', '--sort', 'serial', '--limit', '3', '--offset', '2']
    const listed = (await cli.json(...part)).value
    const { exitCode, value } = await cli.json(...part, '--csv', cli.path('part.csv'))
    expect(exitCode).toBe(0)
    expect(value).toEqual({ ...listed, rows: 3, file: cli.path('part.csv') })
    const lines = readFileSync(cli.path('part.csv'), 'utf8').trimEnd().split('\r\n')
    const serials = (listed['devices'] as { serial: string }[]).map(({ serial }) => serial)
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(serials)
  })

  it('writes the lifecycle report', async () => {
    const { value } = await cli.json('report', 'lifecycle', '--out', cli.path('lifecycle.csv'))
    expect(value).toMatchObject({ report: 'lifecycle', rows: 231, file: cli.path('lifecycle.csv') })
    expect(readFileSync(cli.path('lifecycle.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(232)
  })

  it('backs up and restores into another folder, where the token works at once', async () => {
    writeFileSync(cli.path('backup.txt'), 'another passphrase\n')
    const backup = ['--backup-passphrase-file', cli.path('backup.txt')]
    expect((await cli.json('vault', 'backup', cli.path('vault.backup'), ...backup)).exitCode).toBe(0)
    const there = ['--data-dir', cli.path('other')]
    expect(await cli.json(...there, 'vault', 'restore', cli.path('vault.backup'), ...backup)).toMatchObject({
      exitCode: 0,
      value: { state: 'unlocked' },
    })
    expect(await cli.json(...there, 'sync')).toMatchObject({ exitCode: 0, value: { runs: [{ added: 230 }] } })
  })

  it('tells how the store is', async () => {
    const { exitCode, value } = await cli.json('doctor')
    expect(exitCode).toBe(0)
    expect(value).toMatchObject({ dataDir: cli.dataDir, store: { rows: 231, integrity: 'ok' }, vault: 'unlocked' })
  })

  it('removes a token only when told twice, and keeps its devices as history', async () => {
    expect((await cli.run(['token', 'remove', 'HQ'])).exitCode).toBe(2)
    expect((await cli.json('token', 'remove', 'HQ', '--yes')).exitCode).toBe(0)
    expect(await cli.json('device', 'list', '--at-apple', 'gone', '--limit', '0')).toMatchObject({
      value: { total: 231 },
    })
  })
})

it('lets several first commands make one vault together', async () => {
  const fresh = createCommandLine({ ADE_DESK_PASSPHRASE: PASSPHRASE })
  const keygen = (name: string) => fresh.json('token', 'keygen', '--name', name, '--out', fresh.path(`${name}.pem`))
  expect((await Promise.all([keygen('one'), keygen('two')])).map(({ exitCode }) => exitCode)).toEqual([0, 0])
  expect(await fresh.json('vault', 'status')).toMatchObject({ value: { state: 'unlocked', secrets: 2 } })
})
