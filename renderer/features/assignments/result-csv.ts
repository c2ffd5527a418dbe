import type { AssignedDevice } from '../../../shared/contract/assignments.ts'
import { text } from '../../lib/text.ts'
import { outcomeMeaning } from './outcomes.ts'
import type { TaskKind } from './store.ts'

/** What the shell takes at most. */
const MAX_CHARACTERS = 1_000_000

const BYTE_ORDER_MARK = '\uFEFF'
const LINE_END = '\r\n'

/** RFC 4180 with Apple's own words, ISO times in UTC, and what each word means as far as there is room for it. */
export function resultCsv(kind: TaskKind, devices: readonly AssignedDevice[]): string {
  const { serial, outcome, next, meaning } = text().assignments.result
  const write = (isExplained: boolean) => {
    const head = [serial, outcome, next, ...(isExplained ? [meaning] : [])]
    const rows = devices.map((device) => [
      device.serial,
      device.outcome,
      device.nextAttemptAt === null ? '' : new Date(device.nextAttemptAt).toISOString(),
      ...(isExplained ? [outcomeMeaning(kind, device.outcome)] : []),
    ])
    return BYTE_ORDER_MARK + [head, ...rows].map((cells) => cells.map(csvCell).join(',') + LINE_END).join('')
  }
  const full = write(true)
  return full.length <= MAX_CHARACTERS ? full : write(false)
}

/** Spreadsheets run what begins like a formula: such a text gets an apostrophe in front. */
function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
