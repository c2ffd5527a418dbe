import { toSerial } from '../../../shared/model/ids.ts'
import type { Account } from '../../../shared/model/token.ts'
import type { DeviceDetails } from '../../clients/ade/client-type.ts'
import { applyStates, fenced } from '../../db/device-pages.ts'
import { countAssigned } from '../../db/sync-runs.ts'
import { runAssignments } from '../assign/index.ts'
import { pageContext } from './conversation.ts'
import { decideDevice } from './decide-device.ts'
import { groupBySerial } from './merge-page.ts'
import { absent, readDevice } from './read-device.ts'
import { withoutStatus } from './refresh-device.ts'
import type { SyncRunning } from './run-sync.ts'

/** Outside of a run there is none to count in. */
type Assigning = Omit<SyncRunning, 'runNo'> & { readonly runNo: number | null }

/** The last part of a run: what its pages, or a person, have put down as work is told to Apple. */
export async function assignDue(run: Assigning, account: Account): Promise<void> {
  const { db, clock, log, client, job, signal, runNo } = run
  const assigned = await runAssignments(
    {
      db,
      clock,
      log,
      client,
      tokenNo: job.tokenNo,
      context: () => pageContext(run),
      storeDetails: (details) => storeDetails(run, details),
      signal,
      report: () => {},
    },
    account,
  )
  if (assigned > 0 && runNo !== null) fenced(db, pageContext(run), () => countAssigned(db, runNo, assigned))
}

/** Like rows of a list: a device Apple no longer shows this token is gone, and one it never had stays unknown. */
function storeDetails(run: Assigning, details: DeviceDetails): void {
  const context = pageContext(run)
  const rows = Object.entries(details).flatMap(([key, answer]) => {
    const serial = toSerial(key)
    if (answer.response_status === 'NOT_ACCESSIBLE') return [absent(serial, 'not-accessible')]
    if (answer.response_status !== 'SUCCESS' || serial === '') return []
    return [readDevice(serial, withoutStatus(answer, serial), 'fetch')]
  })
  applyStates(run.db, { ...context, devices: groupBySerial(rows, ({ serial }) => serial) }, (stored, rows) =>
    decideDevice(stored, rows, context),
  )
}
