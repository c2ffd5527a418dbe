import type { GoneReason } from '../../../shared/model/device.ts'
import type { Cause, ComparedField, Remedy } from '../../../shared/model/reconcile.ts'
import type { StatusMeaning } from './agree.ts'

/** What the store knows of a serial number. */
export type RecordFacts = {
  readonly isPresent: boolean
  readonly isGone: boolean
  readonly goneReason: GoneReason | null
  /** Its token was removed here. */
  readonly isTokenRemoved: boolean
  /** Serial numbers of the devices Apple put in its place, or whose place it took. */
  readonly replacedBy: string | null
  readonly replaces: string | null
}

/** What Apple said when it was asked now, with every token that could be: on one of our servers, or on none. */
export type AppleAnswer = 'ours' | 'not-accessible'

export type RowFacts = {
  readonly verdict: 'mismatched' | 'portal-only' | 'console-only'
  /** The console's side is the store itself. */
  readonly isAgainstRecords: boolean
  /** What the portal's file says; undefined without such a column. */
  readonly portalStatus: StatusMeaning | undefined
  readonly portalServer: ServerWord | undefined
  readonly consoleServer: ServerWord | undefined
  readonly differs: readonly ComparedField[]
  /** The serial number of the other set that this one resembles. */
  readonly near: string | null
  readonly record: RecordFacts | undefined
  readonly apple: AppleAnswer | undefined
}

/** A name in the column of servers: one of our tokens' servers, another one, or none. `unsure`: we have no tokens to tell. */
export type ServerWord = 'ours' | 'other' | 'none' | 'unsure'

export type Explanation = { readonly cause: Cause; readonly remedy: Remedy; readonly other: string | null }

/** Why a row differs and what to do about it: what is certain first, what Apple says before what only the files suggest. */
export function explain(facts: RowFacts): Explanation {
  switch (facts.verdict) {
    case 'portal-only':
      return explainPortalOnly(facts)
    case 'console-only':
      return explainConsoleOnly(facts)
    case 'mismatched':
      return explainMismatch(facts)
  }
}

function explainPortalOnly(facts: RowFacts): Explanation {
  const { record, near, portalStatus, portalServer, apple } = facts
  if (record?.replaces) return because('replaced-device', 'follow-replacement', record.replaces)
  if (near !== null) return because('typing-damage', 'correct-serial', near)
  if (portalStatus === 'released') return because('released', 'clean-up-record')
  if (portalStatus === 'unassigned') return because('unassigned', 'assign-in-portal')
  if (apple === 'ours') return because('not-synced-yet', syncOf(facts))
  if (portalServer === 'none') return because('unassigned', 'assign-in-portal')
  if (portalServer === 'other') return because('other-server', 'move-in-portal')
  if (apple === 'not-accessible') return because('other-server', 'move-in-portal')
  if (record?.isGone) return because('other-server', 'move-in-portal')
  if (record?.isPresent || portalServer === 'ours') return because('not-synced-yet', syncOf(facts))
  return because('unknown-ask-apple', 'ask-apple')
}

/** The records here lack it: sync. The records have it and the console does not: the console has to sync. */
function syncOf({ isAgainstRecords, record }: RowFacts): Remedy {
  return !isAgainstRecords && record?.isPresent ? 'sync-console' : 'sync'
}

function explainConsoleOnly(facts: RowFacts): Explanation {
  const { record, near, apple, consoleServer, isAgainstRecords } = facts
  if (record?.replacedBy) return because('replaced-device', 'follow-replacement', record.replacedBy)
  if (apple === 'ours') return because('file-incomplete', 'export-again')
  if (near !== null && !record?.isPresent) return because('typing-damage', 'correct-serial', near)
  if (apple === 'not-accessible') {
    return because('released', isAgainstRecords && record?.isPresent ? 'sync' : 'clean-up-record')
  }
  if (record?.isTokenRemoved) return because('other-server', 'move-in-portal')
  if (record?.isGone) return because('released', 'clean-up-record')
  if (near !== null) return because('typing-damage', 'correct-serial', near)
  if (consoleServer === 'other') return because('other-server', 'move-in-portal')
  return because('unknown-ask-apple', 'ask-apple')
}

function explainMismatch(facts: RowFacts): Explanation {
  const { differs, portalStatus, portalServer, record, isAgainstRecords, apple } = facts
  if (differs.includes('status') && portalStatus === 'released') return because('released', 'clean-up-record')
  if (differs.includes('status') && portalStatus === 'unassigned') return because('unassigned', 'assign-in-portal')
  if (differs.includes('server')) {
    if (portalServer === 'none') return because('unassigned', 'assign-in-portal')
    if (portalServer === 'ours') return because('not-synced-yet', isAgainstRecords ? 'sync' : 'sync-console')
    return because('other-server', 'move-in-portal')
  }
  if (differs.includes('status') && isAgainstRecords && record?.isGone) {
    // The portal still lists what our server has lost: it went to another one, or came back and nobody has synced.
    const isBack = apple === 'ours' || (apple === undefined && portalServer === 'ours')
    return isBack ? because('not-synced-yet', 'sync') : because('other-server', 'move-in-portal')
  }
  if (differs.includes('status')) return because('status-differs', 'check-status')
  if (differs.includes('profile')) return because('profile-differs', 'assign-profile')
  return because('group-differs', 'check-group')
}

function because(cause: Cause, remedy: Remedy, other: string | null = null): Explanation {
  return { cause, remedy, other }
}
