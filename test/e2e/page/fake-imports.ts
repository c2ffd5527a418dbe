import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ImportRecord, ImportRemark, SavedMapping } from '../../../shared/model/import.ts'

const MAPPING = { serial: 0, friendlyName: 1, user: 2, enrollmentStatus: 3, tokenStatus: 4, lastSeen: 5 }
const TITLES = ['Serial Number', 'Friendly Name', 'Username', 'Enrollment Status', 'Token Status', 'Last Seen']
const PORTAL = { serial: 0, deviceType: 1, orderNumber: 2, addedOn: 3, mdmServer: 4, status: 5 }
const PORTAL_TITLES = ['Serial Number', 'Device Type', 'Order Number', 'Date Added', 'MDM Server', 'Status']
const PORTAL_ROW = ['C39X00000000', 'iPhone', 'W1204771', '2026-02-11', 'Headquarters', 'ASSIGNED']
const ROW = ['C39X00000000', 'Anna’s iPhone', 'anna', 'Enrolled', 'Compliant', '2026-11-20 08:14:00']

/** By their names: lists of the portal have it in theirs. */
const isPortal = (path: string) => /portal/i.test(path)

const COUNTS = { rows: 1204, accepted: 1180, repaired: 21, rejected: 3 }
const REMARKS: readonly ImportRemark[] = [
  { kind: 'repaired', line: 14, text: ' f9fxy12zq1', serial: 'F9FXY12ZQ1', detail: 'blanks lower-case' },
  { kind: 'rejected', line: 77, text: '7.64E+11', serial: null, detail: 'scientific-notation' },
  { kind: 'duplicate', line: 90, text: 'C02XG0FDH7JY', serial: 'C02XG0FDH7JY', detail: '12' },
  { kind: 'unknown', line: 101, text: 'DMPVK1ABCD34', serial: 'DMPVK1ABCD34', detail: '' },
]

/** A list of the console with something of everything. */
export function fakeImportHandlers(): CoreHandlers['imports'] {
  let list: readonly ImportRecord[] = []
  let mappings: readonly SavedMapping[] = []
  return {
    preview: ({
      path,
      kind = isPortal(path) ? 'portal-devices' : 'console-lifecycle',
      mapping = isPortal(path) ? PORTAL : MAPPING,
      dateOrder = 'month-first',
    }) => ({
      fileName: path.split('/').at(-1)!,
      sizeBytes: 98_304,
      sha256: 'a'.repeat(64),
      format: 'text',
      encoding: 'utf-8',
      delimiter: ',',
      kind,
      headerLine: 1,
      titles: isPortal(path) ? PORTAL_TITLES : TITLES,
      signature: 'serialnumber friendlyname username enrollmentstatus tokenstatus lastseen',
      mapping,
      isRemembered: false,
      sample: isPortal(path)
        ? [
            { line: 1, cells: PORTAL_TITLES },
            { line: 2, cells: PORTAL_ROW },
          ]
        : [
            { line: 1, cells: TITLES },
            { line: 2, cells: ROW },
          ],
      counts: COUNTS,
      remarks: REMARKS,
      dateOrder,
      isDateOrderSure: true,
      asOf: Date.now() - 3_600_000,
    }),
    run: async ({ path, kind = 'console-lifecycle', mapping = MAPPING }, { report }) => {
      for (const phase of ['reading', 'storing', 'applying'] as const) {
        report({ phase, done: 1, total: 2 })
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      const at = Date.now()
      const record: ImportRecord = {
        id: `import-${list.length + 1}`,
        state: 'done',
        kind,
        fileName: path.split('/').at(-1)!,
        sha256: 'a'.repeat(64),
        sizeBytes: 98_304,
        asOf: at,
        startedAt: at,
        finishedAt: at,
        mapping,
        counts: {
          ...COUNTS,
          duplicates: 1,
          notUnderstood: 0,
          devices: 1200,
          changed: 310,
          unchanged: 889,
          older: 0,
          unknown: 1,
        },
      }
      list = [record, ...list]
      return record
    },
    readSerials: () => ({ serials: [], repaired: 0 }),
    list: () => list,
    remarks: ({ id, kind, offset, limit }) => {
      if (!list.some((known) => known.id === id)) throw new AppError('import.not-found', `there is no import ${id}`)
      const rows = REMARKS.filter((remark) => remark.kind === kind)
      return { total: rows.length, rows: rows.slice(offset, offset + limit) }
    },
    mappings: () => mappings,
    saveMapping: (given) => (mappings = [{ ...given, savedAt: Date.now() }, ...mappings]),
    forgetMapping: ({ signature }) => (mappings = mappings.filter((known) => known.signature !== signature)),
  }
}
