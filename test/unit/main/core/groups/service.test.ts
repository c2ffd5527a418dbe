import { describe, expect, it } from 'vitest'
import { readPlaces, groupOf } from '../../../../../main/db/device-places.ts'
import { nextGroupNo } from '../../../../../main/db/groups.ts'
import { openDeviceStore } from '../../../../fakes/device-store.ts'
import { createStage } from './stage.ts'

/** `/Global` (1), EMEA (2) with Berlin (3, token HQ 1), EMEA-2 (4, token lab 2); A, B follow HQ, C follows lab, D is put to EMEA. */
function stageWithDevices() {
  const db = openDeviceStore([
    { serial: 'A', tokenNo: 1, atApple: 'present' },
    { serial: 'B', tokenNo: 1, atApple: 'present' },
    { serial: 'C', tokenNo: 2, atApple: 'present' },
    { serial: 'D', tokenNo: 1, groupNo: 2, atApple: 'present' },
  ])
  return createStage(db)
}
const refusedAs = (conflict: string) =>
  expect.objectContaining({ code: 'group.refused', facts: expect.objectContaining({ conflict }) as unknown })

describe('changes of the tree', () => {
  it('a new store has the root; groups are added, renamed, moved and listed parents first', async () => {
    const { apply, paths } = createStage()
    await apply({ kind: 'add', parent: '/Global', name: 'EMEA', type: 'region' })
    await apply({ kind: 'add', parent: '/global/emea', name: 'Berlin', groupId: 'ber' })
    await apply({ kind: 'add', parent: '/Global', name: 'APAC' })
    expect(await apply({ kind: 'rename', group: '/Global/EMEA', name: 'Europe' })).toMatchObject({
      group: '/Global/Europe',
    })
    expect(await apply({ kind: 'move', group: '/Global/Europe/Berlin', to: '/Global/APAC' })).toMatchObject({
      group: '/Global/APAC/Berlin',
      undo: { kind: 'move', group: '/Global/APAC/Berlin' },
    })
    expect(await paths()).toEqual(['/Global', '/Global/APAC', '/Global/APAC/Berlin', '/Global/Europe'])
  })

  it('names are unique below one group, Group IDs everywhere', async () => {
    const { apply } = createStage()
    await apply({ kind: 'add', parent: '/Global', name: 'EMEA', groupId: 'emea' })
    await expect(apply({ kind: 'add', parent: '/Global', name: 'emea' })).rejects.toMatchObject({
      code: 'group.name-taken',
    })
    await expect(apply({ kind: 'add', parent: '/Global', name: 'X', groupId: 'EMEA' })).rejects.toEqual(
      refusedAs('group-id-taken'),
    )
    await apply({ kind: 'rename', group: '/Global/EMEA', name: 'emea' })
  })

  it('a group is not moved below itself; the root is neither moved nor removed', async () => {
    const { apply } = stageWithDevices()
    await expect(apply({ kind: 'move', group: '/Global/EMEA', to: '/Global/EMEA/Berlin' })).rejects.toEqual(
      refusedAs('cycle'),
    )
    await expect(apply({ kind: 'move', group: '/Global/EMEA', to: '/Global/EMEA' })).rejects.toEqual(refusedAs('cycle'))
    await expect(apply({ kind: 'move', group: '/Global', to: '/Global/EMEA' })).rejects.toEqual(refusedAs('root'))
    await expect(apply({ kind: 'remove', group: '/Global' })).rejects.toEqual(refusedAs('root'))
    await expect(apply({ kind: 'remove', group: '/Global/No' })).rejects.toMatchObject({ code: 'group.not-found' })
  })

  it('a group with a token below it is not removed', async () => {
    const { apply } = stageWithDevices()
    await expect(apply({ kind: 'remove', group: '/Global/EMEA' })).rejects.toEqual(refusedAs('token-connected'))
  })

  it('a path that would become too long to be named is refused', async () => {
    const { apply } = createStage()
    let parent = '/Global'
    for (let depth = 0; depth < 9; depth++) {
      const name = `${depth}`.repeat(100)
      await apply({ kind: 'add', parent, name })
      parent = `${parent}/${name}`
    }
    await expect(apply({ kind: 'add', parent, name: 'x'.repeat(100) })).rejects.toEqual(refusedAs('path-too-long'))
  })

  it('the root answers to its first name after it was renamed', async () => {
    const { apply, show } = createStage()
    await apply({ kind: 'rename', group: '/Global', name: 'Contoso' })
    await apply({ kind: 'add', parent: '/Global', name: 'EMEA' })
    expect((await show('/Contoso/EMEA')).group.parent).toBe('/Contoso')
  })
})

describe('pages', () => {
  const schedule = { kind: 'set-page', page: 'schedule' } as const

  it('a value overrides, inheriting keeps it, overriding again brings it back', async () => {
    const { apply, show } = stageWithDevices()
    const group = '/Global/EMEA'
    await apply({ ...schedule, group, value: ' 060 ' })
    expect((await show('/Global/EMEA/Berlin')).effective.schedule).toMatchObject({ value: '60', from: group })
    await apply({ ...schedule, group, current: 'inherit' })
    expect((await show(group)).pages.schedule).toEqual({ current: 'inherit', child: 'any', value: '60' })
    await apply({ ...schedule, group, current: 'override' })
    expect((await show(group)).effective.schedule).toMatchObject({ value: '60', from: group })
  })

  it('minutes are bounded, a schedule that overrides has some, a profile may be none', async () => {
    const { apply, show } = stageWithDevices()
    const group = '/Global/EMEA'
    for (const value of ['9', '43201', 'daily', '-5', '1e3']) {
      await expect(apply({ ...schedule, group, value })).rejects.toMatchObject({ code: 'bad-input' })
    }
    await expect(apply({ ...schedule, group, current: 'override' })).rejects.toMatchObject({ code: 'bad-input' })
    const profile = { kind: 'set-page', group, page: 'default-profile' } as const
    await apply({ ...profile, current: 'override', value: null })
    expect((await show(group)).effective['default-profile']).toMatchObject({ value: null, from: group })
  })

  it('a token page connects the token that is named, and its devices follow', async () => {
    const { apply, show, tree } = stageWithDevices()
    await apply({ kind: 'set-page', group: '/Global/EMEA', page: 'token', value: 'hq', child: 'inherit-only' })
    expect((await show('/Global/EMEA')).pages.token).toEqual({
      current: 'override',
      child: 'inherit-only',
      value: 'HQ',
    })
    expect((await show('/Global/EMEA/Berlin')).effective.token).toMatchObject({
      value: 'HQ',
      from: '/Global/EMEA',
      forbiddenBy: '/Global/EMEA',
    })
    const counts = (await tree()).groups.map(({ path, deviceCount }) => [path, deviceCount])
    expect(Object.fromEntries(counts)).toMatchObject({ '/Global/EMEA': 3, '/Global/EMEA/Berlin': 0 })
  })

  it('what cannot be said of a token page is refused', async () => {
    const { apply, preview } = stageWithDevices()
    const token = { kind: 'set-page', page: 'token' } as const
    await expect(apply({ ...token, group: '/Global', value: 'nobody' })).rejects.toMatchObject({
      code: 'token.not-found',
    })
    await expect(apply({ ...token, group: '/Global', value: null })).rejects.toMatchObject({ code: 'bad-input' })
    await expect(apply({ ...token, group: '/Global/EMEA/Berlin', current: 'inherit' })).rejects.toEqual(
      refusedAs('token-connected'),
    )
    const missing = { ...token, group: '/Global', current: 'override' } as const
    expect((await preview(missing)).conflicts[0]).toMatchObject({ code: 'token-missing', severity: 'refuse' })
    await expect(apply(missing)).rejects.toEqual(refusedAs('token-missing'))
  })

  it('a refusal names the conflict, the group in the way and the page', async () => {
    const { apply } = stageWithDevices()
    await apply({ ...schedule, group: '/Global', value: '60', child: 'inherit-only' })
    await expect(apply({ ...schedule, group: '/Global/EMEA', value: '30' })).rejects.toMatchObject({
      code: 'group.refused',
      facts: { conflict: 'override-forbidden', group: '/Global/EMEA', page: 'schedule', other: '/Global' },
    })
  })
})

describe('previews', () => {
  it('tell where another value would count, for how many devices, each counted once', async () => {
    const { preview, apply, rows } = stageWithDevices()
    const before = rows()
    const change = { kind: 'set-page', group: '/Global/EMEA', page: 'schedule', value: '60' } as const
    expect(await preview(change)).toMatchObject({
      changes: [
        {
          group: '/Global/EMEA',
          before: { value: null, from: null },
          after: { value: '60', from: '/Global/EMEA' },
          deviceCount: 1,
        },
        { group: '/Global/EMEA/Berlin', deviceCount: 2 },
      ],
      deviceCount: 3,
    })
    expect(rows()).toEqual(before)
    await apply(change)
    expect((await preview(change)).changes).toEqual([])
  })

  it('a token that moves takes its devices to what counts there', async () => {
    const { preview, apply } = stageWithDevices()
    await apply({ kind: 'set-page', group: '/Global/EMEA-2', page: 'schedule', value: '60' })
    const moved = await preview({ kind: 'set-page', group: '/Global/EMEA-2', page: 'token', value: 'HQ' })
    // A and B get the schedule of EMEA-2; for C the page says HQ now, the older one of the two tokens.
    expect(moved.deviceCount).toBe(3)
    expect(moved.conflicts).toContainEqual(expect.objectContaining({ code: 'second-token-in-branch', other: 'lab' }))
  })

  it('a removed group passes its devices to what counts above', async () => {
    const { preview, apply } = createStage(
      openDeviceStore([{ serial: 'D', groupNo: 2, tokenNo: 2, atApple: 'present' }]),
    )
    await apply({ kind: 'set-page', group: '/Global', page: 'token', value: 'HQ' })
    await apply({ kind: 'set-page', group: '/Global/EMEA', page: 'schedule', value: '60' })
    expect(await preview({ kind: 'remove', group: '/Global/EMEA' })).toMatchObject({
      changes: [
        { group: '/Global/EMEA', page: 'schedule', before: { value: '60' }, after: { value: null }, deviceCount: 1 },
        { group: '/Global/EMEA/Berlin' },
      ],
      deviceCount: 1,
    })
  })
})

describe('removed groups', () => {
  it('devices count for the group above without being written; coming back brings them back', async () => {
    const { db, apply, undo, tree } = createStage(
      openDeviceStore([{ serial: 'D', groupNo: 3, tokenNo: 2, atApple: 'present' }]),
    )
    await apply({ kind: 'set-page', group: '/Global', page: 'token', value: 'HQ' })
    const pathOf = () => {
      const places = readPlaces(db)
      const { no } = db.prepare('SELECT group_no AS no FROM devices').get() as { no: number }
      return places.groups.get(groupOf(places, no, 2))
    }
    const countAt = async (path: string) => (await tree()).groups.find((group) => group.path === path)?.deviceCount
    await apply({ kind: 'remove', group: '/Global/EMEA/Berlin' })
    expect([pathOf(), await countAt('/Global/EMEA')]).toEqual(['/Global/EMEA', 1])
    await apply({ kind: 'remove', group: '/Global/EMEA' })
    expect([pathOf(), await countAt('/Global')]).toEqual(['/Global', 1])
    await undo()
    expect([pathOf(), await countAt('/Global/EMEA')]).toEqual(['/Global/EMEA', 1])
    expect(db.prepare('SELECT count(*) FROM device_changes').pluck().get()).toBe(0)
  })

  it('a number is never given again', async () => {
    const { db, apply, tree } = stageWithDevices()
    await apply({ kind: 'add', parent: '/Global', name: 'Last' })
    db.prepare("UPDATE devices SET group_no = 5 WHERE serial = 'D'").run()
    await apply({ kind: 'remove', group: '/Global/Last' })
    expect(nextGroupNo(db)).toBe(6)
    await apply({ kind: 'add', parent: '/Global', name: 'New' })
    expect((await tree()).groups.find(({ name }) => name === 'New')?.deviceCount).toBe(0)
  })

  it('key pairs and removed tokens go to the group above and come back', async () => {
    const { db, apply, undo, rows } = stageWithDevices()
    db.exec(`INSERT INTO secrets VALUES ('s', 'key', x'00', 0)`)
    db.exec(`INSERT INTO key_pairs (id, name, group_no, state, fingerprint_sha256, private_key_secret_id, created_at)
             VALUES ('k', 'k', 4, 'staged', 'f', 's', 0)`)
    db.exec('UPDATE tokens SET removed_at = 1 WHERE no = 2')
    const before = rows()
    await apply({ kind: 'remove', group: '/Global/EMEA-2' })
    expect(rows()).toMatchObject({ keyPairs: [{ group_no: 1 }], tokens: [{ group_no: 3 }, { group_no: 1 }] })
    await undo()
    expect(rows()).toEqual(before)
  })
})

describe('undo', () => {
  it('takes the last change back exactly, once', async () => {
    const { apply, undo, rows, tree } = stageWithDevices()
    await expect(undo()).rejects.toMatchObject({ code: 'group.nothing-to-undo' })
    const before = rows()
    await apply({ kind: 'set-page', group: '/Global', page: 'token', value: 'HQ', child: 'override-only' })
    expect((await tree()).undo).toMatchObject({ kind: 'set-page', group: '/Global' })
    expect(await undo()).toMatchObject({ kind: 'set-page', group: '/Global' })
    expect(rows()).toEqual(before)
    expect((await tree()).undo).toBeNull()
    await expect(undo()).rejects.toMatchObject({ code: 'group.nothing-to-undo' })
  })

  it('is refused when anything else moved the tree since, and offered no more', async () => {
    const { db, apply, undo, tree, service, changes } = stageWithDevices()
    await apply({ kind: 'add', parent: '/Global', name: 'New' })
    changes.length = 0
    db.exec("UPDATE tokens SET name = 'Renamed' WHERE no = 1")
    service.look()
    service.look()
    expect([changes.length, (await tree()).undo]).toEqual([1, null])
    await expect(undo()).rejects.toMatchObject({ code: 'group.nothing-to-undo' })
  })

  it('a sync that tells the same account again does not end it', async () => {
    const { db, apply, undo } = stageWithDevices()
    await apply({ kind: 'add', parent: '/Global', name: 'New' })
    db.exec("UPDATE tokens SET server_uuid = server_uuid, name = name, state = 'expiring'")
    expect(await undo()).toMatchObject({ kind: 'add' })
  })

  it('an added group stays when a key pair was made in it since', async () => {
    const { db, apply, undo } = stageWithDevices()
    await apply({ kind: 'add', parent: '/Global', name: 'New' })
    db.exec(`INSERT INTO secrets VALUES ('s', 'key', x'00', 0)`)
    db.exec(`INSERT INTO key_pairs (id, name, group_no, state, fingerprint_sha256, private_key_secret_id, created_at)
             VALUES ('k', 'k', 5, 'staged', 'f', 's', 0)`)
    await expect(undo()).rejects.toMatchObject({ code: 'group.nothing-to-undo' })
  })

  it('a change that changes nothing leaves the undo of the one before', async () => {
    const { apply, changes } = stageWithDevices()
    await apply({ kind: 'edit', group: '/Global/EMEA', groupId: 'emea' })
    changes.length = 0
    const { undo } = await apply({ kind: 'edit', group: '/Global/EMEA', groupId: 'emea' })
    expect([undo?.kind, changes.length]).toEqual(['edit', 0])
  })
})

describe('import of a tree', () => {
  const row = (path: string, type: string | null = null, groupId: string | null = null) => ({ path, type, groupId })

  it('adds what is missing with the groups on the way, changes type and Group ID, removes nothing; one undo', async () => {
    const { apply, undo, tree, rows, paths } = stageWithDevices()
    const before = rows()
    await apply({
      kind: 'import',
      rows: [
        row('/global/emea', 'Region', 'emea'),
        row('/Global/APAC/Tokyo/Shibuya', null, 'shibuya'),
        row('/Global/EMEA/Berlin'),
      ],
    })
    expect(await paths()).toEqual([
      '/Global',
      '/Global/APAC',
      '/Global/APAC/Tokyo',
      '/Global/APAC/Tokyo/Shibuya',
      '/Global/EMEA',
      '/Global/EMEA/Berlin',
      '/Global/EMEA-2',
    ])
    const { groups } = await tree()
    expect(groups.find(({ path }) => path === '/Global/EMEA')).toMatchObject({ type: 'Region', groupId: 'emea' })
    expect(groups.find(({ path }) => path === '/Global/EMEA/Berlin')).toMatchObject({
      type: 'Container',
      groupId: null,
    })
    await undo()
    expect(rows()).toEqual(before)
  })

  it('rules hold for imported groups too', async () => {
    const { apply, paths } = stageWithDevices()
    const before = await paths()
    await expect(
      apply({ kind: 'import', rows: [row('/Global/A', 'Customer'), row('/Global/A/B', 'Customer')] }),
    ).rejects.toEqual(refusedAs('customer-in-customer'))
    expect(await paths()).toEqual(before)
  })
})

it('tokens whose schedule becomes another are told with the change', async () => {
  const { apply, undo, changes } = stageWithDevices()
  await apply({ kind: 'set-page', group: '/Global/EMEA', page: 'schedule', value: '60' })
  await apply({ kind: 'set-page', group: '/Global/EMEA-2', page: 'token', value: 'HQ' })
  await undo()
  expect(changes.map(({ rescheduled }) => rescheduled)).toEqual([[1], [1], [1]])
})
