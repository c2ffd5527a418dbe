import type { ColumnMapping, ImportField, ImportKind } from '../../../shared/model/import.ts'
import { DEVICE_COLUMN_TITLES } from '../../../shared/model/device-columns.ts'
import { readSerial } from './repair-serial.ts'
import type { TableRow } from './table-rows.ts'
import { fieldOfTitle, normaliseTitle, rankOfTitle } from './titles.ts'

export type GuessedTable = {
  readonly kind: ImportKind
  /** The line of the header; null where the file has none. */
  readonly headerLine: number | null
  /** As they stand there, or nothing. */
  readonly titles: readonly string[]
  /** What the header is recognised by the next time. */
  readonly signature: string
  readonly mapping: ColumnMapping
}

/** Rows in which a header is looked for: people put titles and dates above it. */
const HEADER_ROWS = 15

/** What the columns of a table hold, by their titles or else by their content. */
export function guessColumns(rows: readonly TableRow[]): GuessedTable {
  const header = findHeader(rows)
  const titles = header?.cells ?? []
  const data = header ? rows.slice(rows.indexOf(header) + 1) : rows
  const byTitle = mapTitles(titles)
  const serial = byTitle.serial ?? serialColumn(data)
  const mapping: ColumnMapping = { ...byTitle, ...(serial !== undefined && { serial }) }
  return {
    kind: guessKind(mapping, titles),
    headerLine: header?.line ?? null,
    titles,
    signature: titles.map(normaliseTitle).join(' ').trimEnd(),
    mapping,
  }
}

/** The first row with a title of serial numbers, else the first with any known title; never one that holds a serial number. */
function findHeader(rows: readonly TableRow[]): TableRow | undefined {
  const candidates = rows.slice(0, HEADER_ROWS).filter(({ cells }) => !cells.some(looksLikeSerial))
  const has = ({ cells }: TableRow, test: (field: ImportField | undefined) => boolean) =>
    cells.some((cell) => test(fieldOfTitle(cell)))
  return (
    candidates.find((row) => has(row, (field) => field === 'serial')) ??
    candidates.find((row) => has(row, (field) => field !== undefined)) ??
    strangeHeader(rows)
  )
}

/** A row of titles nobody knows: right above the first serial number, as wide as that row, and every cell of it filled. */
function strangeHeader(rows: readonly TableRow[]): TableRow | undefined {
  const first = rows.slice(0, HEADER_ROWS).findIndex(({ cells }) => cells.some(looksLikeSerial))
  const above = rows[first - 1]
  if (!above || above.cells.length < 2 || above.cells.length !== rows[first]!.cells.length) return undefined
  return above.cells.every((cell) => /\p{L}/u.test(cell)) ? above : undefined
}

/** Surely one: a usual length, and letters with digits, or digits alone. */
function looksLikeSerial(cell: string): boolean {
  if (cell.length > 40) return false
  const read = readSerial(cell)
  return read.outcome !== 'rejected' && /\d/.test(read.serial) && read.serial.length >= 8 && read.serial.length <= 14
}

function mapTitles(titles: readonly string[]): ColumnMapping {
  const mapping: { [F in ImportField]?: number } = {}
  titles.forEach((title, column) => {
    const field = fieldOfTitle(title)
    if (field === undefined) return
    const taken = mapping[field]
    if (taken === undefined || rankOfTitle(title) < rankOfTitle(titles[taken]!)) mapping[field] = column
  })
  return mapping
}

/** The column with most serial numbers, of two alike the first; undefined where no column has them in half of its rows. */
function serialColumn(rows: readonly TableRow[]): number | undefined {
  const counts: number[] = []
  for (const { cells } of rows) {
    cells.forEach((cell, column) => {
      counts[column] = (counts[column] ?? 0) + (looksLikeSerial(cell) ? 1 : 0)
    })
  }
  const most = Math.max(0, ...counts.map((count) => count ?? 0))
  return most > 0 && most * 2 >= rows.length ? counts.indexOf(most) : undefined
}

const OWN_TITLES: ReadonlySet<string> = new Set(Object.values(DEVICE_COLUMN_TITLES).map(normaliseTitle))
/** Titles that only our reports have. */
const OWN_MARKS = ['atapple', 'goneSince', 'gonereason', 'profileuuid', 'assignmenterror'].map(normaliseTitle)

function guessKind(mapping: ColumnMapping, titles: readonly string[]): ImportKind {
  const has = (...fields: readonly ImportField[]) => fields.some((field) => mapping[field] !== undefined)
  const known = titles.map(normaliseTitle)
  if (
    known.length > 0 &&
    known.every((title) => OWN_TITLES.has(title)) &&
    OWN_MARKS.some((mark) => known.includes(mark))
  )
    return 'own-report'
  if (has('tokenStatus', 'tokenType', 'profileStatus')) return 'console-lifecycle'
  if (has('orderNumber', 'partNumber', 'mdmServer', 'addedOn', 'released')) return 'portal-devices'
  if (has('enrollmentStatus', 'complianceStatus') || (has('lastSeen') && has('friendlyName', 'user')))
    return 'console-devices'
  if (has('friendlyName') && has('user', 'wifiMac', 'imei') && has('deviceType', 'osVersion')) return 'configurator'
  if (has('source') || (has('deviceType', 'model') && has('status'))) return 'portal-devices'
  if (has('serial')) return has('deviceType') && titles.length > 0 ? 'portal-devices' : 'serial-list'
  return 'unknown'
}
