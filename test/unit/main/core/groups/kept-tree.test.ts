import { expect, test } from 'vitest'
import { keepTree } from '../../../../../main/core/groups/kept-tree.ts'
import { describeTree } from '../../../../../main/core/groups/describe.ts'
import { readTreeRevision } from '../../../../../main/db/group-tree.ts'
import { openDeviceStore } from '../../../../fakes/device-store.ts'
import { createStage, treeOf } from './stage.ts'

/** Store and tree in memory, with one change made as the service makes it. */
function changedOnce() {
  const db = openDeviceStore()
  const kept = keepTree(db)
  const before = kept.now()
  db.prepare("UPDATE groups SET name = 'Europe' WHERE no = 2").run()
  const after = { ...before, groups: new Map(before.groups) }
  const changed = readTreeRevision(db)
  kept.changed({ before, after, revision: changed })
  return { db, kept, before, after, changed }
}

test('a change of ours and its undo lead to trees that are there already', () => {
  const { db, kept, before, after, changed } = changedOnce()
  expect(kept.now()).toBe(after)
  db.prepare("UPDATE groups SET name = 'EMEA' WHERE no = 2").run()
  kept.undone({ before: after, undone: changed, revision: readTreeRevision(db) })
  expect(kept.now()).toBe(before)
})

test('what somebody else has moved is read again', () => {
  const { db, kept, before, after } = changedOnce()
  db.prepare("UPDATE groups SET name = 'Asia' WHERE no = 2").run()
  expect([...kept.now().groups.values()].map(({ name }) => name)).toContain('Asia')
  expect([before, after]).not.toContain(kept.now())
})

test('the undo of a change that somebody else made is read from the store', () => {
  const { db, kept, after, changed } = changedOnce()
  db.prepare("UPDATE groups SET name = 'Asia' WHERE no = 2").run()
  kept.undone({ before: after, undone: changed + 1, revision: readTreeRevision(db) })
  expect([...kept.now().groups.values()].map(({ name }) => name)).toContain('Asia')
})

test('the number of a group whose addition was undone is not given again', async () => {
  const { apply, undo, rows } = createStage()
  await apply({ kind: 'add', parent: '/Global', name: 'A' })
  await undo()
  await apply({ kind: 'add', parent: '/Global', name: 'B' })
  expect(rows().groups).toMatchObject([{ no: 1 }, { no: 3, name: 'B' }])
})

test('groups at which the same counts share what is told of it', async () => {
  const { effective } = await describeTree(
    treeOf({ '/G': { schedule: ['60', 'any'] }, '/G/X': {}, '/G/Y': {} }),
    new Map(),
  )
  expect(effective['/G/X']!.schedule).toBe(effective['/G/Y']!.schedule)
  expect(effective['/G/X']!.schedule).toEqual({ value: '60', from: '/G' })
})
