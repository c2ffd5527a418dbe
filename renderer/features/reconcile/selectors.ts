import {
  IMPORT_FIELDS,
  type ImportField,
  type ImportRemark,
  type SerialFault,
  type SerialRepair,
} from '../../../shared/model/import.ts'
import type { Reconciliation, ReconcileRow, ReconcileSource, Verdict } from '../../../shared/model/reconcile.ts'
import type { ImportPreview } from '../../../shared/contract/imports.ts'
import type { ReconcileComparison } from '../../../shared/contract/reconcile.ts'
import { formatCount } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { readMoment } from '../../lib/typed-date.ts'
import type { FileRole, GivenFile } from './store.ts'

/** The sets in the order of what needs somebody. */
export const SETS = ['console-only', 'portal-only', 'mismatched', 'duplicate', 'invalid', 'both'] as const

/** What the numbers call both holds those that disagree too. */
export function verdictsOf(set: Verdict): readonly Verdict[] {
  return set === 'both' ? ['both', 'mismatched'] : [set]
}

export function countOf({ counts }: Reconciliation, set: Verdict): number {
  switch (set) {
    case 'both':
      return counts.both
    case 'mismatched':
      return counts.mismatched
    case 'portal-only':
      return counts.portalOnly
    case 'console-only':
      return counts.consoleOnly
    case 'duplicate':
      return counts.duplicates
    case 'invalid':
      return counts.invalid
  }
}

/** The first set that has something in it. */
export function firstSet(made: Reconciliation): Verdict {
  return SETS.find((set) => countOf(made, set) > 0) ?? 'both'
}

/** How many devices Apple can be asked about. */
export function unknownCount({ causes }: Reconciliation): number {
  return causes.reduce((sum, { cause, count }) => (cause === 'unknown-ask-apple' ? sum + count : sum), 0)
}

export function sourceName({ kind, name }: ReconcileSource): string {
  return kind === 'file' ? name : text().reconcilePage.result.records
}

/** "12", "Portal 12, Console 40": where a row stands. */
export function linesText({ portalLine, consoleLine }: ReconcileRow): string {
  const words = text().reconcilePage.result
  const lines = [
    portalLine === null ? [] : [words.portalLine(formatCount(portalLine))],
    consoleLine === null ? [] : [words.consoleLine(formatCount(consoleLine))],
  ]
  return lines.flat().join(', ')
}

/** What stands beside the cause: the serial number that was meant, or what each list says. */
export function besideCause({ cause, other, differences }: ReconcileRow): string {
  const words = text().reconcilePage.result
  const { fields } = text().reconcile
  const told = differences.map(({ field, portal, console }) =>
    words.difference(fields[field], portal || words.nothing, console || words.nothing),
  )
  if (other !== null) told.unshift(cause === 'replaced-device' ? words.replacedBy(other) : words.meant(other))
  return told.join('; ')
}

const FIELDS_OF_ROLE: Readonly<Record<FileRole, readonly ImportField[]>> = {
  portal: ['serial', 'status', 'mdmServer', 'profile', 'released'],
  console: ['serial', 'enrollmentStatus', 'status', 'organizationGroup', 'profile', 'mdmServer'],
  import: ['serial', 'enrollmentStatus', 'tokenStatus', 'complianceStatus', 'user', 'friendlyName', 'lastSeen'],
}

export type ShownField = keyof ReturnType<typeof text>['imports']['fields']

/** What a file of this role is asked for. */
export function fieldsOf(role: FileRole): readonly ShownField[] {
  return FIELDS_OF_ROLE[role] as readonly ShownField[] // all of them have words
}

/** Columns the file has, as far as its first rows tell. */
export function columnCount({ titles, sample }: ImportPreview): number {
  return Math.max(titles.length, ...sample.map(({ cells }) => cells.length), 0)
}

/** The value of a choice for a field that is in no column. */
export const NOWHERE = 'none'

export function columnOptions(preview: ImportPreview): readonly { readonly value: string; readonly text: string }[] {
  const words = text().imports.file
  const columns = Array.from({ length: columnCount(preview) }, (_, column) => ({
    value: String(column),
    text: words.column(column + 1, preview.titles[column] ?? ''),
  }))
  return [{ value: NOWHERE, text: words.notThere }, ...columns]
}

/** What is wrong with the date that was typed; empty where nothing is. */
export function asOfFault({ asOf }: Pick<GivenFile, 'asOf'>, now: number): string {
  const words = text().imports.file
  if (asOf === null) return ''
  const at = readMoment(asOf)
  if (at === null) return words.asOfWrong
  return at > now ? words.asOfFuture : ''
}

/** Comparisons this one can be held against: those made before it that still have their rows, newest first. */
export function earlierOnes(list: readonly Reconciliation[], { id, at }: Reconciliation): readonly Reconciliation[] {
  return list.filter((other) => other.id !== id && other.at <= at && other.hasRows)
}

export function changesText({ appeared, resolved, moved, same }: ReconcileComparison): string {
  const words = text().reconcilePage.changes
  return appeared + resolved + moved === 0
    ? words.none
    : words.numbers(formatCount(appeared), formatCount(resolved), formatCount(moved), formatCount(same))
}

/** What came of a row, in words. */
export function remarkText({ kind, serial, detail }: ImportRemark): string {
  const words = text().imports
  switch (kind) {
    case 'repaired':
      return words.repaired(serial ?? '', repairsText(detail))
    case 'rejected':
      return words.faults[detail as SerialFault] ?? detail
    case 'duplicate':
      return words.duplicateOf(detail)
    case 'unknown':
      return words.unknownHere
    case 'not-understood':
      return words.notUnderstood(fieldText(detail))
    case 'older':
      return words.olderThanKnown
  }
}

function repairsText(detail: string): string {
  const words = text().imports.repairs
  return detail
    .split(' ')
    .map((repair) => words[repair as SerialRepair] ?? repair)
    .join(', ')
}

function fieldText(field: string): string {
  const words: Readonly<Record<string, string>> = text().imports.fields
  return words[field] ?? IMPORT_FIELDS.find((known) => known === field) ?? field
}
