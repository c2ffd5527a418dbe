import { scanRows } from './scan-rows.ts'
import type { CellEncoding } from './table-rows.ts'

/** Tried in this order where nothing else tells. */
export const DELIMITERS = [',', ';', '\t', '|', '^'] as const

/** Lines that are looked at. */
const SAMPLE_ROWS = 30

/** A first line `sep=;`, by which spreadsheets name the delimiter. Any one character of ASCII may stand there. */
export function namedDelimiter(head: Buffer): { readonly delimiter: string; readonly lineBytes: number } | undefined {
  const line = /^"?sep=([\t -~])"?(?:[;,\t|^]*)(\r\n|\r|\n|$)/i.exec(head.subarray(0, 64).toString('latin1'))
  return line ? { delimiter: line[1]!, lineBytes: line[0].length } : undefined
}

/**
 * The sign that the largest share of lines has equally often, outside quotes. Title lines above the header and a comma inside a text
 * here and there do not weigh much. A comma where nothing is divided.
 */
export function guessDelimiter(head: Buffer, encoding: CellEncoding, isWhole: boolean): string {
  let best: { readonly sign: string; readonly score: number } = { sign: ',', score: 0 }
  for (const sign of DELIMITERS) {
    const { rows } = scanRows({ bytes: head, encoding, line: 1, isLast: isWhole }, sign.charCodeAt(0))
    const score = regularity([...rows.widths.subarray(0, SAMPLE_ROWS)])
    if (score > best.score) best = { sign, score }
  }
  return best.sign
}

/** The share of rows with the most frequent width of at least two; of two alike the wider one. */
function regularity(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  return Math.max(0, ...Array.from(counts, ([width, count]) => count / widths.length + Math.min(width, 900) / 1e6))
}
