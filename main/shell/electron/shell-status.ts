import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import type { VaultState } from '../../../shared/model/vault.ts'
import type { Log } from '../../ports/log.ts'
import type { PageCore } from '../serve-page.ts'

/** What menu, tray and badge show: read from the core, never kept beside it. */
export type ShellStatus = {
  readonly vault: VaultState
  /** Ids of the connected tokens. */
  readonly tokens: readonly Parameters<CoreHandlers['sync']['cancel']>[0]['tokenId'][]
  /** Names of the tokens that are being read. */
  readonly running: readonly string[]
  /** The earliest planned run; null where none is planned. */
  readonly nextRunAt: number | null
  /** Notices that want a person and were not put aside. */
  readonly attention: number
  readonly settings: Settings
}

/** After a push the status is read once for all pushes of this time. */
const SETTLE_MS = 250

const NOUNS = new Set(['vault', 'tokens', 'sync', 'notices', 'settings'])

export async function readShellStatus({ vault, tokens, sync, notices, settings }: CoreHandlers): Promise<ShellStatus> {
  const call = { signal: new AbortController().signal, report: () => {} }
  const list = await tokens.list({}, call)
  const schedules = await sync.schedules({}, call)
  const planned = schedules.map(({ nextSyncAt }) => nextSyncAt).filter((at) => at !== null)
  return {
    vault: (await vault.status({}, call)).state,
    tokens: list.map(({ id }) => id),
    running: (await sync.running({}, call)).map(({ token }) => token),
    nextRunAt: planned.length > 0 ? Math.min(...planned) : null,
    attention: (await notices.list({}, call)).notices.filter(
      ({ level, isDismissed }) => level !== 'hint' && !isDismissed,
    ).length,
    settings: await settings.read({}, call),
  }
}

/** Tells the status now and after every change of it, until `stop()`. A failure to read leaves the last one standing. */
export function watchShellStatus(
  core: PageCore,
  { log, settleMs = SETTLE_MS }: { readonly log: Log; readonly settleMs?: number },
  listener: (status: ShellStatus) => void,
) {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  async function tell(): Promise<void> {
    timer = undefined
    try {
      const status = await readShellStatus(core.handlers)
      if (!isStopped) listener(status)
    } catch (error) {
      log.warn('shell.status-not-read', { error })
    }
  }

  const stopListening = core.onPush((noun, verb) => {
    if (NOUNS.has(noun) && verb !== 'progress' && verb !== 'raised') timer ??= setTimeout(() => void tell(), settleMs)
  })
  return {
    ready: tell(),
    stop() {
      isStopped = true
      clearTimeout(timer)
      stopListening()
    },
  }
}
