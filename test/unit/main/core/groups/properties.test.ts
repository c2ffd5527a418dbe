import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateAll } from '../../../../../main/core/groups/conflicts.ts'
import { evaluateChain } from '../../../../../main/core/groups/effective.ts'
import {
  branchOf,
  isInBranch,
  makeTree,
  pageAt,
  pathOf,
  rootOf,
  type Tree,
} from '../../../../../main/core/groups/tree.ts'
import { readTreeRows } from '../../../../../main/db/group-tree.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { CHILD_PERMISSIONS, CURRENT_SETTINGS, GROUP_PAGES } from '../../../../../shared/model/group.ts'
import type { GroupChange } from '../../../../../shared/contract/groups.ts'
import { openDeviceStore } from '../../../../fakes/device-store.ts'
import { createStage } from './stage.ts'

/** A wish whose groups are picked by number out of those that are there when its turn comes. */
const wish = fc.record({
  kind: fc.constantFrom('add', 'rename', 'edit', 'move', 'remove', 'set-page', 'set-page', 'set-page', 'import'),
  at: fc.nat(30),
  to: fc.nat(30),
  name: fc.constantFrom('A', 'b', 'C', 'd d', 'É'),
  type: fc.constantFrom('Container', 'Customer', 'Partner', 'Region', undefined),
  groupId: fc.constantFrom('x', 'y', null, undefined),
  page: fc.constantFrom(...GROUP_PAGES),
  current: fc.constantFrom(...CURRENT_SETTINGS, undefined),
  child: fc.constantFrom(...CHILD_PERMISSIONS, undefined),
  value: fc.constantFrom('15', '60', 'HQ', 'lab', undefined),
})
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never
const wishes = fc.array(wish, { maxLength: 25 })

function changeOf(tree: Tree, { kind, at, to, name, type, groupId, ...page }: Wish): GroupChange {
  const numbers = [...tree.groups.keys()]
  const [group, other] = [at, to].map((index) => pathOf(tree, numbers[index % numbers.length]!)) as [string, string]
  switch (kind) {
    case 'add':
      return { kind, parent: group, name, ...(type && { type }), ...(groupId && { groupId }) }
    case 'rename':
      return { kind, group, name }
    case 'edit':
      return { kind, group, ...(type && { type }), ...(groupId !== undefined && { groupId }) }
    case 'move':
      return { kind, group, to: other }
    case 'remove':
      return { kind, group }
    case 'import':
      return { kind, rows: [{ path: `${group}/${name}/z`, type: type ?? null, groupId: groupId ?? null }] }
    default: {
      const { page: name, current, child, value } = page
      const fits = name === 'schedule' ? /^\d/.test(value ?? '1') : true
      return {
        kind: 'set-page',
        group,
        page: name,
        ...(current && { current }),
        ...(child && { child }),
        ...(value && fits && { value }),
      }
    }
  }
}

/** Runs wishes against a store; those the rules refuse are passed over. `after` sees every tree that came to be. */
async function play(given: readonly Wish[], after: (tree: Tree, stage: ReturnType<typeof createStage>) => unknown) {
  const stage = createStage(openDeviceStore())
  const treeNow = () => makeTree(readTreeRows(stage.db))
  for (const one of given) {
    try {
      await stage.apply(changeOf(treeNow(), one))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
    await after(treeNow(), stage)
  }
}

test('the tree is one tree: a root, no cycle, no name twice, every group reached once', async () => {
  await fc.assert(
    fc.asyncProperty(wishes, (given) =>
      play(given, (tree) => {
        const branch = branchOf(tree, rootOf(tree).no)
        expect(new Set(branch.map(({ no }) => no)).size).toBe(tree.groups.size)
        expect(branch.length).toBe(tree.groups.size)
        expect(new Set(branch.map(({ no }) => pathOf(tree, no).toLowerCase())).size).toBe(branch.length)
      }),
    ),
    { numRuns: 60 },
  )
})

test('one origin per page: it lies above, it overrides, and inherit only always wins', async () => {
  await fc.assert(
    fc.asyncProperty(wishes, (given) =>
      play(given, (tree) => {
        const evaluation = evaluateAll(tree)
        for (const page of GROUP_PAGES) {
          for (const [no, { value, fromNo, forbiddenBy }] of evaluation[page]) {
            if (fromNo === null) expect(value).toBeNull()
            else {
              expect(isInBranch(tree, no, fromNo)).toBe(true)
              expect(pageAt(tree, fromNo, page)).toMatchObject({ current: 'override', value })
            }
            // The highest group on the way that overrides with "inherit only" and is reached rules all below it.
            const way = wayDown(tree, no)
            const ruler = way.find((at) => at !== no && rules(tree, at, page))
            expect(forbiddenBy).toBe(ruler ?? null)
            if (ruler !== undefined) expect(fromNo).toBe(ruler)
            const chain = way.map((at) => ({ no: at, setting: pageAt(tree, at, page) }))
            expect(evaluateChain(chain)).toEqual({ value, fromNo })
          }
        }
      }),
    ),
    { numRuns: 60 },
  )
})

test('undo restores exactly, and what is refused leaves everything as it was', async () => {
  await fc.assert(
    fc.asyncProperty(wishes, wish, async (given, last) => {
      let stage: ReturnType<typeof createStage> | undefined
      await play(given, (_tree, at) => (stage = at))
      stage ??= createStage(openDeviceStore())
      const before = makeTree(readTreeRows(stage.db))
      const rows = stage.rows()
      const change = changeOf(before, last)
      const outcome = await stage.apply(change).catch((error: unknown) => error)
      if (outcome instanceof AppError) {
        expect(stage.rows()).toEqual(rows)
        return
      }
      if (JSON.stringify(stage.rows()) !== JSON.stringify(rows)) await stage.undo()
      expect(stage.rows()).toEqual(rows)
    }),
    { numRuns: 100 },
  )
})

test('what is told from memory is what is stored, after every change and every undo', async () => {
  await fc.assert(
    fc.asyncProperty(wishes, fc.array(fc.boolean(), { minLength: 1 }), async (given, undone) => {
      let turn = 0
      await play(given, async (_tree, stage) => {
        expect(await stage.tree()).toEqual(await stage.storedTree())
        if (!undone[turn++ % undone.length] || !(await stage.tree()).undo) return
        await stage.undo()
        expect(await stage.tree()).toEqual(await stage.storedTree())
      })
    }),
    { numRuns: 30 },
  )
})

test('a preview says what then is so', async () => {
  await fc.assert(
    fc.asyncProperty(wishes, wish, async (given, last) => {
      let stage: ReturnType<typeof createStage> | undefined
      await play(given, (_tree, at) => (stage = at))
      stage ??= createStage(openDeviceStore())
      const before = makeTree(readTreeRows(stage.db))
      const change = changeOf(before, last)
      const preview = await stage.preview(change).catch((error: unknown) => error)
      const applied = await stage.apply(change).catch((error: unknown) => error)
      const isRefused =
        preview instanceof AppError ||
        (preview as { conflicts: readonly { severity: string }[] }).conflicts.some(
          ({ severity }) => severity === 'refuse',
        )
      expect(applied instanceof AppError).toBe(isRefused)
      if (isRefused) return
      const after = makeTree(readTreeRows(stage.db))
      const said = preview as {
        changes: readonly { group: string; page: (typeof GROUP_PAGES)[number]; after: unknown }[]
      }
      for (const { group, page, after: side } of said.changes) {
        const no = [...before.groups.keys()].find((at) => pathOf(before, at) === group)!
        if (!after.groups.has(no)) continue
        const { value, fromNo } = evaluateAll(after)[page].get(no)!
        expect(side).toEqual({ value, from: fromNo === null ? null : pathOf(after, fromNo) })
      }
    }),
    { numRuns: 60 },
  )
})

/** Numbers from the root down to a group. */
function wayDown(tree: Tree, no: number): readonly number[] {
  const way: number[] = []
  for (let at: number | null = no; at !== null; at = tree.groups.get(at)!.parentNo) way.unshift(at)
  return way
}

function rules(tree: Tree, no: number, page: (typeof GROUP_PAGES)[number]): boolean {
  const { current, child } = pageAt(tree, no, page)
  return current === 'override' && child === 'inherit-only'
}
