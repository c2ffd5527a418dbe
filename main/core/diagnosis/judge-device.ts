import type { DetailFacts, RecordFacts, RecordedDevice } from './facts.ts'
import { moment, type Found, type Judges } from './judge.ts'

const HOUR_MS = 3_600_000
const RECENTLY_MS = 2 * HOUR_MS
/** Apple lets a device added by Configurator leave within 30 days. */
const PROVISIONAL_MS = 30 * 24 * HOUR_MS

type DeviceChecks = Pick<
  Judges,
  | 'device-listed'
  | 'gone-reason'
  | 'profile-status'
  | 'profile-expected'
  | 'set-up-before'
  | 'pushed-when'
  | 'migration'
  | 'provisional'
  | 'console-status'
  | 'device-kind'
  | 'lock-code'
  | 'last-answer'
  | 'stuck-spread'
>

/** What Apple and the records say of the device. Offline the records stand in, as old as they are. */
export const judgeDevice: DeviceChecks = {
  'device-listed': {
    'apple-details': ({ token, isOwnToken, asked }) => {
      if (token === null) return ['not-accessible', { tokens: asked }]
      return [isOwnToken ? 'here' : 'other-token', { token }]
    },
    records: (records) => (records.device ? listedBefore(records.device, records) : 'no-device'),
  },
  'gone-reason': { records: ofDevice(goneReason) },
  'profile-status': {
    'apple-details': (details) => profileStatus(details),
    records: ofDevice((device) => profileStatus(device, device.lastSeenAt)),
  },
  'profile-expected': {
    'apple-details': (details, { records }) => compareProfile(details, records),
    records: (records) =>
      records.device ? compareProfile(records.device, records, records.device.lastSeenAt) : 'no-device',
  },
  'set-up-before': {
    'apple-details': (details, { records }) => setUpBefore(details, records.device),
    records: ofDevice((device) => setUpBefore(device, device, device.lastSeenAt)),
  },
  'pushed-when': {
    'apple-details': (details, { now }) => pushedWhen(details, now),
    records: ofDevice((device, { now }) => pushedWhen(device, now, device.lastSeenAt)),
  },
  migration: {
    'apple-details': (details, { now }) => migration(details, now),
    records: ofDevice((device, { now }) => migration(device, now, device.lastSeenAt)),
  },
  provisional: {
    records: ofDevice(({ assignedDate }, { now }) => {
      if (assignedDate === null) return 'not-told'
      const until = assignedDate + PROVISIONAL_MS
      return [until > now ? 'within' : 'over', { assigned: moment(assignedDate), until: moment(until) }]
    }),
  },
  'console-status': {
    records: ofDevice(({ enrollmentStatus }) => {
      const facts = { status: enrollmentStatus }
      if (enrollmentStatus === 'enrolled' || enrollmentStatus === 'blocked') return [enrollmentStatus, facts]
      return enrollmentStatus === 'unknown' ? 'not-told' : ['not-enrolled', facts]
    }),
  },
  'device-kind': {
    records: ofDevice(({ family }) => {
      if (family === null) return 'not-told'
      return [family === 'Mac' ? 'mac' : family === 'AppleTV' ? 'apple-tv' : 'other', { family }]
    }),
  },
  'lock-code': {
    records: ({ lockCodes }) =>
      lockCodes === null ? 'no-device' : [lockCodes > 0 ? 'kept' : 'none', { codes: lockCodes }],
  },
  'last-answer': { records: lastAnswer },
  'stuck-spread': {
    records: ({ waiting }) => {
      if (!waiting) return 'not-told'
      const { sameProfile, all, profiles } = waiting
      const facts = { waiting: sameProfile, all, profiles }
      if (sameProfile <= 1) return ['one-device', facts]
      return [profiles <= 1 ? 'only-profile' : 'one-profile', facts]
    },
  },
}

type OfDevice<F> = (device: RecordedDevice, context: { readonly now: number }) => F

function ofDevice<F>(read: OfDevice<F>): (records: RecordFacts, context: { readonly now: number }) => F | 'no-device' {
  return ({ device }, context) => (device ? read(device, context) : 'no-device')
}

function listedBefore(device: RecordedDevice, { token: asked, isOnToken }: RecordFacts): Found<'device-listed'> {
  const { atApple, token, tokenId, lastSeenAt, goneSince, goneReason } = device
  if (atApple === 'present' && isOnToken !== true && asked && tokenId !== null && asked.id !== tokenId)
    return ['other-token', { token }, lastSeenAt]
  if (atApple === 'present') return ['here', { token: asked?.name ?? token }, lastSeenAt]
  if (atApple === 'gone') return ['not-accessible', { since: moment(goneSince), reason: goneReason }, lastSeenAt]
  return 'not-told'
}

function goneReason(device: RecordedDevice): Found<'gone-reason'> {
  if (device.atApple === 'present') return ['present', { token: device.token }, device.lastSeenAt]
  if (device.atApple !== 'gone') return 'not-told'
  const facts = { since: moment(device.goneSince), token: device.token }
  switch (device.goneReason) {
    case 'deleted':
    case 'released':
    case 'replaced':
    case 'not-listed':
    case 'token-removed':
      return [device.goneReason, facts]
    case 'not-accessible':
      return ['not-listed', facts]
    default:
      return 'not-told'
  }
}

type AtApple = Pick<
  DetailFacts,
  'profileStatus' | 'profileUuid' | 'profileAssignTime' | 'profilePushTime' | 'migrationDeadline'
>

function isAbsent(told: AtApple): boolean {
  return 'token' in told && told.token === null && 'asked' in told
}

function profileStatus(told: AtApple, at?: number): Found<'profile-status'> {
  if (isAbsent(told)) return 'not-told'
  const facts = {
    status: told.profileStatus,
    assigned: moment(told.profileAssignTime),
    pushed: moment(told.profilePushTime),
  }
  const status = told.profileStatus?.toLowerCase() ?? 'empty'
  switch (status) {
    case 'empty':
    case 'removed':
    case 'assigned':
    case 'pushed':
      return [status, facts, at ?? null]
    default:
      return ['other', facts, at ?? null]
  }
}

function compareProfile(told: AtApple, { wish, profile }: RecordFacts, at?: number): Found<'profile-expected'> {
  if (isAbsent(told)) return 'not-told'
  const has = /^(?:assigned|pushed)$/i.test(told.profileStatus ?? '') ? told.profileUuid : null
  const facts = { reported: has, profile: profile?.name ?? null, wanted: wish?.profile ?? null }
  if (!wish || wish.profile === null) return ['no-wish', facts, at ?? null]
  if (has === null) return ['none-at-apple', facts, at ?? null]
  // A profile that was never published for this token is not what Apple reports.
  return [has.toUpperCase() === wish.profileUuid?.toUpperCase() ? 'same' : 'other', facts, at ?? null]
}

/**
 * A device asks for its profile once, while it is set up. The console knows what is enrolled; a download that is older than
 * the assignment tells that it was set up with another profile before.
 */
function setUpBefore(told: AtApple, device: RecordedDevice | null, at?: number): Found<'set-up-before'> {
  if (isAbsent(told)) return 'not-told'
  const { profileAssignTime: assigned, profilePushTime: pushed } = told
  const facts = { assigned: moment(assigned), pushed: moment(pushed), status: device?.enrollmentStatus ?? null }
  if (device?.enrollmentStatus === 'enrolled' || device?.enrollmentStatus === 'unenrolled')
    return ['before', facts, at ?? null]
  if (pushed !== null && assigned !== null && pushed < assigned) return ['before', facts, at ?? null]
  return 'not-told'
}

function pushedWhen(told: AtApple, now: number, at?: number): Found<'pushed-when'> {
  if (isAbsent(told)) return 'not-told'
  const pushed = told.profilePushTime
  const facts = { pushed: moment(pushed) }
  if (pushed === null) return told.profileStatus?.toLowerCase() === 'pushed' ? 'not-told' : ['never', facts, at ?? null]
  return [now - pushed < RECENTLY_MS ? 'recently' : 'earlier', facts, at ?? null]
}

function migration(told: AtApple, now: number, at?: number): Found<'migration'> {
  if (isAbsent(told)) return 'not-told'
  const deadline = told.migrationDeadline
  if (deadline === null) return ['none', {}, at ?? null]
  return [deadline > now ? 'scheduled' : 'passed', { deadline: moment(deadline) }, at ?? null]
}

/** The work list knows answers of this program; what was assigned elsewhere is not in it. */
function lastAnswer({ device, work }: RecordFacts): Found<'last-answer'> {
  if (!device) return 'no-device'
  const word = work?.outcome ?? device.assignmentError
  const facts = {
    word,
    at: moment(work?.answeredAt ?? null),
    next: moment(work?.nextAttemptAt ?? null),
    attempts: work?.attempts ?? 0,
  }
  if (word === null || word === undefined) {
    if (device.assignment === 'assigned') return ['success', facts]
    return [work && work.attempts > 0 ? 'no-answer' : 'never-sent', facts]
  }
  switch (word.toUpperCase()) {
    case 'SUCCESS':
      return ['success', facts]
    case 'THROTTLED':
      return ['throttled', facts]
    case 'NOT_ACCESSIBLE':
      return ['not-accessible', facts]
    case 'UNKNOWN':
    case 'MISSING':
      return ['no-answer', facts]
    default:
      return ['failed', facts]
  }
}
