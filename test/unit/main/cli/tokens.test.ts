import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSimulator, type Simulator } from '../../../../main/simulator/server.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'

let simulator: Simulator
let cli: ReturnType<typeof createCommandLine>

beforeAll(async () => {
  simulator = await createSimulator({ devices: 12 })
  cli = createCommandLine({ ADE_DESK_PASSPHRASE: 'correct horse battery', ADE_DESK_APPLE_URL: simulator.url })
  await cli.json('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'))
  writeFileSync(cli.path('hq.p7m'), simulator.issueToken(readFileSync(cli.path('hq.pem'))))
  await cli.json('token', 'import', cli.path('hq.p7m'))
  await cli.json('sync')
})
afterAll(() => simulator.close())

const firstToken = async () => ((await cli.json('token', 'list')).value['tokens'] as Record<string, unknown>[])[0] ?? {}
const present = async () => (await cli.json('device', 'list', '--at-apple', 'present', '--limit', '0')).value['total']

describe('who looks after a token', () => {
  it('is set member by member and listed', async () => {
    expect(await firstToken()).toMatchObject({ owner: null, deputy: null })
    await cli.json('token', 'contacts', 'hq', '--owner', 'Ada', '--owner-email', 'ada@example.com', '--deputy', 'Bo')
    await cli.json('token', 'contacts', 'hq', '--deputy', '', '--deputy-email', 'desk@example.com')
    expect(await firstToken()).toMatchObject({
      owner: { name: 'Ada', email: 'ada@example.com' },
      deputy: { name: null, email: 'desk@example.com' },
    })
    expect((await cli.run(['token', 'contacts', 'hq', '--owner-email', 'ada'])).exitCode).toBe(2)
  })

  it('survives a backup', async () => {
    writeFileSync(cli.path('backup.txt'), 'another passphrase\n')
    const backup = ['--backup-passphrase-file', cli.path('backup.txt')]
    await cli.json('vault', 'backup', cli.path('vault.backup'), ...backup)
    const there = ['--data-dir', cli.path('other')]
    await cli.json(...there, 'vault', 'restore', cli.path('vault.backup'), ...backup)
    expect(await cli.json(...there, 'token', 'show', 'hq')).toMatchObject({
      value: { token: { owner: { name: 'Ada' }, deputy: { email: 'desk@example.com' } } },
    })
  })
})

it('lists the limits Apple announces, and not the rest of the account', async () => {
  const token = await firstToken()
  expect(Array.isArray(token['limits'])).toBe(true)
  expect(token).not.toHaveProperty('account')
  expect(token['accountAt']).toMatch(/Z$/)
})

describe('an empty list', () => {
  it('is held back until somebody accepts it', async () => {
    for (const { serial_number } of [...simulator.service.listDevices()]) simulator.service.removeDevice(serial_number)
    // The events of these are lost, as they are now and then: only a complete list can tell.
    const store = new Database(join(cli.dataDir, 'ade-desk.db'))
    store.exec('UPDATE sync_state SET cursor = NULL')
    store.close()

    expect(await cli.json('sync', '--full')).toMatchObject({
      exitCode: 3,
      value: { runs: [{ state: 'failed', removed: 0, error: { code: 'sync.empty-list' } }] },
    })
    expect(await present()).toBe(12)
    const { out } = await cli.run(['sync', '--full'])
    expect(out).toContain('--full --accept-empty')

    expect((await cli.run(['sync', '--accept-empty'])).exitCode).toBe(2)
    expect(await cli.json('sync', '--full', '--accept-empty')).toMatchObject({
      exitCode: 0,
      value: { runs: [{ state: 'done', removed: 12 }] },
    })
    expect(await present()).toBe(0)
  })
})

it('finishes a removal that was killed, before anything is told', async () => {
  const store = new Database(join(cli.dataDir, 'ade-desk.db'))
  store.exec(`
    UPDATE devices SET at_apple = 1, gone_since_at = NULL, gone_reason_id = NULL;
    UPDATE assignments SET at_apple = 1;
    UPDATE tokens SET removed_at = 1, retiring_since_at = 1, credentials_secret_id = NULL;
  `)
  store.close()
  expect(await present()).toBe(0)
  expect(await cli.json('device', 'list', '--limit', '1')).toMatchObject({
    value: { total: 12, devices: [{ atApple: 'gone', goneReason: 'token-removed' }] },
  })
})
