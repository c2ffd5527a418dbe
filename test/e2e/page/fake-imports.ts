import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ImportRecord, ImportRemark, SavedMapping } from '../../../shared/model/import.ts'

const MAPPING = { serial: 0, friendlyName: 1, user: 2, enrollmentStatus: 3, tokenStatus: 4, lastSeen: 5 }
const TITLES = ['Serial Number', 'Friendly Name', 'Username', 'Enrollment Status', 'Token Status', 'Last Seen']
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
    preview: ({ path, kind = 'console-lifecycle', mapping = MAPPING, dateOrder = 'month-first' }) => ({
      fileName: path.split('/').at(-1)!,
      sizeBytes: 98_304,
      sha256: 'a'.repeat(64),
      format: 'text',
      encoding: 'utf-8',
      delimiter: ',',
      kind,
      headerLine: 1,
      titles: TITLES,
      signature: 'serialnumber friendlyname username enrollmentstatus tokenstatus lastseen',
      mapping,
      isRemembered: false,
      sample: [{ line: 1, cells: TITLES }],
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
