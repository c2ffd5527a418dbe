import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import type { Credential } from '../../../shared/model/credential.ts'
import type { Notice, NoticeKind, NoticeList } from '../../../shared/model/notice.ts'
import type { ReportSchedule } from '../../../shared/model/report.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import type { Token } from '../../../shared/model/token.ts'
import type { VaultStatus } from '../../../shared/model/vault.ts'
import { dismissNotice, listDismissed, listFailureStreaks, readCheckedAt, recordCheck } from '../../db/notices.ts'
import type { CorePorts } from '../ports.ts'
import { createDueWatch } from './due-watch.ts'
import { findNotices } from './find-notices.ts'
import { startHeartbeat } from './heartbeat.ts'
import type { FoundNotice } from './notice.ts'

export type NoticePorts = Pick<CorePorts, 'db' | 'clock' | 'log'> & {
  readonly tokens: () => readonly Token[]
  readonly credentials: () => readonly Credential[]
  readonly schedules: () => readonly TokenSchedule[]
  readonly failingReports: () => readonly ReportSchedule[]
  readonly vault: () => Pick<VaultStatus, 'state' | 'slots'>
  readonly settings: () => Pick<Settings, 'noticeDays'>
}

export type NoticeService = ReturnType<typeof createNoticeService>

/** In the list, but not worth a word outside of the window. */
const SAID_INSIDE_ONLY: ReadonlySet<NoticeKind> = new Set(['no-recovery-code'])

export function createNoticeService(ports: NoticePorts) {
  const { db, clock, log } = ports
  const watchDue = createDueWatch(clock)
  const changeListeners = new Set<(list: NoticeList) => void>()
  const raiseListeners = new Set<(notice: Notice) => void>()
  let testedAt: number | null = null
  let heartbeat: { readonly stop: () => void } | undefined

  function find(): readonly FoundNotice[] {
    const [vault, schedules] = [ports.vault(), ports.schedules()]
    return findNotices({
      now: clock.now(),
      tokens: ports.tokens(),
      credentials: ports.credentials(),
      schedules,
      failures: listFailureStreaks(db),
      failingReports: ports.failingReports(),
      waitingMs: watchDue(schedules, vault.state === 'unlocked'),
      vault,
      noticeDays: ports.settings().noticeDays,
      testedAt,
    })
  }

  function list(found = find()): NoticeList {
    const dismissed = listDismissed(
      db,
      found.map(({ id }) => id),
    )
    const notices = found.map((one) => ({ ...one, isDismissed: dismissed.has(one.id) }))
    return { notices, checkedAt: readCheckedAt(db) }
  }

  /** Looks everything through; what was never told is told now. */
  function look(): NoticeList {
    const found = find()
    const fresh = new Set(
      recordCheck(
        db,
        found.map(({ id }) => id),
        clock.now(),
      ),
    )
    const now = list(found)
    for (const notice of now.notices) if (fresh.has(notice.id)) raise(notice)
    for (const listener of changeListeners) listener(now)
    return now
  }

  function raise(notice: Notice): void {
    const { kind, level, tokenId, code } = notice
    log.info('notice.raised', { kind, level, tokenId, code })
    if (SAID_INSIDE_ONLY.has(kind)) return
    for (const listener of raiseListeners) listener(notice)
  }

  const handlers: CoreHandlers['notices'] = {
    list: () => list(),

    dismiss: ({ id }) => {
      const isKnown = find().some((one) => one.id === id)
      if (isKnown) dismissNotice(db, id, clock.now())
      const now = list()
      for (const listener of changeListeners) listener(now)
      return now
    },

    test: () => {
      testedAt = Math.max(clock.now(), (testedAt ?? 0) + 1)
      const id = `test:${testedAt}`
      return look().notices.find((notice) => notice.id === id)!
    },
  }

  return {
    handlers,

    /** Something notices are made of has changed. Does nothing in a program that only answers one command. */
    refresh(): void {
      if (!heartbeat) return
      try {
        look()
      } catch (error) {
        // What has changed stays changed; the heartbeat looks again.
        log.warn('notices.look-failed', { error })
      }
    },

    /** Looks everything through now and from now on. Only a program that stays open calls this. */
    start(): { readonly stop: () => void } {
      const beat = startHeartbeat({ clock, log }, look)
      heartbeat = beat
      return {
        stop() {
          heartbeat = undefined
          beat.stop()
        },
      }
    },

    onChanged: (listener: (list: NoticeList) => void): void => void changeListeners.add(listener),
    /** Each notice once, also over restarts. */
    onRaised: (listener: (notice: Notice) => void): void => void raiseListeners.add(listener),
  }
}
