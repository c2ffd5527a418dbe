import type { GroupChange, UndoableChange } from '../../../shared/contract/groups.ts'
import { text } from '../../lib/text.ts'
import { nameOf, parentOf } from './paths.ts'
import { valueText } from './setting-words.ts'
import { countBelow, type TreeIndex } from './tree-index.ts'

export type ChangeWords = {
  readonly title: string
  /** What the change itself does, before what follows from it. */
  readonly intro: readonly string[]
  readonly confirm: string
  /** Said once it was made. */
  readonly done: string
}

type SetPage = Extract<GroupChange, { kind: 'set-page' }>
type Edit = Extract<GroupChange, { kind: 'edit' }>

/** A change in words: before it is made, and after. */
export function changeWords(change: GroupChange, index: TreeIndex): ChangeWords {
  const words = text().groups.changes
  switch (change.kind) {
    case 'add':
      return {
        title: words.addTitle(change.name, nameOf(change.parent)),
        intro: [words.addIntro],
        confirm: words.addConfirm,
        done: words.addDone(change.name),
      }
    case 'rename':
      return {
        title: words.renameTitle(nameOf(change.group), change.name),
        intro: [words.renameIntro],
        confirm: words.renameConfirm,
        done: words.renameDone(change.name),
      }
    case 'edit':
      return {
        title: words.editTitle(nameOf(change.group)),
        intro: editIntro(change),
        confirm: words.editConfirm,
        done: words.editDone(nameOf(change.group)),
      }
    case 'move':
      return {
        title: words.moveTitle(nameOf(change.group), nameOf(change.to)),
        intro: [words.moveIntro(countBelow(index, change.group))],
        confirm: words.moveConfirm,
        done: words.moveDone(nameOf(change.group), nameOf(change.to)),
      }
    case 'remove':
      return {
        title: words.removeTitle(nameOf(change.group)),
        intro: [removeIntro(change.group, index)],
        confirm: words.removeConfirm,
        done: words.removeDone(nameOf(change.group)),
      }
    case 'set-page': {
      const page = text().groups.pages[change.page]
      return {
        title: words.setTitle(page, nameOf(change.group)),
        intro: setIntro(change),
        confirm: words.setConfirm,
        done: words.setDone(page, nameOf(change.group)),
      }
    }
    case 'import':
      return {
        title: words.importTitle(change.rows.length),
        intro: [words.importIntro],
        confirm: words.importConfirm,
        done: words.importDone(change.rows.length),
      }
  }
}

/** "Moving “Berlin” was undone." */
export function undoneText({ kind, group }: UndoableChange): string {
  return text().groups.undo.done[kind](nameOf(group))
}

function removeIntro(group: string, index: TreeIndex): string {
  const devices = index.byPath.get(group)?.branchDeviceCount ?? 0
  return text().groups.changes.removeIntro(countBelow(index, group), devices, nameOf(parentOf(group) ?? ''))
}

function editIntro({ type, groupId }: Edit): readonly string[] {
  const words = text().groups.changes
  return [
    ...(type === undefined ? [] : [words.editType(type)]),
    ...(groupId === undefined ? [] : [groupId === null ? words.editNoId : words.editId(groupId)]),
  ]
}

function setIntro({ page, current, child, value }: SetPage): readonly string[] {
  const { changes, setting } = text().groups
  return [
    ...(current === 'inherit' ? [changes.setInherit] : []),
    ...(current !== 'inherit' && value !== undefined ? [changes.setOverride(valueText(page, value))] : []),
    ...(child === undefined ? [] : [changes.setChild(setting.child[child])]),
  ]
}
