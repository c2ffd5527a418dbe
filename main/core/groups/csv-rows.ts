/** A row of a CSV file and the line it begins at, counted from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

const SEPARATORS = [',', ';', '\t'] as const

/** UTF-8 or UTF-16 with or without a byte order mark; bytes that are neither are read as Windows wrote them before. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const zero = bytes.subarray(0, 64).indexOf(0)
  if (zero >= 0) return new TextDecoder(zero % 2 === 0 ? 'utf-16be' : 'utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * Cells between commas, semicolons or tabs, whichever the first line has most of; quoted ones may hold separators, line
 * breaks and doubled quotes. A quote that never ends runs to the end of the file. Empty lines and the line `sep=;`, by
 * which spreadsheets name their separator, are left out.
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const named = /^sep=(.)\r?\n/i.exec(text)
  const separator = named?.[1] ?? separatorOf(text)
  const start = named ? named[0].length : 0
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = named ? 2 : 1
  let rowLine = line
  let at = start

  function endRow(): void {
    if (cells.length > 1 || cells[0]?.trim()) rows.push({ line: rowLine, cells })
    cells = []
  }

  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator)
    cells.push(cell.text)
    line += cell.breaks
    at = cell.end
    if (text[at] === separator) {
      at++
      if (at === text.length) cells.push('')
      continue
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    endRow()
    rowLine = ++line
  }
  if (cells.length > 0) endRow()
  return rows
}

type Cell = { readonly text: string; readonly end: number; readonly breaks: number }

function plainCell(text: string, from: number, separator: string): Cell {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end++
  return { text: text.slice(from, end), end, breaks: 0 }
}

function quotedCell(text: string, from: number): Cell {
  let end = text.indexOf('"', from + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  const close = end < 0 ? text.length : end
  const inner = text.slice(from + 1, close)
  return { text: inner.replaceAll('""', '"'), end: close + 1, breaks: inner.split('\n').length - 1 }
}

function separatorOf(text: string): string {
  const first = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? ''
  const bare = first.replace(/"[^"]*"/g, '')
  const counts = SEPARATORS.map((separator) => bare.split(separator).length - 1)
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!
}
