import type { AssignedDevice, AssignmentPlan } from '../../../shared/contract/assignments.ts'
import type { DeviceSelection } from '../../../shared/contract/devices.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { toSerial } from '../../../shared/model/ids.ts'
import type { Scene } from './scenes.ts'

const HOUR_MS = 3_600_000

/** Every outcome there is, one that is new among them. */
const OUTCOMES: Readonly<Record<string, number>> = {
  SUCCESS: 768,
  UNCHANGED: 20,
  THROTTLED: 9,
  FAILED: 4,
  NOT_ACCESSIBLE: 3,
  MISSING: 2,
  NOT_PUBLISHED: 2,
  PROFILE_GONE: 1,
  WAITING: 1,
  GONE: 1,
  UNKNOWN: 1,
  SOMETHING_NEW: 1,
}

const RELEASED: Readonly<Record<string, number>> = { SUCCESS: 5, NOT_ACCESSIBLE: 1, FAILED: 1, UNKNOWN: 1 }

const PLAN: AssignmentPlan = { total: 812, change: 788, same: 20, gone: 2, unpublished: 2 }

export function fakeAssignmentHandlers(scene: Scene): CoreHandlers['assignments'] {
  const planOf = (selection: DeviceSelection): AssignmentPlan => {
    if (selection.kind === 'matching') return { ...PLAN, total: scene.deviceCount, change: scene.deviceCount - 24 }
    const { length } = selection.serials
    return length < 10 ? { total: length, change: length, same: 0, gone: 0, unpublished: 0 } : PLAN
  }
  const report = (selection: DeviceSelection) => ({ plan: planOf(selection), ...resultsOf(OUTCOMES) })
  const tell = async ({ signal, report: say }: Parameters<CoreHandlers['assignments']['assign']>[1]) => {
    for (let done = 0; done < 12; done++) {
      say({ phase: done < 4 ? 'comparing' : 'telling', done: done * 66, total: 812 })
      await new Promise((resolve) => setTimeout(resolve, 100))
      signal.throwIfAborted()
    }
  }
  return {
    show: () => ({
      wish: { profile: 'Berlin iPads', version: 3, source: 'person', since: Date.now() - 30 * HOUR_MS },
      work: {
        since: Date.now() - 5 * HOUR_MS,
        outcome: 'THROTTLED',
        answeredAt: Date.now() - 4 * HOUR_MS,
        attempts: 1,
        nextAttemptAt: Date.now() + 20 * HOUR_MS,
      },
    }),
    preview: ({ selection }) => planOf(selection),
    previewRetry: ({ selection }) => {
      const { total } = planOf(selection ?? { kind: 'serials', serials: [] })
      const change = Math.min(total, total < 10 ? 3 : 29)
      return { total, change, same: total - change, gone: 0, unpublished: 0 }
    },
    previewRelease: ({ serials: { length } }) => ({
      total: length,
      change: length - 1,
      same: 0,
      gone: 1,
      unpublished: 0,
    }),
    assign: async ({ selection }, context) => {
      await tell(context)
      return report(selection)
    },
    update: async ({ token }, { signal, report: tell }) => {
      const total = 12_004
      for (let done = 0; done <= total && !signal.aborted; done += 1000) {
        tell({ phase: 'telling', done, total })
        if (token === 'Europe') await new Promise((resolve) => setTimeout(resolve, 150))
      }
      return {
        plan: { total, change: 11_990, same: 14, gone: 0, unpublished: 0 },
        results: { SUCCESS: 11_986, NOT_ACCESSIBLE: 3, THROTTLED: 1, UNCHANGED: 14 },
        devices: [],
      }
    },
    retry: async (_input, context) => {
      await tell(context)
      return report({ kind: 'serials', serials: [] })
    },
    release: async () => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      const file = '/home/admin/.ade-desk/released-2026-11-22T11-04-12-318Z.csv'
      const { results, devices } = resultsOf(RELEASED)
      return { file, results, devices: devices.map((device) => ({ ...device, nextAttemptAt: null })) }
    },
  }
}

/** A code that was never anybody's: Apple's worked example. */
export function fakeActivationHandlers(): CoreHandlers['activation'] {
  return {
    lock: ({ serial }) => ({ serial, outcome: serial.endsWith('7') ? 'DEVICE_ALREADY_LOCKED' : 'SUCCESS' }),
    bypassCodes: () => [
      { code: '000H4-0R40M-30F2-0918-5HR3-8F17', outcome: 'SUCCESS', askedAt: Date.now() - 30 * HOUR_MS },
    ],
  }
}

function resultsOf(results: Readonly<Record<string, number>>) {
  let number = 0
  const devices: readonly AssignedDevice[] = Object.entries(results).flatMap(([outcome, count]) =>
    Array.from({ length: count }, () => ({
      serial: toSerial(`C02FK${String(++number).padStart(6, '0')}`),
      outcome,
      nextAttemptAt: outcome === 'THROTTLED' || outcome === 'FAILED' ? Date.now() + 24 * HOUR_MS : null,
    })),
  )
  return { results, devices }
}
