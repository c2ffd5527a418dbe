import type { GroupChange, GroupTree, TreeFile } from '../../../shared/contract/groups.ts'
import type { GroupDetails, GroupPreview } from '../../../shared/model/group.ts'
import type { RegistrationRule } from '../../../shared/model/registration-token.ts'
import type { Failure } from '../../lib/api.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'
import type { TreeIndex } from './tree-index.ts'
import type { TreeView } from './tree-rows.ts'

/** The tree as the core has it, and what is looked up in it. */
export type LoadedTree = { readonly tree: GroupTree; readonly index: TreeIndex }

/** A change somebody is asked about before it is made. */
export type Pending = {
  readonly change: GroupChange
  readonly preview: Remote<GroupPreview>
  readonly isApplying: boolean
  /** Why making it failed; the preview may have become old meanwhile. */
  readonly error: Failure | null
}

/** Which question about a group is open. */
export type Asking = { readonly kind: 'add' | 'rename' | 'edit' | 'move'; readonly group: string }

/** A file of groups on its way in. */
export type Importing = { readonly fileName: string | null; readonly file: Remote<TreeFile> }

/** Rules of registration tokens by path of the group that sets them. */
export type RulesByGroup = ReadonlyMap<string, RegistrationRule>

export type GroupsState = {
  readonly loaded: Remote<LoadedTree>
  readonly view: TreeView | null
  readonly expanded: ReadonlySet<string>
  readonly search: string
  /** Path of the group on the right. */
  readonly chosen: string | null
  readonly details: Remote<GroupDetails>
  readonly rules: Remote<RulesByGroup>
  /** Why a rule could not be set. */
  readonly ruleError: Failure | null
  readonly asking: Asking | null
  readonly pending: Pending | null
  readonly importing: Importing | null
  readonly isUndoing: boolean
  /** Why the last undo failed. */
  readonly undoError: Failure | null
}

export type GroupsStore = StoreApi<GroupsState>

export function createGroupsStore(): GroupsStore {
  return createStore<GroupsState>()(() => ({
    loaded: IDLE,
    view: null,
    expanded: new Set(),
    search: '',
    chosen: null,
    details: IDLE,
    rules: IDLE,
    ruleError: null,
    asking: null,
    pending: null,
    importing: null,
    isUndoing: false,
    undoError: null,
  }))
}
