import type { FactValues } from '../../../../../main/core/diagnosis/facts.ts'

/** A device, its token and its profile, where everything is as it should be: tests change one thing. Times: July 2026. */
export const NOW = Date.UTC(2026, 6, 1, 12)
const DAY_MS = 86_400_000
const UUID = '808EDB7B7EE70636990D4F6658275D6B'

export const RECORDS: FactValues['records'] = {
  device: {
    serial: 'C02EXAMPLE1',
    family: 'iPhone',
    tokenId: 't1',
    token: 'HQ',
    group: '/Global',
    atApple: 'present',
    goneSince: null,
    goneReason: null,
    profileStatus: 'assigned',
    profileUuid: UUID,
    assignment: 'assigned',
    assignmentError: null,
    enrollmentStatus: 'registered',
    assignedDate: NOW - 90 * DAY_MS,
    assignedBy: 'admin@example.com',
    profileAssignTime: NOW - 10 * DAY_MS,
    profilePushTime: null,
    migrationDeadline: null,
    firstSeenAt: NOW - 90 * DAY_MS,
    lastSeenAt: NOW - 3_600_000,
  },
  token: {
    id: 't1',
    name: 'HQ',
    group: '/Global',
    state: 'ok',
    stateSince: NOW - 30 * DAY_MS,
    expiresAt: NOW + 300 * DAY_MS,
    importedAt: NOW - 65 * DAY_MS,
    serverName: 'HQ server',
    serverUuid: 'AB12',
    orgId: '4711',
    accountAt: NOW - DAY_MS,
  },
  isTokenChosen: false,
  isOnToken: true,
  tokenCount: 1,
  effective: { token: 'HQ', from: '/Global', group: '/Global' },
  sync: {
    lastSuccessAt: NOW - 3_600_000,
    cursorAt: NOW - 3_600_000,
    intervalMinutes: 1440,
    isScheduled: true,
    lastRun: { state: 'done', at: NOW - 3_600_000, error: null },
  },
  work: { outcome: 'SUCCESS', answeredAt: NOW - 10 * DAY_MS, attempts: 1, nextAttemptAt: null },
  wish: { profile: 'Berlin', profileUuid: UUID },
  profile: {
    id: 'p1',
    name: 'Berlin',
    version: 1,
    versionNo: 1,
    publishedAt: NOW - 20 * DAY_MS,
    state: 'published',
    awaits: false,
    customPrompt: null,
    authentication: true,
    webUrl: null,
    deviceGroup: '/Global',
    groupId: 'GLOBAL',
  },
  waiting: { sameProfile: 0, all: 0, profiles: 1 },
  replacedBy: null,
  lockCodes: 0,
}

export const ACCOUNT: FactValues['apple-account'] = {
  outcome: 'success',
  serverName: 'HQ server',
  serverUuid: 'ab12',
  orgName: 'Example',
  orgId: '4711',
  skewSeconds: 0,
}

export const DETAILS: FactValues['apple-details'] = {
  token: 'HQ',
  isOwnToken: true,
  asked: 1,
  profileStatus: 'assigned',
  profileUuid: UUID,
  profileAssignTime: NOW - 10 * DAY_MS,
  profilePushTime: null,
  migrationDeadline: null,
  assignedDate: NOW - 90 * DAY_MS,
  assignedBy: 'admin@example.com',
}

export const PROFILE: FactValues['apple-profile'] = {
  profileUuid: UUID,
  isFound: true,
  local: 'Berlin',
  recorded: RECORDS.profile,
  differences: [],
  host: 'mdm.example.com',
  awaits: false,
  webUrl: null,
  anchors: 0,
}

export const ENROLLMENT: FactValues['probe-enrollment'] = {
  enrollment: {
    host: 'mdm.example.com',
    port: 443,
    verdict: 'ok',
    stage: null,
    issuer: 'Public CA',
    inspected: null,
    isCritical: false,
    remarks: [],
    ms: 40,
  },
  isHttps: true,
  web: null,
  anchors: 0,
}

export const REHEARSED: FactValues['rehearsal'] = {
  host: 'mdm.example.com',
  mode: 'post',
  verdict: 'ok',
  findings: [],
  answerMs: 120,
  hasProfile: true,
  identity: 'scep',
}
