import {
  groupName,
  MAX_TREE_ROWS,
  treeRow,
  type RowFault,
  type TreeFile,
  type TreeRow,
} from '../../../shared/contract/groups.ts'
import { rowFaultText } from '../../../shared/group-text.ts'
import { decodeText, parseCsv } from './csv-rows.ts'
import { fold, isRootName } from './tree.ts'
import { canonicalType } from './type-rules.ts'

/** Where a row has its three cells; -1 where the file has no such column. */
type Columns = { readonly path: number; readonly type: number; readonly groupId: number }

const WITHOUT_HEADER: Columns = { path: 0, type: 1, groupId: 2 }

/** Names of columns, without blanks and capital letters, as the console, this program and people call them. */
const HEADERS: Readonly<Record<keyof Columns, readonly string[]>> = {
  path: ['path', 'group', 'grouppath', 'organizationgroup', 'organizationgrouppath', 'og', 'ogpath', 'pfad', 'gruppe'],
  type: ['type', 'grouptype', 'locationgrouptype', 'ogtype', 'typ'],
  groupId: ['groupid', 'ogid', 'gruppenid', 'gruppenkennung', 'id'],
}

/**
 * Reads a tree from CSV: path, type, Group ID, with or without a line of headers. Every line is accepted or rejected with
 * its reason. A path may leave out the root and its first slash, and use `>` or `\` between groups.
 */
export function readTreeFile(bytes: Uint8Array, rootName: string): TreeFile {
  const lines = parseCsv(decodeText(bytes))
  const header = lines[0] && columnsOf(lines[0].cells)
  const columns = header ?? WITHOUT_HEADER
  const rows: TreeRow[] = []
  const rejected: TreeFile['rejected'][number][] = []
  const paths = new Map<string, number>()
  const groupIds = new Map<string, number>()
  for (const { line, cells } of header ? lines.slice(1) : lines) {
    const read = readRow(cells, columns, rootName)
    const fault = 'code' in read ? read : takenBy(read, { paths, groupIds, count: rows.length })
    if ('code' in read || fault) {
      if (fault) rejected.push({ line, fault, reason: rowFaultText(fault) })
      continue
    }
    rows.push(read)
    paths.set(fold(read.path), line)
    if (read.groupId !== null) groupIds.set(read.groupId.toLowerCase(), line)
  }
  return { rows, rejected }
}

function columnsOf(cells: readonly string[]): Columns | undefined {
  const names = cells.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''))
  const find = (column: keyof Columns) => names.findIndex((name) => HEADERS[column].includes(name))
  const columns = { path: find('path'), type: find('type'), groupId: find('groupId') }
  return columns.path < 0 ? undefined : columns
}

/** The row, or why it cannot be used. */
function readRow(cells: readonly string[], columns: Columns, rootName: string): TreeRow | RowFault {
  const [path, type, groupId] = [columns.path, columns.type, columns.groupId].map((at) => cleanCell(cells[at]))
  if (!path) return { code: 'path-missing', about: '' }
  const names = namesOf(path)
  if (names.length === 0) return { code: 'path-empty', about: path }
  const isBelowRoot = isRootName(names[0]!, rootName)
  if (!isBelowRoot && path.startsWith('/')) return { code: 'other-root', about: `/${rootName}` }
  const wrong = names.find((name) => !groupName.safeParse(name).success)
  if (wrong !== undefined) return { code: 'name-unusable', about: wrong }
  const row = treeRow.safeParse({
    path: `/${[rootName, ...names.slice(isBelowRoot ? 1 : 0)].join('/')}`,
    type: type ? canonicalType(type) : null,
    groupId: groupId || null,
  })
  if (row.success) return row.data
  const isPath = row.error.issues[0]?.path[0] === 'path'
  return { code: isPath ? 'path-too-long' : 'values-unusable', about: '' }
}

function namesOf(path: string): readonly string[] {
  const separator = path.includes('/') ? '/' : path.includes('>') ? '>' : '\\'
  return path
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** Blanks around it and the form `="text"`, which spreadsheets write to keep a text a text, are taken away. */
function cleanCell(cell: string | undefined): string {
  return (cell ?? '')
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .trim()
}

type Seen = {
  readonly paths: ReadonlyMap<string, number>
  readonly groupIds: ReadonlyMap<string, number>
  readonly count: number
}

function takenBy({ path, groupId }: TreeRow, { paths, groupIds, count }: Seen): RowFault | undefined {
  const [samePath, sameId] = [paths.get(fold(path)), groupId === null ? undefined : groupIds.get(groupId.toLowerCase())]
  if (samePath !== undefined) return { code: 'same-path', about: String(samePath) }
  if (sameId !== undefined) return { code: 'same-group-id', about: String(sameId) }
  if (count >= MAX_TREE_ROWS) return { code: 'too-many', about: String(MAX_TREE_ROWS) }
  return undefined
}
