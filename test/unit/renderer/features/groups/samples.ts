import type { GroupTree } from '../../../../../shared/contract/groups.ts'
import {
  GROUP_PAGES,
  type EffectiveSetting,
  type Group,
  type GroupDetails,
  type GroupPage,
  type PageSetting,
} from '../../../../../shared/model/group.ts'

export function group(path: string, facts: Partial<Group> = {}): Group {
  const end = path.lastIndexOf('/')
  return {
    path,
    name: path.slice(end + 1),
    type: 'Container',
    groupId: null,
    parent: end === 0 ? null : path.slice(0, end),
    deviceCount: 0,
    ...facts,
  }
}

const forAllPages = <T>(value: T) =>
  Object.fromEntries(GROUP_PAGES.map((page) => [page, value])) as Record<GroupPage, T>

/** A tree in which the root sets everything, unless told otherwise. */
export function tree(groups: readonly Group[], facts: Partial<GroupTree> = {}): GroupTree {
  const from = groups[0]?.path ?? null
  return {
    groups,
    effective: Object.fromEntries(groups.map(({ path }) => [path, forAllPages({ value: null, from })])),
    conflicts: [],
    undo: null,
    ...facts,
  }
}

const INHERITS: PageSetting = { current: 'inherit', child: 'any', value: null }
const NOTHING: EffectiveSetting = { value: null, from: null, trace: [], forbiddenBy: null }

export function details(path: string, facts: Partial<GroupDetails> = {}): GroupDetails {
  return {
    group: group(path),
    pages: forAllPages(INHERITS),
    effective: forAllPages(NOTHING),
    conflicts: [],
    branchDeviceCount: 0,
    ...facts,
  }
}
