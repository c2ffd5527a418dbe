import type { GroupTree } from '../../shared/contract/groups.ts'
import { groupConflictText } from '../../shared/group-text.ts'
import {
  GROUP_PAGES,
  type Group,
  type GroupDetails,
  type GroupPage,
  type GroupPreview,
  type TraceStep,
} from '../../shared/model/group.ts'
import { table } from './output.ts'

/** The command line's JSON calls pages as its other keys are called; minutes are a number. */
const JSON_KEYS = { token: 'token', 'default-profile': 'defaultProfile', schedule: 'schedule' } as const

export function detailsJson(details: GroupDetails) {
  const { group, conflicts, branchDeviceCount } = details
  return {
    group,
    effective: byPage((page) => {
      const effective = details.effective[page]
      return { ...effective, value: jsonValue(page, effective.value) }
    }),
    pages: byPage((page) => {
      const setting = details.pages[page]
      return { ...setting, value: jsonValue(page, setting.value) }
    }),
    conflicts,
    branchDeviceCount,
  }
}

function byPage<T>(make: (page: GroupPage) => T) {
  return Object.fromEntries(GROUP_PAGES.map((page) => [JSON_KEYS[page], make(page)]))
}

function jsonValue(page: GroupPage, value: string | null): string | number | null {
  return page === 'schedule' && value !== null ? Number(value) : value
}

/** Indented by depth; what a group sets itself is marked. */
export function groupTable(groups: readonly Group[], effective: GroupTree['effective']): string {
  const rows = groups.map(({ path, name, type, groupId, deviceCount }) => {
    const counts = effective[path]!
    const said = GROUP_PAGES.map((page) => {
      const text = valueText(page, counts[page].value)
      return counts[page].from === path ? `${text} *` : text
    })
    const depth = path.split('/').length - 2
    return [`${'  '.repeat(depth)}${name}`, type, groupId, String(deviceCount), ...said]
  })
  const headers = ['GROUP', 'TYPE', 'GROUP ID', 'DEVICES', 'TOKEN', 'DEFAULT PROFILE', 'SCHEDULE']
  return `${table(headers, rows)}\n\n* set at this group; all else is inherited`
}

export function describeDetails(details: GroupDetails): string {
  const { group, pages, effective, conflicts } = details
  const facts = table(
    ['Group', group.path],
    [
      ['Type', group.type],
      ['Group ID', group.groupId],
      ['Devices', `${group.deviceCount}, with all groups below ${details.branchDeviceCount}`],
    ],
  )
  const settings = table(
    ['PAGE', 'CURRENT', 'GROUPS BELOW', 'COUNTS HERE', 'FROM', 'WHY'],
    GROUP_PAGES.map((page) => {
      const { value, from, trace } = effective[page]
      return [
        page,
        pages[page].current,
        pages[page].child,
        valueText(page, value),
        from,
        trace.map(stepText).join('; '),
      ]
    }),
  )
  const notes = conflicts.map((conflict) => `Note: ${groupConflictText(conflict)}.`)
  return [facts, '', settings, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n')
}

/** Many groups change alike: the rest is counted. */
const MOST_ROWS = 50

export function describePreview({ changes, deviceCount, conflicts }: GroupPreview): string {
  const rows = changes
    .slice(0, MOST_ROWS)
    .map(({ group, page, before, after, deviceCount: count }) => [
      group,
      page,
      valueText(page, before.value),
      valueText(page, after.value),
      after.from,
      String(count),
    ])
  const more = changes.length > MOST_ROWS ? `\nand ${changes.length - MOST_ROWS} more` : ''
  const list =
    rows.length === 0
      ? 'No value that counts would change.'
      : table(['GROUP', 'PAGE', 'NOW', 'THEN', 'FROM', 'DEVICES'], rows) + more
  const said = conflicts.map(
    (conflict) => `${conflict.severity === 'refuse' ? 'Refused' : 'Note'}: ${groupConflictText(conflict)}.`,
  )
  return [list, '', `Devices for which something changes: ${deviceCount}. Nothing was changed.`, ...said].join('\n')
}

function valueText(page: GroupPage, value: string | null): string {
  if (value === null) return page === 'schedule' ? 'every 24 hours (the program’s own)' : '–'
  return page === 'schedule' ? `every ${value} minutes` : value
}

function stepText({ group, found }: TraceStep): string {
  return `${group} ${FOUND[found]}`
}

const FOUND: Readonly<Record<TraceStep['found'], string>> = {
  override: 'sets it',
  inherit: 'inherits',
  'not-passed-down': 'does not pass it down',
  'forced-from-above': 'has its own value, overruled from above',
  'nothing-above': 'has nothing above to inherit from',
}
