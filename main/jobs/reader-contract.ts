import { push } from '../../shared/contract/define.ts'
import { devices } from '../../shared/contract/devices.ts'
import type { PushedLine } from './pushed-log.ts'

/** What the reader worker is started with. */
export type ReaderWorkerData = { readonly dbPath: string }

const { openView, rows, closeView, facets, exportCsv, changed } = devices

/** The calls of the page's contract that look at all devices, answered in a thread of their own. */
export const readerContract = {
  reader: { openView, rows, closeView, facets, exportCsv, changed, logged: push<PushedLine>() },
} as const
