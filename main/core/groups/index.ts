import type { GroupChange, GroupTree, UndoableChange } from '../../../shared/contract/groups.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { groupConflictText } from '../../../shared/group-text.ts'
import type { GroupId } from '../../../shared/model/ids.ts'
import { findGroup, listRemovedGroups } from '../../db/groups.ts'
import {
  applyTreePatch,
  readSeats,
  readTreeRevision,
  readUndo,
  readUndoTitle,
  saveUndo,
  type Seat,
  type TreePatch,
} from '../../db/group-tree.ts'
import type { DeviceReader } from '../devices/index.ts'
import type { CorePorts } from '../ports.ts'
import { evaluateInTurns } from './conflicts.ts'
import { describeDetails, describeTree } from './describe.ts'
import { refuseChange } from './failures.ts'
import { diffTrees, invertPatch, isEmptyPatch } from './patch.ts'
import { planChange, requireGroup, type Plan } from './plan-change.ts'
import { ownCounts, previewPlan, refusalsOf, type Devices } from './preview.ts'
import { keepTree } from './kept-tree.ts'
import { listRescheduled } from './schedules.ts'
import { readTreeFile } from './tree-file.ts'
import { pathOf, rootOf, type Tree } from './tree.ts'

export { resolveLanding, type Landing, type LandingInput } from './landing.ts'
export { assertTokenAllowed } from './token-seat.ts'
export { readSchedule, readTokenPage, type Schedule } from './schedules.ts'

export type GroupPorts = Pick<CorePorts, 'db' | 'clock' | 'random' | 'log'> & {
  readonly reader: Pick<DeviceReader, 'countByGroup'>
}

/** `rescheduled`: numbers of the tokens whose schedule is another one now. */
export type GroupsChanged = { readonly rescheduled: readonly number[] }

export type GroupService = ReturnType<typeof createGroupService>

export function createGroupService({ db, clock, random, log, reader }: GroupPorts) {
  const listeners = new Set<(change: GroupsChanged) => void>()
  const making = () => ({ newId: () => random.uuid() as GroupId, now: clock.now() }) // branded where it is made
  const kept = keepTree(db)
  const currentTree = kept.now

  async function readDevices(): Promise<Devices> {
    return { classes: await reader.countByGroup(), removed: listRemovedGroups(db) }
  }

  let seen = readTreeRevision(db)
  function changed(change: GroupsChanged): void {
    seen = readTreeRevision(db)
    for (const listener of listeners) listener(change)
  }

  function apply(change: GroupChange) {
    const now = clock.now()
    const done = db
      .transaction(() => {
        const before = currentTree()
        const plan = planChange(before, change, making())
        refuseConflicts(before, plan)
        const patch = diffTrees(before, plan.after, readSeats(db))
        if (isEmptyPatch(patch)) return { before, plan, revision: null }
        applyTreePatch(db, patch)
        saveUndo(db, { kind: change.kind, group: titleOf(before, plan, change), at: now, patch })
        return { before, plan, revision: readTreeRevision(db) }
      })
      .immediate()
    const { before, revision } = done
    const { after, groupNo } = done.plan
    if (revision !== null) {
      kept.changed({ before, after, revision })
      log.info('groups.changed', { kind: change.kind })
      changed({ rescheduled: listRescheduled(before, after) })
    }
    return { group: pathOf(after, groupNo), undo: undoable() }
  }

  function undo(): UndoableChange {
    const done = db
      .transaction(() => {
        const last = readUndo(db)
        if (!last) throw new AppError('group.nothing-to-undo', 'the tree was changed since, or never')
        const before = currentTree()
        const patch = invertPatch(last.patch)
        refuseOccupied(readSeats(db), patch)
        applyTreePatch(db, patch)
        saveUndo(db, null)
        return { last, before, revision: readTreeRevision(db) }
      })
      .immediate()
    const { before, revision, last } = done
    const { kind, group, at } = last
    kept.undone({ before, undone: last.revision, revision })
    log.info('groups.undone', { kind })
    changed({ rescheduled: listRescheduled(before, currentTree()) })
    return { kind: kind as UndoableChange['kind'], group, at } // written by `apply`
  }

  function undoable(): UndoableChange | null {
    const title = readUndoTitle(db)
    return title ? { ...title, kind: title.kind as UndoableChange['kind'] } : null // written by `apply`
  }

  const handlers: CoreHandlers['groups'] = {
    tree: async (): Promise<GroupTree> => {
      const devices = await readDevices()
      const [tree, undo] = [currentTree(), undoable()] // of one moment: others may move the tree while it is described
      return { ...(await describeTree(tree, ownCounts(tree, devices))), undo }
    },

    show: async ({ group }) => {
      const devices = await readDevices()
      const tree = currentTree()
      return describeDetails(tree, requireGroup(tree, group), ownCounts(tree, devices))
    },

    preview: async ({ change }) => {
      const devices = await readDevices()
      const tree = currentTree()
      const plan = planChange(tree, change, making())
      await evaluateInTurns(plan.after)
      return previewPlan(tree, plan, devices)
    },

    apply: ({ change }) => apply(change),

    undo: () => undo(),

    readTreeFile: ({ bytes }) => readTreeFile(bytes, rootOf(currentTree()).name),
  }

  return {
    handlers,

    /** The token that counts at a group, by name, and the group that says so. Undefined for a path nobody knows. */
    effectiveToken(path: string): { readonly token: string | null; readonly from: string | null } | undefined {
      const tree = currentTree()
      const known = findGroup(db, path)
      const group = known && tree.groups.get(known.no)
      if (!group) return undefined
      const { value, from } = describeDetails(tree, group, new Map()).effective.token
      return { token: value, from }
    },

    /** Tells listeners when the tree was moved by somebody else: an import of a token, another process. */
    look(): void {
      if (readTreeRevision(db) !== seen) changed({ rescheduled: [] })
    },

    /** Returns the function that stops listening. */
    onChanged(listener: (change: GroupsChanged) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Throws `group.refused` for the first conflict that the change would bring about. */
function refuseConflicts(before: Tree, plan: Plan): void {
  const [first] = refusalsOf(before, plan)
  if (!first) return
  const { code, group, page, other } = first
  throw refuseChange(groupConflictText(first), { conflict: code, group, page, other })
}

/** A group that the change had added cannot go again once a key pair or a profile was put there. */
function refuseOccupied(seats: readonly Seat[], { groups }: TreePatch): void {
  const going = new Set(groups.flatMap(({ before, after }) => (before && !after ? [before.no] : [])))
  if (!seats.some(({ groupNo }) => going.has(groupNo))) return
  throw new AppError('group.nothing-to-undo', 'a key pair or a profile was made in the new group since')
}

/** What the undo calls it: the group as it is called afterwards, or as it was called when it is gone. */
function titleOf(before: Tree, { after, groupNo }: Plan, change: GroupChange): string {
  if (change.kind === 'remove') return pathOf(before, requireGroup(before, change.group).no)
  return pathOf(after, groupNo)
}
