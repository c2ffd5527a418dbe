import { parseArgs } from 'node:util'

export type CommandLine = {
  /** What follows `--cli`: then no window opens. */
  readonly cli: readonly string[] | undefined
  readonly dataDir: string | undefined
}

/** What the program itself was started with. Everything else is left to the command line's own reader, or is Chromium's. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const at = argv.indexOf('--cli')
  const { values } = parseArgs({ args: [...argv], options: { 'data-dir': { type: 'string' } }, strict: false })
  const dataDir = values['data-dir']
  return {
    cli: at >= 0 ? argv.slice(at + 1) : undefined,
    dataDir: typeof dataDir === 'string' ? dataDir : undefined,
  }
}
