import type { DeviceDecision } from '../../db/device-pages.ts'
import type { DeviceFields, DeviceStanding, NewEvent, Presence, StoredDevice } from '../../db/device-rows.ts'
import {
  changedFields,
  changedMembers,
  changeEvents,
  fillGaps,
  mergeGone,
  mergeState,
  type Changes,
} from './device-change.ts'
import { lifecycleAfter, NEW_LIFECYCLE } from './lifecycle.ts'
import { orderRows } from './merge-page.ts'
import type { IncomingDevice } from './read-device.ts'

export type DecisionContext = { readonly tokenNo: number; readonly now: number }

/** The device while the rows of a page are laid over it, one after the other. */
type Draft = {
  fields: DeviceFields
  standing: DeviceStanding
  here: Presence | undefined
  raw: string | null
}

type Outcome = 'added' | 'modified' | 'removed' | 'unchanged'

const NO_FIELDS: DeviceFields = {
  model: null,
  description: null,
  color: null,
  assetTag: null,
  family: null,
  os: null,
  profileStatus: null,
  profileUuid: null,
  assignedBy: null,
  assignedDate: null,
  profileAssignTime: null,
  profilePushTime: null,
  migrationDeadline: null,
}

const UNKNOWN_STANDING: DeviceStanding = {
  tokenNo: null,
  atApple: 'unknown',
  goneSince: null,
  goneReason: null,
  ...NEW_LIFECYCLE,
}

/** What a page's rows about one device change in the store. A function of its arguments, so that a page can be applied again. */
export function decideDevice(
  stored: StoredDevice | undefined,
  rows: readonly IncomingDevice[],
  context: DecisionContext,
): DeviceDecision {
  const ordered = orderRows(rows)
  const counts = { added: 0, modified: 0, removed: 0, unchanged: rows.length - ordered.length }
  if (stored && isAsStored(stored, ordered, context)) {
    counts.unchanged += 1
    return { counts, events: [], here: laterOperation(stored.here, ordered[0]) }
  }
  const before = stored?.load() ?? { fields: NO_FIELDS, standing: UNKNOWN_STANDING }
  const draft: Draft = { ...before, here: stored?.here, raw: stored?.raw ?? null }
  const events: NewEvent[] = []
  for (const row of ordered) counts[applyRow(draft, row, { ...context, stored, events })] += 1
  const { fields, standing, here } = draft
  const isChanged = fields !== before.fields || standing !== before.standing
  return {
    counts,
    events,
    here: here === stored?.here ? undefined : here,
    raw: draft.raw !== null && draft.raw !== stored?.raw ? draft.raw : undefined,
    device: isChanged ? { fields, standing } : undefined,
    isReplacement: rows.some((row) => row.isReplacement),
  }
}

/** The common case of a repeated fetch, told without reading the device: the very same object, on the same token. */
function isAsStored(stored: StoredDevice, rows: readonly IncomingDevice[], { tokenNo }: DecisionContext): boolean {
  const [row] = rows
  return (
    rows.length === 1 &&
    row!.gone === null &&
    row!.raw === stored.raw &&
    stored.tokenNo === tokenNo &&
    stored.atApple === 'present' &&
    stored.here?.atApple === 'present'
  )
}

function laterOperation(here: Presence | undefined, row: IncomingDevice | undefined): Presence | undefined {
  if (!here || row?.opAt == null || row.opAt <= (here.opAt ?? -Infinity)) return undefined
  return { ...here, opAt: row.opAt, isOpDeleted: false }
}

type RowContext = DecisionContext & { readonly stored: StoredDevice | undefined; readonly events: NewEvent[] }

function applyRow(draft: Draft, row: IncomingDevice, context: RowContext): Outcome {
  if (isStale(draft.here, row)) {
    const filled = fillGaps(draft.fields, row.told)
    if (Object.keys(changedFields(draft.fields, filled)).length > 0) draft.fields = filled
    return 'unchanged'
  }
  return row.gone === null ? applyPresent(draft, row, context) : applyGone(draft, row, context)
}

/** An event that happened before the one already known; at the same moment "deleted" stands. */
function isStale(here: Presence | undefined, row: IncomingDevice): boolean {
  if (row.opAt === null || here?.opAt == null) return false
  return row.opAt < here.opAt || (row.opAt === here.opAt && here.isOpDeleted && row.gone === null)
}

function applyPresent(draft: Draft, row: IncomingDevice, context: RowContext): Outcome {
  const { tokenNo, events } = context
  const wasHere = draft.here?.atApple === 'present'
  const at = row.opAt ?? context.now
  const arrival = wasHere ? undefined : arrivalEvent(draft, tokenNo, at)
  setPresence(draft, row, { atApple: 'present', since: wasHere ? draft.here!.since : at })
  if (isKnownBetterElsewhere(draft, row, context)) {
    if (arrival) events.push(arrival)
    return wasHere ? 'unchanged' : 'added'
  }
  const before = draft.fields
  const after = mergeState(before, row.told)
  const isOtherText = row.raw !== draft.raw
  const changes = arrival ? NO_CHANGES : findChanges(before, after, isOtherText ? [draft.raw, row.raw] : undefined)
  const hasChanged = changes !== NO_CHANGES
  if (arrival || hasChanged) draft.fields = after
  if (isOtherText) draft.raw = row.raw
  stand(draft, { tokenNo, atApple: 'present', goneSince: null, goneReason: null })
  if (arrival) {
    events.push(arrival)
    return 'added'
  }
  if (!hasChanged) return 'unchanged'
  events.push(...changeEvents(changes, { before, after, at }))
  return 'modified'
}

const NO_CHANGES: Changes = {}

function findChanges(
  before: DeviceFields,
  after: DeviceFields,
  texts: readonly [before: string | null, after: string | null] | undefined,
): Changes {
  const changes = { ...changedFields(before, after), ...(texts && changedMembers(...texts)) }
  return Object.keys(changes).length === 0 ? NO_CHANGES : changes
}

/** The device came to this token: for the first time, back again, or from another one. */
function arrivalEvent({ here, standing }: Draft, tokenNo: number, at: number): NewEvent {
  const from = standing.tokenNo
  if (from !== null && from !== tokenNo) return { kind: 'moved', at, detail: { fromTokenNo: from } }
  return { kind: here ? 'returned' : 'added', at, detail: null }
}

/** Two tokens claim the device, and the other one's claim is newer. */
function isKnownBetterElsewhere({ standing }: Draft, row: IncomingDevice, { tokenNo, stored }: RowContext): boolean {
  if (standing.atApple !== 'present' || standing.tokenNo === null || standing.tokenNo === tokenNo) return false
  const other = stored?.elsewhere().find((presence) => presence.tokenNo === standing.tokenNo)
  return row.opAt !== null && other?.opAt != null && other.opAt > row.opAt
}

function applyGone(draft: Draft, row: IncomingDevice, { tokenNo, stored, events, now }: RowContext): Outcome {
  const wasHere = draft.here?.atApple === 'present'
  const isNew = draft.standing.atApple === 'unknown'
  const at = row.opAt ?? now
  const since = wasHere || !draft.here || row.opAt !== null ? at : draft.here.since
  setPresence(draft, row, { atApple: 'gone', since })
  draft.raw ??= row.raw
  if (isNew || draft.standing.tokenNo === tokenNo) {
    const merged = mergeGone(draft.fields, row.told)
    if (Object.keys(changedFields(draft.fields, merged)).length > 0) draft.fields = merged
    const other = stored?.elsewhere().find((presence) => presence.atApple === 'present')
    if (other) stand(draft, { tokenNo: other.tokenNo, atApple: 'present', goneSince: null, goneReason: null })
    else stand(draft, { tokenNo, atApple: 'gone', goneSince: since, goneReason: row.gone })
  }
  if (!wasHere && !isNew) return 'unchanged'
  events.push({ kind: 'removed', at, detail: { reason: row.gone } })
  return 'removed'
}

function isSubset<T extends object>(part: T, whole: T): boolean {
  for (const key in part) if (part[key] !== whole[key]) return false
  return true
}

/** A row without a date is a state: it keeps the order that dated events have set. */
function setPresence(draft: Draft, row: IncomingDevice, { atApple, since }: Pick<Presence, 'atApple' | 'since'>): void {
  const { here } = draft
  const next: Presence = {
    atApple,
    since,
    opAt: row.opAt ?? here?.opAt ?? null,
    isOpDeleted: row.opAt === null ? (here?.isOpDeleted ?? false) : row.gone !== null,
  }
  const isSame =
    here?.atApple === next.atApple &&
    here.since === next.since &&
    here.opAt === next.opAt &&
    here.isOpDeleted === next.isOpDeleted
  if (!isSame) draft.here = next
}

function stand(draft: Draft, where: Pick<DeviceStanding, 'tokenNo' | 'atApple' | 'goneSince' | 'goneReason'>): void {
  const { standing, fields } = draft
  const { profileStatus, profileUuid, profileAssignTime, profilePushTime } = fields
  const isPresent = where.atApple === 'present'
  const at = Math.max(profileAssignTime ?? -Infinity, profilePushTime ?? -Infinity)
  const lifecycle = lifecycleAfter(standing, { isPresent, profileStatus, profileUuid, at })
  const isSame = isSubset(where, standing) && isSubset(lifecycle, standing)
  if (!isSame) draft.standing = { ...standing, ...where, ...lifecycle, console: standing.console }
}
