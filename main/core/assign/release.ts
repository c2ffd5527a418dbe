import { join } from 'node:path'
import { releaseSentence, type AssignedDevice, type ReleaseReport } from '../../../shared/contract/assignments.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Serial } from '../../../shared/model/ids.ts'
import { listTokensOf } from '../../db/device-answers.ts'
import type { CorePorts } from '../ports.ts'
import type { DeviceReader } from '../devices/index.ts'
import { askEachToken } from './each-token.ts'

export type ReleasePorts = Pick<CorePorts, 'db' | 'clock' | 'dataDir' | 'log'> & {
  readonly reader: Pick<DeviceReader, 'exportCsv'>
  /** Releases devices of one token; answers Apple's word by serial number. */
  readonly runRelease: (
    wanted: { readonly tokenNo: number; readonly serials: readonly Serial[] },
    context: { readonly signal: AbortSignal },
  ) => Promise<Readonly<Record<string, string>>>
}

type Wish = { readonly serials: readonly Serial[]; readonly confirm: string; readonly listed: number }

/** An earlier part failed, or its token could not be asked. */
const NOT_SENT = 'NOT_SENT'

/** Releases devices token by token, after their list was saved beside the store. */
export async function releaseDevices(
  ports: ReleasePorts,
  { serials: named, confirm, listed }: Wish,
  signal: AbortSignal,
): Promise<ReleaseReport> {
  const serials = [...new Set(named)]
  const sentence = releaseSentence(serials.length)
  if (confirm !== sentence) {
    throw new AppError('device.release-unconfirmed', `the sentence is "${sentence}"`, { facts: { sentence } })
  }
  const places = listTokensOf(ports.db, serials)
  const file = await saveList(ports, serials, signal)
  const words = new Map<Serial, string>()
  for (const { serial, tokenNo, isKnown } of places) {
    if (tokenNo === null) words.set(serial, isKnown ? 'GONE' : 'NOT_FOUND')
  }
  const release = async (tokenNo: number) => {
    const own = places.filter((place) => place.tokenNo === tokenNo).map(({ serial }) => serial)
    const told = await ports.runRelease({ tokenNo, serials: own }, { signal })
    for (const serial of own) words.set(serial, told[serial] ?? NOT_SENT)
    ports.log.info('devices.released', { tokenNo, devices: own.length, file })
  }
  const tokenNos = new Set(places.flatMap((place) => place.tokenNo ?? []))
  const failure = await askEachToken(tokenNos, release, signal)
  // What another token has released is told all the same.
  if (failure && places.every(({ tokenNo, serial }) => tokenNo === null || !words.has(serial))) throw failure
  const devices: readonly AssignedDevice[] = serials.map((serial) => ({
    serial,
    outcome: words.get(serial) ?? NOT_SENT,
    nextAttemptAt: null,
  }))
  const results: Record<string, number> = {}
  for (const { outcome } of devices) results[outcome] = (results[outcome] ?? 0) + 1
  return { file, results, devices: devices.slice(0, listed) }
}

async function saveList(
  { reader, clock, dataDir }: ReleasePorts,
  serials: readonly Serial[],
  signal: AbortSignal,
): Promise<string> {
  const stamp = new Date(clock.now()).toISOString().replace(/[:.]/g, '-')
  const path = join(dataDir, `released-${stamp}.csv`)
  const sort = { column: 'serial', direction: 'asc' } as const
  const selection = { kind: 'serials', serials: [...serials] } as const
  await reader.exportCsv({ filter: {}, selection, sort, path }, { signal, report() {} })
  return path
}
