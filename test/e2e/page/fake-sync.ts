import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import { toSerial, type RunId } from '../../../shared/model/ids.ts'
import type { RunChanges, SyncProgress, SyncRun } from '../../../shared/model/sync-run.ts'
import type { Token } from '../../../shared/model/token.ts'
import type { Scene } from './scenes.ts'

const HOUR_MS = 3_600_000

export function fakeSchedules(tokens: readonly Token[]): readonly TokenSchedule[] {
  return tokens.map(({ id, name, group, nextSyncAt, termsCheckAt, lastSyncAt, lastFetchAt }, index) => ({
    tokenId: id,
    token: name,
    nextSyncAt: termsCheckAt ?? nextSyncAt,
    lastSuccessAt: lastSyncAt,
    lastFetchAt,
    cursorAt: lastSyncAt,
    intervalMinutes: index % 3 === 1 ? 6 * 60 : 24 * 60,
    intervalFrom: (['default', { group: '/Global/EMEA' }, 'token'] as const)[index % 3]!,
    group,
    nextFetchAt: lastFetchAt === null ? null : lastFetchAt + 7 * 24 * HOUR_MS,
    waitsFor: null,
  }))
}

export function fakeRun(token: Token, hoursAgo: number, facts: Partial<SyncRun> = {}): SyncRun {
  const startedAt = Date.now() - hoursAgo * HOUR_MS
  return {
    id: `run-${token.id.slice(0, 30)}-${hoursAgo}` as RunId, // branded where it is made
    tokenId: token.id,
    token: token.name,
    mode: 'sync',
    state: 'done',
    startedAt,
    finishedAt: startedAt + 4200,
    requests: 4,
    pages: 2,
    received: 212,
    added: 12,
    modified: 198,
    removed: 2,
    unchanged: 0,
    foundOnlyByFetch: 0,
    assigned: 0,
    error: null,
    warning: null,
    ...facts,
  }
}

export function fakeRuns(tokens: readonly Token[], kind: Scene['sync']): readonly SyncRun[] {
  const [first, second = first, third = first] = tokens
  if (!first || !second || !third) return []
  const usual = [
    fakeRun(first, 5),
    fakeRun(first, 29, { added: 0, modified: 0, removed: 0, finishedAt: Date.now() - 29 * HOUR_MS + 640 }),
    fakeRun(first, 77, {
      mode: 'fetch',
      received: 1_000_000,
      added: 310,
      modified: 8210,
      removed: 41,
      unchanged: 991_480,
      foundOnlyByFetch: 7,
      finishedAt: Date.now() - 77 * HOUR_MS + 412_000,
    }),
  ]
  if (kind !== 'troubled') return usual
  const none = { added: 0, modified: 0, removed: 0, unchanged: 0 }
  return [
    fakeRun(first, 0.5, {
      ...none,
      state: 'failed',
      mode: 'fetch',
      received: 0,
      error: { code: 'sync.empty-list', message: '812,404 devices are known to be on Europe' },
    }),
    fakeRun(second, 1, {
      ...none,
      state: 'failed',
      error: {
        code: 'net.tls',
        message: 'the certificate of mdmenrollment.apple.com was issued by Corporate Inspection CA',
      },
    }),
    fakeRun(third, 2, { ...none, state: 'failed', error: { code: 'auth.expired', message: '' } }),
    fakeRun(first, 3, { ...none, state: 'cancelled', mode: 'fetch', received: 40_000, unchanged: 40_000 }),
    fakeRun(first, 4, { ...none, state: 'interrupted' }),
    ...usual,
  ]
}

export function fakeRunChanges(count: number): RunChanges {
  const kinds = ['added', 'modified', 'modified', 'removed', 'profile-pushed'] as const
  const changes = Array.from({ length: Math.min(count, 60) }, (_, index) => ({
    no: index,
    serial: toSerial(`F${(index * 7919 + 0x1000000).toString(36).toUpperCase().padStart(11, 'A')}`),
    kind: kinds[index % kinds.length]!,
  }))
  return { changes, hasMore: count > 60, isKnown: true }
}

export function fakeProgress(token: Token, received: number): SyncProgress {
  return { tokenId: token.id, token: token.name, mode: 'fetch', phase: 'reading', pages: received / 1000, received }
}
