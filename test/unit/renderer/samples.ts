import type { Device } from '../../../shared/model/device.ts'
import { toSerial, type KeyId, type RunId, type TokenId } from '../../../shared/model/ids.ts'
import type { Notice } from '../../../shared/model/notice.ts'
import type { SyncRun } from '../../../shared/model/sync-run.ts'
import type { KeyPair, Token } from '../../../shared/model/token.ts'

export const NOW = Date.UTC(2026, 10, 22, 12, 0)
export const DAY_MS = 86_400_000

export const tokenId = (text: string) => text as TokenId

export function token(facts: Partial<Token> = {}): Token {
  return {
    id: tokenId('t1'),
    name: 'Europe',
    group: '/Global',
    serverName: 'Europe',
    serverUuid: 'uuid-1',
    orgName: 'Organization',
    adminId: 'admin@example.com',
    consumerKeyHint: 'CK_1234',
    expiresAt: NOW + 100 * DAY_MS,
    daysLeft: 100,
    state: 'ok',
    stateSince: NOW - DAY_MS,
    lastFetchAt: null,
    lastSyncAt: null,
    nextSyncAt: null,
    deviceCount: 3,
    owner: null,
    deputy: null,
    account: null,
    accountAt: null,
    termsCheckAt: null,
    ...facts,
  }
}

export function keyPair(facts: Partial<KeyPair> = {}): KeyPair {
  return {
    id: 'k1' as KeyId,
    name: 'Europe',
    group: '/Global',
    state: 'staged',
    certificate: '-----BEGIN CERTIFICATE-----\n',
    fingerprintSha256: 'aa:bb',
    serialNumber: '0a',
    createdAt: NOW,
    ...facts,
  }
}

export function syncRun(facts: Partial<SyncRun> = {}): SyncRun {
  return {
    id: 'r1' as RunId,
    tokenId: tokenId('t1'),
    token: 'Europe',
    mode: 'sync',
    state: 'done',
    startedAt: NOW,
    finishedAt: NOW + 1000,
    requests: 1,
    pages: 1,
    received: 0,
    added: 0,
    modified: 0,
    removed: 0,
    unchanged: 0,
    foundOnlyByFetch: 0,
    assigned: 0,
    error: null,
    warning: null,
    ...facts,
  }
}

export function device(serial: string, facts: Partial<Device> = {}): Device {
  return {
    serial: toSerial(serial),
    model: null,
    description: null,
    color: null,
    assetTag: null,
    family: null,
    os: null,
    token: null,
    tokenId: null,
    group: null,
    atApple: 'present',
    goneSince: null,
    goneReason: null,
    profileStatus: null,
    profileUuid: null,
    profileName: null,
    assignment: 'none',
    assignmentError: null,
    nextAttemptAt: null,
    enrollmentStatus: 'unknown',
    tokenStatus: 'none',
    user: null,
    friendlyName: null,
    consoleLastSeenAt: null,
    consoleAsOf: null,
    assignedDate: null,
    assignedBy: null,
    profileAssignTime: null,
    profilePushTime: null,
    migrationDeadline: null,
    firstSeenAt: NOW,
    lastSeenAt: NOW,
    ...facts,
  }
}

export function notice(facts: Partial<Notice> = {}): Notice {
  return {
    id: 'n1',
    kind: 'token-expiring',
    level: 'soon',
    at: NOW - DAY_MS,
    subject: 'Europe',
    tokenId: tokenId('t1'),
    credentialId: null,
    dueAt: null,
    code: null,
    count: null,
    isDismissed: false,
    ...facts,
  }
}
