import { z } from 'zod'
import {
  CHILD_PERMISSIONS,
  CURRENT_SETTINGS,
  GROUP_PAGES,
  type EffectiveSetting,
  type Group,
  type GroupConflict,
  type GroupDetails,
  type GroupPage,
  type GroupPreview,
} from '../model/group.ts'
import { call, push, type } from './define.ts'
import { groupPath } from './tokens.ts'

/** A CSV file of a tree: groups by the thousand, a line each. */
export const MAX_TREE_FILE_BYTES = 8 * 1024 * 1024
export const MAX_TREE_ROWS = 20_000

export const groupName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}/]*$/u, 'a name has no slash and no control characters')
const shortText = z
  .string()
  .trim()
  .min(1)
  .max(50)
  .regex(/^[^\p{Cc}]*$/u, 'control characters are not allowed')
const groupType = shortText
const groupId = shortText

/** Every name on the way is checked: an import makes groups of them. */
const newPath = groupPath.refine(
  (path) =>
    path
      .replace(/\/+$/, '')
      .split('/')
      .slice(1)
      .every((name) => name === name.trim() && groupName.safeParse(name).success),
  'every part of a path is the name of a group',
)

export const treeRow = z.strictObject({ path: newPath, type: groupType.nullable(), groupId: groupId.nullable() })

/** Anything that can be done to the tree: previewed, applied and undone alike. */
export const groupChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('add'),
    parent: groupPath,
    name: groupName,
    type: groupType.optional(),
    groupId: groupId.optional(),
  }),
  z.strictObject({ kind: z.literal('rename'), group: groupPath, name: groupName }),
  /** An undefined member stays as it is; a null Group ID takes it away. */
  z.strictObject({
    kind: z.literal('edit'),
    group: groupPath,
    type: groupType.optional(),
    groupId: groupId.nullable().optional(),
  }),
  z.strictObject({ kind: z.literal('move'), group: groupPath, to: groupPath }),
  /** With everything below it. Refused while a token sits there; its devices go to the group above. */
  z.strictObject({ kind: z.literal('remove'), group: groupPath }),
  /**
   * `value`: a token's or profile's id or name, or minutes; undefined keeps what was set before. A value without
   * `current` overrides. A token page overrides exactly where a token is connected: a value connects that token here.
   */
  z.strictObject({
    kind: z.literal('set-page'),
    group: groupPath,
    page: z.enum(GROUP_PAGES),
    current: z.enum(CURRENT_SETTINGS).optional(),
    child: z.enum(CHILD_PERMISSIONS).optional(),
    value: z.string().max(200).nullable().optional(),
  }),
  /** Adds what is missing and changes type and Group ID of what exists; removes nothing. */
  z.strictObject({ kind: z.literal('import'), rows: z.array(treeRow).max(MAX_TREE_ROWS) }),
])
export type GroupChange = z.infer<typeof groupChange>
export type TreeRow = z.infer<typeof treeRow>

export type GroupTree = {
  /** Every group before the groups below it, siblings by name. */
  readonly groups: readonly Group[]
  /** Per group what counts there, without the way it was found. */
  readonly effective: Readonly<Record<string, Readonly<Record<GroupPage, Pick<EffectiveSetting, 'value' | 'from'>>>>>
  readonly conflicts: readonly GroupConflict[]
  /** The last change, while it can be undone. */
  readonly undo: UndoableChange | null
}

export type UndoableChange = { readonly kind: GroupChange['kind']; readonly group: string; readonly at: number }

/** Why a row of a tree file cannot be used: the words are in the catalogue, area `groups`. */
export const ROW_FAULTS = [
  'path-missing',
  'path-empty',
  'path-too-long',
  'other-root',
  'name-unusable',
  'values-unusable',
  'same-path',
  'same-group-id',
  'too-many',
] as const
/** `about`: the path, the name, the root, the other line or the bound that the words speak of; empty for nothing. */
export type RowFault = { readonly code: (typeof ROW_FAULTS)[number]; readonly about: string }

/** A tree file, read: nothing is dropped without a reason. `reason` is the fault in English. */
export type TreeFile = {
  readonly rows: readonly TreeRow[]
  readonly rejected: readonly { readonly line: number; readonly fault: RowFault; readonly reason: string }[]
}

const CHANGE_FAILS = ['group.not-found', 'group.refused', 'group.name-taken', 'token.not-found', 'db.busy'] as const

export const groups = {
  tree: call({ input: z.strictObject({}), output: type<GroupTree>() }),

  show: call({
    input: z.strictObject({ group: groupPath }),
    output: type<GroupDetails>(),
    fails: ['group.not-found'],
  }),

  /** What a change would do; nothing is changed. A change that would be refused is answered with its conflicts. */
  preview: call({
    input: z.strictObject({ change: groupChange }),
    output: type<GroupPreview>(),
    fails: CHANGE_FAILS,
  }),

  /** Makes the change in one transaction. `group.refused` names the conflict in its facts. */
  apply: call({
    input: z.strictObject({ change: groupChange }),
    output: type<{ readonly group: string; readonly undo: UndoableChange | null }>(),
    fails: CHANGE_FAILS,
  }),

  /** Takes the last change back exactly. `group.nothing-to-undo` where there is none or the tree moved on since. */
  undo: call({
    input: z.strictObject({}),
    output: type<UndoableChange>(),
    fails: ['group.nothing-to-undo', 'db.busy'],
  }),

  /** Reads a CSV of path, type and Group ID; changes nothing. */
  readTreeFile: call({
    input: z.strictObject({
      fileName: z.string().max(1000),
      bytes: z.custom<Uint8Array>(
        (value) => value instanceof Uint8Array && value.length <= MAX_TREE_FILE_BYTES,
        'a file of at most 8 MB is expected',
      ),
    }),
    output: type<TreeFile>(),
  }),

  changed: push<null>(),
} as const
