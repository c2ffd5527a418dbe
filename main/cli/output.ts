import type { Io } from './io.ts'

export type OutputOptions = { readonly json: boolean; readonly quiet: boolean }

export type Output = ReturnType<typeof createOutput>

/** Stdout carries the result and nothing else; everything said on the way goes to stderr. */
export function createOutput(io: Io, options: OutputOptions) {
  let progressShown = false
  let unfinished: string | undefined

  function clearProgress() {
    if (progressShown) io.writeErr('\r\u001b[K')
    progressShown = false
  }

  return {
    isJson: options.json,

    /** The one JSON document, or with a terminal the readable form. */
    async result(value: unknown, readable: () => string): Promise<void> {
      clearProgress()
      await io.writeOut(options.json ? `${JSON.stringify(value, null, 2)}\n` : `${readable().trimEnd()}\n`)
    },

    /**
     * For results too large for one string: parts of the document, in order. `toClose` is what ends the list that is open
     * after this part, so that a failure can still be told as a member of the same document; none after the last part.
     */
    async part(text: string, toClose?: string): Promise<void> {
      clearProgress()
      unfinished = toClose
      await io.writeOut(text)
    },

    /** What closes the list a document stopped in; undefined outside of one. */
    unfinished: () => unfinished,

    say(text: string): void {
      if (options.quiet) return
      clearProgress()
      io.writeErr(`${text}\n`)
    },

    /** One line that replaces itself; only where a person watches. */
    progress(text: string): void {
      if (options.quiet || !io.isInteractive) return
      progressShown = true
      io.writeErr(`\r\u001b[K${text}`)
    },
  }
}

/** Columns as wide as their longest cell; the last one is not padded. Device texts cannot steer the terminal. */
export function table(headers: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const cells = [headers, ...rows].map((row) => row.map((cell) => printable(cell ?? '–')))
  const widths = headers.map((_, column) => cells.reduce((width, row) => Math.max(width, row[column]!.length), 0))
  return cells
    .map((row) =>
      row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column]!))).join('  '),
    )
    .join('\n')
}

/** Control and direction characters from outside are shown as a visible mark. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}
