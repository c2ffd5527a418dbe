import type { CallContext } from '../../shared/contract/define.ts'
import { createDeviceReader, type DeviceReader } from '../core/devices/index.ts'
import { openReadOnlyDb } from '../db/open.ts'
import { systemClock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import { openWholeFile } from '../ports/whole-file.ts'
import { readerContract, type ReaderWorkerData } from './reader-contract.ts'
import { startJob, valueOf } from './start.ts'

/** A reader with its end: `stop` once nobody asks any more. */
export type RunningReader = { readonly api: DeviceReader; readonly stop: () => Promise<void> }

type Change = { readonly revision: number }

/**
 * The device list in a worker thread, so that a question over a million devices holds nobody up. It begins to read at
 * once. A thread that fails is logged and replaced at the next call; its views are gone then.
 */
export function startReader({ dbPath, log }: ReaderWorkerData & { readonly log: Log }): RunningReader {
  const listeners = new Set<(change: Change) => void>()
  let job: ReturnType<typeof start> | undefined = start()

  function start() {
    const started = startJob('reader', readerContract, { dbPath } satisfies ReaderWorkerData)
    started.api.reader.logged(({ level, event, fields }) => log[level](event, fields))
    started.api.reader.changed((change) => {
      for (const listener of listeners) listener(change)
    })
    void started.failed.then((error) => {
      if (error) log.error('reader.worker-failed', { error })
      if (job === started) job = undefined
    })
    return started
  }

  type Calls = ReturnType<typeof start>['api']['reader']
  const calls = (): Calls => (job ??= start()).api.reader

  return {
    api: {
      openView: async (input, { signal }) => valueOf(await calls().openView(input, { signal }), 'reader', signal),
      rows: async (input, { signal }) => valueOf(await calls().rows(input, { signal }), 'reader', signal),
      closeView: async (input, { signal }) => valueOf(await calls().closeView(input, { signal }), 'reader', signal),
      facets: async (input, { signal }) => valueOf(await calls().facets(input, { signal }), 'reader', signal),
      exportCsv: async (input, context) =>
        valueOf(await calls().exportCsv(input, progressing(context)), 'reader', context.signal),
      serials: async (input, { signal }) => valueOf(await calls().serials(input, { signal }), 'reader', signal),
      previewMove: async (input, { signal }) => valueOf(await calls().previewMove(input, { signal }), 'reader', signal),
      planMove: async (wish) => valueOf(await calls().planMove(wish), 'reader'),
      countByGroup: async () => valueOf(await calls().countByGroup({}), 'reader'),
      selectIds: async (selection) => valueOf(await calls().selectIds(selection), 'reader'),
      countByProfile: async () => valueOf(await calls().countByProfile({}), 'reader'),
      onChanged(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    async stop() {
      const stopped = job
      job = undefined
      await stopped?.api.reader.close({})
      await stopped?.stop()
    },
  }
}

/** The device list in this thread, for a process that answers one command and hears of no changes. */
export function openReader(dbPath: string): RunningReader {
  const db = openReadOnlyDb(dbPath)
  // Most commands ask nothing of the list; a damaged store must not keep them from saying so.
  let made: ReturnType<typeof createDeviceReader> | undefined
  const reader = () => (made ??= createDeviceReader({ db, clock: systemClock, openTarget: openWholeFile }))
  const calls = () => reader().handlers
  return {
    api: {
      openView: (input, context) => calls().openView(input, context),
      rows: (input, context) => calls().rows(input, context),
      closeView: (input, context) => calls().closeView(input, context),
      facets: (input, context) => calls().facets(input, context),
      exportCsv: (input, context) => calls().exportCsv(input, context),
      serials: (input, context) => calls().serials(input, context),
      previewMove: (input, context) => calls().previewMove(input, context),
      planMove: async (wish) => reader().planMove(wish),
      countByGroup: async () => reader().countByGroup(),
      selectIds: async (selection) => reader().selectIds(selection),
      countByProfile: async () => reader().countByProfile(),
      onChanged: () => () => {},
    },
    stop: async () => void db.close(),
  }
}

function progressing<P>({ signal, report }: CallContext<P>) {
  return { signal, onProgress: report }
}
