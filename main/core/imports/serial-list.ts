import type { SerialList } from '../../../shared/contract/imports.ts'
import { toSerial, type Serial } from '../../../shared/model/ids.ts'
import { guessColumns } from './guess-columns.ts'
import { openTable, type Chunks } from './read-table.ts'
import { readSerial } from './repair-serial.ts'

/**
 * Serial numbers of a list, each once, in their order: the column of a table, or one per line. What does not look like
 * one is handed on as it stands, for whoever acts on it to say that nobody knows it. Throws what reading a table throws.
 */
export async function readSerialList(chunks: Chunks): Promise<SerialList> {
  const table = await openTable(chunks)
  const { mapping, headerLine } = guessColumns(table.head.rows)
  const serials = new Set<Serial>()
  let repaired = 0
  for await (const batch of table.batches([mapping.serial ?? 0])) {
    for (let row = 0; row < batch.count; row++) {
      if (headerLine !== null && batch.lines[row]! <= headerLine) continue
      const text = batch.text(row, 0)
      const read = readSerial(text)
      if (read.outcome === 'repaired') repaired++
      if (read.outcome !== 'rejected') serials.add(read.serial)
      else if (read.why !== 'empty' && read.why !== 'title-again') serials.add(toSerial(text.slice(0, 64)))
    }
  }
  return { serials: [...serials], repaired }
}
