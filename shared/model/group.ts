/** Types the console knows. Others may be typed in: they behave like Container. */
export const GROUP_TYPES = ['Global', 'Partner', 'Customer', 'Container', 'Prospect', 'Division', 'Region'] as const

/** What is set at a group and passed down the tree. */
export const GROUP_PAGES = ['token', 'default-profile', 'schedule'] as const
export type GroupPage = (typeof GROUP_PAGES)[number]

/** Of the page `schedule`, in minutes: Apple is not asked more often, and a month is too long to trust a list. */
export const SCHEDULE_MINUTES = { least: 10, most: 30 * 24 * 60 } as const

/** Whether a group takes the page from above or sets it itself. */
export const CURRENT_SETTINGS = ['inherit', 'override'] as const
export type CurrentSetting = (typeof CURRENT_SETTINGS)[number]

/** What a group lets the groups below it do. */
export const CHILD_PERMISSIONS = ['inherit-only', 'override-only', 'any'] as const
export type ChildPermission = (typeof CHILD_PERMISSIONS)[number]

/** A node of the tree. `path` such as `/Global/EMEA/Berlin` names it everywhere outside of the store. */
export type Group = {
  readonly path: string
  readonly name: string
  readonly type: string
  /** The Group ID users and profiles name; unique, null where devices do not enroll. */
  readonly groupId: string | null
  /** Path of the group above; null for the root. */
  readonly parent: string | null
  /** Devices in this very group, without those below. */
  readonly deviceCount: number
}

/** One page as it is set at one group. `value`: a token's or profile's name, a number of minutes, or null. */
export type PageSetting = {
  readonly current: CurrentSetting
  readonly child: ChildPermission
  /** Kept while the group inherits, so that overriding again brings it back. */
  readonly value: string | null
}

/** One look at a group on the way up: what was found there and what followed. */
export type TraceStep = {
  readonly group: string
  readonly found: 'override' | 'inherit' | 'not-passed-down' | 'forced-from-above' | 'nothing-above'
}

/** What counts at a group, and why. */
export type EffectiveSetting = {
  readonly value: string | null
  /** Path of the group that sets it; null where nobody does. */
  readonly from: string | null
  readonly trace: readonly TraceStep[]
  /** Path of the group that forbids to override here; null where it is allowed. */
  readonly forbiddenBy: string | null
}

/** Situations of the tree that are refused or deserve a word. */
export const GROUP_CONFLICTS = [
  'override-forbidden',
  'token-twice',
  'token-masked',
  'token-missing',
  'second-token-in-branch',
  'customer-in-customer',
  'type-not-allowed',
  'group-id-missing',
  'group-id-taken',
] as const
export type GroupConflictCode = (typeof GROUP_CONFLICTS)[number]

export type GroupConflict = {
  readonly code: GroupConflictCode
  /** A refusal stops the change; a warning is said. */
  readonly severity: 'refuse' | 'warn'
  readonly group: string
  readonly page: GroupPage | null
  /** Path of the other group it is about; of several tokens at one group the name of a further one. */
  readonly other: string | null
}

/** Whether `other` is the name of a further token at the group itself; a group it is about lies above it. */
export function namesToken({ code, group, other }: Pick<GroupConflict, 'code' | 'group' | 'other'>): boolean {
  return code === 'second-token-in-branch' && other !== null && !group.startsWith(`${other}/`)
}

/** Everything about one group. */
export type GroupDetails = {
  readonly group: Group
  readonly pages: Readonly<Record<GroupPage, PageSetting>>
  readonly effective: Readonly<Record<GroupPage, EffectiveSetting>>
  readonly conflicts: readonly GroupConflict[]
  /** Devices in this group and all below it. */
  readonly branchDeviceCount: number
}

/** What a change would do, told before it is made. */
export type GroupPreview = {
  /** Groups where another value would count than now. */
  readonly changes: readonly {
    readonly group: string
    readonly page: GroupPage
    readonly before: { readonly value: string | null; readonly from: string | null }
    readonly after: { readonly value: string | null; readonly from: string | null }
    readonly deviceCount: number
  }[]
  /** Devices for which something changes, each counted once. */
  readonly deviceCount: number
  /** Of the tree as it would be. One with severity `refuse` stops it. */
  readonly conflicts: readonly GroupConflict[]
}
