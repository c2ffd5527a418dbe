import { toSerial, type Serial } from '../../shared/model/ids.ts'

/** What the column of serial numbers is called in the files of the portal, of consoles and of spreadsheets. */
const SERIAL_HEADER = /^(serial( ?_?(number|no\.?|nr\.?))?|seriennummer|sn)$/i

/**
 * Serial numbers of a list, each once, in their order: one per line, or the serial column of a CSV (the first column
 * where no header names one). Blanks around and quotes are taken away.
 */
export function readSerials(text: string): readonly Serial[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '' && !/^sep=/i.test(line))
  const [head = ''] = lines
  const delimiter = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ','
  const titles = cells(head, delimiter)
  const column = titles.findIndex((title) => SERIAL_HEADER.test(title))
  const rows = column === -1 ? lines : lines.slice(1)
  const serials = rows.map((line) => toSerial(cells(line, delimiter)[Math.max(column, 0)] ?? ''))
  return [...new Set(serials.filter((serial) => serial !== ''))]
}

/** Cells of one line; a quoted cell may hold the delimiter. Spreadsheets write ="C02…" to keep a text a text. */
function cells(line: string, delimiter: string): readonly string[] {
  const found: string[] = []
  let cell = ''
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    else if (sign === delimiter && !isQuoted) {
      found.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...found, cell].map((text) => text.trim().replace(/^=/, '').trim())
}
