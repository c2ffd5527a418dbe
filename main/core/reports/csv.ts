/** RFC 4180: CRLF after every line, a cell in quotes where it holds a comma, a quote or a line break. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`
}

const UNSAFE_START = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[",\r\n]/

/**
 * A text as a cell. Spreadsheets run a cell that begins with `= + - @`, a tab or a carriage return as a formula, so such
 * a text gets an apostrophe in front.
 */
export function csvText(text: string): string {
  const safe = UNSAFE_START.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** So that spreadsheets read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'
