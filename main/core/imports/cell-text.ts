/**
 * A cell as it was meant: our own files put an apostrophe before what a spreadsheet would run as a formula, and before
 * what already looked like that; one of them is taken away again.
 */
export function plainText(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
