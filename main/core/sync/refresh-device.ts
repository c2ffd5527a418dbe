import { AppError } from '../../../shared/errors.ts'
import { toSerial, type Serial, type TokenId } from '../../../shared/model/ids.ts'
import type { WireDevice } from '../../clients/ade/wire.ts'
import { applyStates } from '../../db/device-pages.ts'
import { findStored } from '../../db/device-rows.ts'
import { releaseLease, syncLeaseName, takeLease } from '../../db/leases.ts'
import { listTokens, type StoredToken } from '../../db/tokens.ts'
import { askAs } from '../tokens/index.ts'
import { decideDevice } from './decide-device.ts'
import type { SyncPorts } from './ports.ts'
import { absent, readDevice, type IncomingDevice } from './read-device.ts'

export type RefreshPorts = Pick<SyncPorts, 'db' | 'clock' | 'random' | 'network' | 'tokens' | 'openAdeClient'>

/**
 * Asks Apple about one device now, one request per token: the token it is on, or for a serial that no token is known to
 * hold all of them. What is told is stored like a row of a fetch. Rejects with `sync.already-running` while a run of
 * that token is under way (the run tells the same), and like any other question to Apple.
 */
export async function refreshDevice(ports: RefreshPorts, serial: Serial, signal: AbortSignal): Promise<void> {
  const tokens = listTokens(ports.db)
  const holders = tokens.filter(({ no }) => findStored(ports.db, serial, no)?.here?.atApple === 'present')
  for (const token of holders.length > 0 ? holders : tokens) {
    const row = await ask(ports, { token, serial }, signal)
    if (row) store(ports, token, row)
  }
}

type Question = { readonly token: StoredToken; readonly serial: Serial }

/** What Apple says of the device; undefined where a token never had it and has it not now. */
function ask(
  ports: RefreshPorts,
  { token, serial }: Question,
  signal: AbortSignal,
): Promise<IncomingDevice | undefined> {
  return askAs(ports, token.id, async (client) => {
    const details = await client.deviceDetails([serial], { signal })
    const answer = Object.entries(details).find(([key]) => toSerial(key) === serial)?.[1]
    if (answer?.response_status === 'SUCCESS') return readDevice(serial, withoutStatus(answer, serial), 'fetch')
    const wasHere = findStored(ports.db, serial, token.no)?.here !== undefined
    return wasHere ? absent(serial, 'not-accessible') : undefined
  })
}

/** The status belongs to the answer, not to the device; the serial number may be only the key. */
export function withoutStatus({ response_status: _status, ...device }: WireDevice, serial: Serial): WireDevice {
  return { ...device, serial_number: device.serial_number ?? serial }
}

function store({ db, clock, random }: RefreshPorts, { id, no: tokenNo }: StoredToken, row: IncomingDevice): void {
  const now = clock.now()
  const lease = takeRefreshLease({ db, clock, random }, id)
  try {
    const context = { tokenNo, runNo: null, lease, now }
    const devices = [{ serial: row.serial, rows: [row] }]
    applyStates(db, { ...context, devices }, (stored, rows) => decideDevice(stored, rows, context))
  } finally {
    releaseLease(db, lease)
  }
}

function takeRefreshLease({ db, clock, random }: Pick<RefreshPorts, 'db' | 'clock' | 'random'>, id: TokenId) {
  const lease = takeLease(db, {
    name: syncLeaseName(id),
    owner: `refresh:${random.uuid()}`,
    now: clock.now(),
    isAbandoned: () => false,
  })
  if (!lease) throw new AppError('sync.already-running', 'a run of this token is under way')
  return lease
}
