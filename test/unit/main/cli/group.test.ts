import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDb } from '../../../../main/db/open.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'
import { insertToken } from '../../../fakes/device-store.ts'

describe('group', () => {
  it('adds, sets, shows why, moves, renames and removes, with the keys that are promised', async () => {
    const cli = createCommandLine()
    const added = await cli.json('group', 'add', '/Global/EMEA', '--type', 'Customer', '--group-id', 'emea')
    expect(added.value).toMatchObject({
      group: { path: '/Global/EMEA', type: 'Customer', groupId: 'emea', parent: '/Global', deviceCount: 0 },
    })
    await cli.json('group', 'add', '/Global/EMEA/Berlin')
    const set = ['group', 'set', '/Global/EMEA', 'schedule', '--current', 'override', '--child', 'inherit-only']
    expect((await cli.json(...set, '--value', '60')).exitCode).toBe(0)
    const { value: shown } = await cli.json('group', 'show', '/global/emea/BERLIN')
    expect(shown).toMatchObject({
      effective: {
        token: { value: null, from: null },
        defaultProfile: { value: null, from: null },
        schedule: {
          value: 60,
          from: '/Global/EMEA',
          trace: [
            { group: '/Global/EMEA/Berlin', found: 'inherit' },
            { group: '/Global/EMEA', found: 'override' },
          ],
        },
      },
    })
    await cli.json('group', 'add', '/Global/APAC')
    expect((await cli.json('group', 'move', '/Global/EMEA/Berlin', '--to', '/Global/APAC')).value).toMatchObject({
      group: { path: '/Global/APAC/Berlin' },
      changes: [{ page: 'schedule', before: { value: '60' }, after: { value: null } }],
    })
    expect((await cli.json('group', 'rename', '/Global/APAC', 'Asia')).value).toMatchObject({
      group: { path: '/Global/Asia' },
    })
    expect((await cli.json('group', 'remove', '/Global/Asia/Berlin')).value).toMatchObject({
      removed: '/Global/Asia/Berlin',
      devicesIn: '/Global/Asia',
    })
    expect((await cli.json('group', 'undo')).value).toMatchObject({ undone: { kind: 'remove' } })
    const { value: list } = await cli.json('group', 'list')
    expect((list['groups'] as { path: string }[]).map(({ path }) => path)).toEqual([
      '/Global',
      '/Global/Asia',
      '/Global/Asia/Berlin',
      '/Global/EMEA',
    ])
  })

  it('what is refused ends with 2, names the conflict and changes nothing', async () => {
    const cli = createCommandLine()
    await cli.run(['group', 'set', '/Global', 'schedule', '--value', '60', '--child', 'inherit-only'])
    await cli.run(['group', 'add', '/Global/EMEA'])
    const refused = await cli.json('group', 'set', '/Global/EMEA', 'schedule', '--value', '30')
    expect(refused).toMatchObject({ exitCode: 2, value: { error: { code: 'group.refused' } } })
    expect((refused.value['error'] as { message: string }).message).toContain(
      '/Global lets the groups below it inherit only',
    )
    for (const args of [
      ['group', 'show', '/Global/Nowhere'],
      ['group', 'add', 'EMEA'],
      ['group', 'add', '/EMEA'],
      ['group', 'add', '/Global/No/EMEA'],
      ['group', 'rename', '/Global/EMEA', 'a/b'],
      ['group', 'edit', '/Global/EMEA'],
      ['group', 'set', '/Global/EMEA', 'colour', '--value', 'red'],
      ['group', 'set', '/Global/EMEA', 'schedule'],
      ['group', 'set', '/Global/EMEA', 'schedule', '--child', 'never'],
      ['group', 'set', '/Global/EMEA', 'token', '--value', 'nobody'],
    ]) {
      expect([args.join(' '), (await cli.run(args)).exitCode]).toEqual([args.join(' '), 2])
    }
  })

  it('--dry-run tells what would change and changes nothing; what would be refused ends with 2', async () => {
    const cli = createCommandLine()
    await cli.run(['group', 'add', '/Global/EMEA', '--type', 'Customer'])
    const dry = await cli.json('group', 'set', '/Global', 'schedule', '--value', '60', '--dry-run')
    expect(dry).toMatchObject({
      exitCode: 0,
      value: { dryRun: true, changes: [{}, { group: '/Global/EMEA' }], deviceCount: 0 },
    })
    const refused = await cli.json('group', 'add', '/Global/EMEA/Sub', '--type', 'Customer', '--dry-run')
    expect(refused).toMatchObject({
      exitCode: 2,
      value: { conflicts: [{ code: 'customer-in-customer', severity: 'refuse' }] },
    })
    expect((await cli.run(['group', 'list'])).out).not.toMatch(/60|Sub/)
  })

  it('imports a tree; rows that cannot be used are told and end with 4', async () => {
    const cli = createCommandLine()
    const file = cli.path('tree.csv')
    writeFileSync(file, '\uFEFFPath;Type;Group ID\r\n/Global/EMEA;Region;emea\r\n/Other/X;;\r\nAPAC/Tokyo;;tokyo\r\n')
    const dry = await cli.json('group', 'import', file, '--dry-run')
    expect(dry.value).toMatchObject({ dryRun: true, import: { rows: 3, accepted: 2, rejected: [{ line: 3 }] } })
    const done = await cli.json('group', 'import', file)
    expect(done.exitCode).toBe(4)
    expect(done.err).toContain('Line 3 is left out: the path does not begin with /Global.')
    const { out } = await cli.run(['group', 'list'])
    expect(out).toMatch(/APAC[^]*Tokyo.*tokyo[^]*EMEA.*Region.*emea/)
    await cli.run(['group', 'undo'])
    expect((await cli.run(['group', 'list'])).out).not.toContain('EMEA')
    writeFileSync(file, 'nothing\n')
    expect((await cli.run(['group', 'import', cli.path('none.csv')])).exitCode).toBe(2)
  })

  it('inherit only above a group that overrides says what is masked', async () => {
    const cli = createCommandLine()
    await cli.run(['group', 'add', '/Global/EMEA'])
    await cli.run(['group', 'set', '/Global', 'schedule', '--value', '60'])
    await cli.run(['group', 'set', '/Global/EMEA', 'schedule', '--value', '30'])
    const { err } = await cli.run(['group', 'set', '/Global', 'schedule', '--child', 'inherit-only'])
    expect(err).toContain(
      'Note: /Global/EMEA sets the schedule, which is kept but does not count, because /Global lets the groups below',
    )
    const { value } = await cli.json('group', 'show', '/Global/EMEA')
    expect(value).toMatchObject({
      effective: { schedule: { value: 60, forbiddenBy: '/Global' } },
      pages: { schedule: { current: 'override', value: 30 } },
    })
  })
})

it('a schedule that is set at a group moves the next run of the tokens it counts for', async () => {
  const cli = createCommandLine()
  await cli.run(['group', 'add', '/Global/EMEA'])
  const db = openDb(join(cli.dataDir, 'ade-desk.db'))
  const now = Date.now()
  insertToken(db, { no: 1, name: 'HQ', groupNo: 2 })
  db.prepare('UPDATE sync_state SET last_success_at = ?, next_sync_at = ?').run(now, now + 24 * 3_600_000)
  db.close()
  await cli.run(['group', 'set', '/Global', 'schedule', '--value', '60'])
  const { value } = await cli.json('token', 'show', 'HQ')
  expect(value).toMatchObject({ token: { nextSyncAt: new Date(now + 3_600_000).toISOString() } })
})
