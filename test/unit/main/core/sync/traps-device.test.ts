import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../../shared/errors.ts'
import { ENROLLMENT_STATUS } from '../../../../../shared/model/device.ts'
import type { WireDevice } from '../../../../../main/clients/ade/wire.ts'
import { lastPage } from '../../../../fakes/ade-client.ts'
import { change, createStage, device, minuteAt, type Stage } from './stage.ts'

/** Fetches these devices, then applies each list as one page of changes. */
async function stageWith(
  listed: readonly WireDevice[],
  ...changes: readonly (readonly WireDevice[])[]
): Promise<Stage> {
  const stage = createStage()
  await stage.sync({ pages: [lastPage('F', listed), lastPage('S')] })
  for (const [index, rows] of changes.entries()) await stage.sync({ pages: [lastPage(`S${index}`, rows)] })
  return stage
}

describe('events about a device (C9–C17)', () => {
  it('C9: rows of a fetch have no event and still tell the whole state', async () => {
    const stage = await stageWith([device('A', { profile_status: 'assigned', profile_uuid: 'P1' })])
    expect(stage.device('A')).toMatchObject({ atApple: 'present', profileStatus: 'assigned', assignment: 2 })
  })

  it('C10: the same serial number twice in a page ends with the latest event', async () => {
    const rows = [change('A', 'modified', 9, { asset_tag: 'NEW' }), change('A', 'modified', 3, { asset_tag: 'OLD' })]
    expect((await stageWith([device('A')], rows)).device('A')?.assetTag).toBe('NEW')
  })

  it('C10: at the same moment "deleted" wins, in one page and across pages', async () => {
    const [deleted, added] = [change('A', 'deleted', 5), change('A', 'added', 5)]
    const states = [[[deleted, added]], [[added, deleted]], [[deleted], [added]], [[added], [deleted]]].map(
      async (pages) => (await stageWith([], ...pages)).device('A')?.atApple,
    )
    expect(await Promise.all(states)).toEqual(['gone', 'gone', 'gone', 'gone'])
  })

  it('C10: without a date the later row counts', async () => {
    const rows = [1, 2].map((tag) => device('A', { op_type: 'modified', asset_tag: String(tag) }))
    expect((await stageWith([device('A')], rows)).device('A')?.assetTag).toBe('2')
  })

  it('C11: an older event after a newer one changes nothing and is counted as unchanged', async () => {
    const stage = await stageWith(
      [device('A')],
      [change('A', 'modified', 9, { asset_tag: 'NEW' })],
      [change('A', 'deleted', 8), change('A', 'modified', 7, { asset_tag: 'OLD' })],
    )
    expect(stage.device('A')).toMatchObject({ atApple: 'present', assetTag: 'NEW' })
    expect(stage.runs()[0]).toMatchObject({ received: 2, unchanged: 2, modified: 0, removed: 0 })
  })

  it('C12: times with Z, with an offset and without a zone are put in the right order', async () => {
    const at = (op_date: string, asset_tag: string) => device('A', { op_type: 'modified', op_date, asset_tag })
    const rows = [
      at('2026-01-01T12:00:00+02:00', 'FIRST'),
      at('2026-01-01T11:30:00', 'LAST'),
      at('2026-01-01T11:00:00Z', 'SECOND'),
    ]
    expect((await stageWith([device('A')], rows)).device('A')?.assetTag).toBe('LAST')
  })

  it('C13: "modified" for an unknown serial number is a new device', async () => {
    const stage = await stageWith([], [change('N', 'modified', 5)])
    expect([stage.device('N')?.atApple, stage.events('N').map(({ kind }) => kind), stage.runs()[0]?.added]).toEqual([
      'present',
      ['added'],
      1,
    ])
  })

  it('C13: "added" for a known one is a change, and its profile is compared', async () => {
    const profile = { profile_status: 'assigned', profile_uuid: 'P1' }
    const stage = await stageWith([device('A', profile)], [change('A', 'added', 5)])
    expect(stage.device('A')).toMatchObject({ atApple: 'present', profileStatus: 'empty', profileUuid: null })
    expect(stage.events('A').map(({ kind }) => kind)).toEqual(['added', 'profile-removed'])
    expect(stage.runs()[0]).toMatchObject({ added: 0, modified: 1 })
  })

  it('C14: "deleted" for an unknown serial number leaves a tombstone and no error', async () => {
    const stage = await stageWith([], [{ serial_number: 'X', op_type: 'deleted', op_date: '2026-01-01T00:05:00Z' }])
    expect(stage.device('X')).toMatchObject({ atApple: 'gone', goneReason: 'deleted', goneSince: minuteAt(5) })
    expect(stage.runs()[0]).toMatchObject({ state: 'done', removed: 1 })
  })

  it('C14: a "deleted" row of two keys keeps what was known of the device', async () => {
    const listed = device('A', { asset_tag: 'ROOM 1', profile_status: 'assigned', profile_uuid: 'P1' })
    const stage = await stageWith([listed], [{ serial_number: 'A', op_type: 'deleted' }])
    expect(stage.device('A')).toMatchObject({
      atApple: 'gone',
      model: 'IPAD',
      color: 'SILVER',
      assetTag: 'ROOM 1',
      profileUuid: 'P1',
      raw: listed,
    })
  })

  it('C15: a replaced device has its own reason, and both devices say so in their history', async () => {
    const stage = createStage()
    await stage.sync({ pages: [lastPage('F', [device('OLD')]), lastPage('S')] })
    const pages = [
      lastPage('S2', [
        change('OLD', 'deleted', 5, { released_by_replacement: true }),
        change('NEW', 'added', 6, { is_replacement_device: true }),
      ]),
    ]
    const replacements = { NEW: { serial: 'NEW', originalSerial: 'OLD', replacementDate: '2026-01-01' } }
    const first = await stage.sync({ pages, replacements })
    const second = await stage.sync({ pages: [lastPage('S3')], replacements })
    expect([stage.device('OLD')?.goneReason, first.asked, second.asked]).toEqual(['replaced', ['NEW'], []])
    expect(stage.events('OLD').at(-1)).toMatchObject({ kind: 'replaced-by', detail: { serial: 'NEW' } })
    expect(stage.events('NEW').at(-1)).toMatchObject({ kind: 'replaces', detail: { serial: 'OLD' } })
  })

  it('C15: Apple knowing of no replacement is no error and is not asked again', async () => {
    const stage = createStage()
    const listed = [device('NEW', { is_replacement_device: true })]
    const first = await stage.sync({ pages: [lastPage('F', listed), lastPage('S')] })
    const second = await stage.sync({ pages: [lastPage('S2')] })
    expect([first.run.state, first.asked, second.asked]).toEqual(['done', ['NEW'], []])
  })

  it('C15: trouble with the question is no trouble of the run, and the next run asks again', async () => {
    const stage = createStage()
    const listed = [device('NEW', { is_replacement_device: true })]
    const first = await stage.sync({
      pages: [lastPage('F', listed), lastPage('S')],
      replacements: { NEW: new AppError('ade.busy', 'later') },
    })
    const second = await stage.sync({ pages: [lastPage('S2')] })
    expect([first.run.state, second.asked]).toEqual(['done', ['NEW']])
  })

  it('C16: a device that was deleted and comes back is present again, and its history has both', async () => {
    const stage = await stageWith([device('A')], [change('A', 'deleted', 5)], [change('A', 'added', 9)])
    expect(stage.device('A')).toMatchObject({ atApple: 'present', goneSince: null, goneReason: null })
    expect(stage.events('A').map(({ kind }) => kind)).toEqual(['added', 'removed', 'returned'])
  })

  it('C16: deleted and added within one page is told as both', async () => {
    const stage = await stageWith([device('A')], [change('A', 'deleted', 5), change('A', 'added', 9)])
    expect(stage.device('A')?.atApple).toBe('present')
    expect(stage.events('A').map(({ kind, at }) => [kind, at])).toEqual([
      ['added', minuteAt(0)],
      ['removed', minuteAt(5)],
      ['returned', minuteAt(9)],
    ])
  })

  it('an event without a type is a state', async () => {
    const stage = await stageWith([device('A')], [change('A', '', 5, { asset_tag: 'TOLD' })])
    expect(stage.device('A')).toMatchObject({ atApple: 'present', assetTag: 'TOLD' })
  })
})

describe('a device on two tokens', () => {
  const token2 = { tokenNo: 2 }

  it('is shown where it was seen last, and keeps both histories', async () => {
    const stage = createStage()
    await stage.sync({ pages: [lastPage('F', [device('A')]), lastPage('S')] })
    await stage.sync({ pages: [lastPage('F', []), lastPage('S', [change('A', 'added', 9)])] }, token2)
    await stage.sync({ pages: [lastPage('S2', [change('A', 'deleted', 8)])] })
    expect(stage.device('A')).toMatchObject({ atApple: 'present', tokenNo: 2 })
    expect(stage.events('A').map(({ kind, tokenNo, detail }) => [kind, tokenNo, detail])).toEqual([
      ['added', 1, null],
      ['moved', 2, { fromTokenNo: 1 }],
      ['removed', 1, { reason: 'deleted' }],
    ])
  })

  it('an older claim does not take it from the token that has it now', async () => {
    const stage = createStage()
    await stage.sync({ pages: [lastPage('F'), lastPage('S', [change('A', 'added', 9, { asset_tag: 'NOW' })])] }, token2)
    await stage.sync({ pages: [lastPage('F'), lastPage('S', [change('A', 'modified', 3, { asset_tag: 'OLD' })])] })
    expect(stage.device('A')).toMatchObject({ tokenNo: 2, assetTag: 'NOW' })
  })

  it('leaving one of two leaves it on the other', async () => {
    const stage = createStage()
    const pages = [lastPage('F', [device('A')]), lastPage('S')]
    await stage.sync({ pages })
    await stage.sync({ pages }, token2)
    await stage.sync({ pages: [lastPage('S2', [change('A', 'deleted', 8)])] }, token2)
    expect(stage.device('A')).toMatchObject({ atApple: 'present', tokenNo: 1 })
  })
})

describe('rows as they come (D1–D11)', () => {
  it('D1: a row of one key is a device, and absent is null', async () => {
    const stage = await stageWith([{ serial_number: 'X' }])
    expect(stage.device('X')).toMatchObject({ atApple: 'present', model: null, color: null, profileStatus: null })
  })

  it('D1: empty dates, "-1" and null are no trouble', async () => {
    const row = device('X', {
      device_assigned_date: '',
      profile_push_time: null,
      device_assigned_by: '-1',
      color: null,
    })
    const stage = await stageWith([row])
    expect(stage.device('X')).toMatchObject({ assignedDate: null, profilePushTime: null, color: null, raw: row })
  })

  it('D1: what an answer leaves out of the hardware stays known, what it tells as empty is empty', async () => {
    const stage = await stageWith(
      [device('A'), device('B')],
      [
        { serial_number: 'A', op_type: 'modified', op_date: '2026-01-01T00:05:00Z' },
        { serial_number: 'B', op_type: 'modified', op_date: '2026-01-01T00:05:00Z', model: '' },
      ],
    )
    expect([stage.device('A')?.model, stage.device('B')?.model]).toEqual(['IPAD', null])
  })

  it('D2: an empty profile status beside a UUID is unknown, and the words stay', async () => {
    const stage = await stageWith([device('X', { profile_status: '', profile_uuid: '88FC' })])
    const { profileStatus, profileUuid, enrollmentStatus, raw } = stage.device('X')!
    expect([profileStatus, profileUuid, ENROLLMENT_STATUS[enrollmentStatus], raw?.['profile_status']]).toEqual([
      null,
      '88FC',
      'unknown',
      '',
    ])
  })

  it('D3: profile UUIDs of any length are kept as they are, and their case means nothing', async () => {
    const uuid = '88FC4E378FEA4021A94B2D7268FBF76'
    const assigned = (profile_uuid: string) => ({ profile_status: 'assigned', profile_uuid })
    const stage = await stageWith(
      [device('A', assigned(uuid)), device('B', { profile_uuid: '' })],
      [change('A', 'modified', 5, assigned(uuid.toLowerCase()))],
    )
    expect([stage.device('A')?.profileUuid, stage.device('B')?.profileUuid]).toEqual([uuid, null])
    expect(stage.events('A').map(({ kind }) => kind)).toEqual(['added'])
  })

  it('D4: an unknown family stays visible', async () => {
    expect((await stageWith([device('X', { device_family: 'FooPad' })])).device('X')?.family).toBe('FooPad')
  })

  it('D7, D8: every date has its own column, also a deadline', async () => {
    const stage = await stageWith([
      device('X', {
        device_assigned_date: '2026-01-01T00:01:00Z',
        profile_status: 'pushed',
        profile_assign_time: '2026-01-01T00:02:00Z',
        profile_push_time: '2026-01-01T00:03:00Z',
        mdm_migration_deadline: '2026-01-01T00:04:00Z',
      }),
    ])
    expect(stage.device('X')).toMatchObject({
      assignedDate: minuteAt(1),
      profileAssignTime: minuteAt(2),
      profilePushTime: minuteAt(3),
      migrationDeadline: minuteAt(4),
    })
  })

  it('D9: serial numbers are compared trimmed and in capitals', async () => {
    const stage = await stageWith([device(' abc1 '), device('ABC1')])
    expect(stage.runs()[0]).toMatchObject({ received: 2, added: 1, unchanged: 1 })
    expect(stage.device('ABC1')).toBeDefined()
  })

  it('D10, D11: unknown keys and long numbers in texts are kept as received', async () => {
    const row = device('X', {
      x_future: { list: [1, 'two'] },
      imei: ['35 9007199254740993 1'],
      eid: '9007199254740993',
    })
    expect((await stageWith([row])).device('X')?.raw).toEqual(row)
  })

  it('control characters are data', async () => {
    const tag = 'A\u0000\u001b[31m\u2028'
    expect((await stageWith([device('X', { asset_tag: tag })])).device('X')?.assetTag).toBe(tag)
  })
})
