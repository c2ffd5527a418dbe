import type { NoticeFacts } from '../../../main/core/notices/facts.ts'
import { findNotices } from '../../../main/core/notices/find-notices.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { NoticeList } from '../../../shared/model/notice.ts'
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts'
import type { Token } from '../../../shared/model/token.ts'
import { fakeSchedules } from './fake-sync.ts'
import type { Scene } from './scenes.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** The product's own function over the scene's facts: the notices are those the real core would find. */
export function fakeNoticeHandlers(scene: Scene, tokens: () => readonly Token[]): CoreHandlers['notices'] {
  const dismissed = new Set<string>()
  let testedAt: number | null = null

  function list(): NoticeList {
    if (scene.tokens === 'broken') throw new Error('made to fail')
    const notices = findNotices(factsOf(scene, tokens(), testedAt))
    return {
      notices: notices.map((one) => ({ ...one, isDismissed: dismissed.has(one.id) })),
      checkedAt: Date.now() - 4 * MINUTE_MS,
    }
  }

  return {
    list,
    dismiss: ({ id }) => {
      dismissed.add(id)
      return list()
    },
    test: () => {
      testedAt = Date.now()
      return list().notices.find(({ kind }) => kind === 'test')!
    },
  }
}

function factsOf(scene: Scene, tokens: readonly Token[], testedAt: number | null): NoticeFacts {
  const now = Date.now()
  const failing = tokens.find(({ state }) => state === 'ok')
  const isTroubled = scene.sync === 'troubled' && failing !== undefined
  return {
    now,
    tokens,
    credentials: [],
    schedules: fakeSchedules(tokens),
    failingReports: [],
    failures: isTroubled
      ? [{ tokenId: failing.id, count: 4, firstRunNo: 1, since: now - 26 * HOUR_MS, code: 'net.tls' }]
      : [],
    waitingMs: new Map(),
    vault: scene.vault,
    noticeDays: DEFAULT_SETTINGS.noticeDays,
    testedAt,
  }
}
