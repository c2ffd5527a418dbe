/** RFC 4180: commas between cells, this after every line; a cell in quotes where it holds one of them or a quote. */
export const LINE_END = '\r\n'

/** An apostrophe that stands before one of them gets another, so that whoever reads the file can take one away again. */
const UNSAFE_START = /^'*[=+\-@\t\r]/

/** So that spreadsheets read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Makes the function that makes cells of texts. Spreadsheets run a cell that begins with `= + - @`, a tab or a carriage
 * return as a formula, so such a text gets an apostrophe in front.
 */
export function createCsvText(delimiter: string): (text: string) => string {
  const special = delimiter === '|' ? '\\|' : delimiter
  const needsQuotes = new RegExp(`["${special}\\r\\n]`)
  /** Either of them: most texts are asked only once. */
  const needsCare = new RegExp(`^'*[=+\\-@\\t]|["${special}\\r\\n]`)
  return (text) => {
    if (!needsCare.test(text)) return text
    const safe = UNSAFE_START.test(text) ? `'${text}` : text
    return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
}

/** A text as a cell between commas. */
export const csvText = createCsvText(',')
