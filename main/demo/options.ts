import { parseArgs } from 'node:util'

export type DemoOptions = { readonly once: boolean; readonly devices: number }

const MAX_DEVICES = 1_000_000

/** How many the demo has that is opened from the window. */
export const DEMO_DEVICES = 2000

/** `--once` ends after the summary; `--devices N` for a larger list. */
export function readDemoOptions(argv: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: { once: { type: 'boolean', default: false }, devices: { type: 'string', default: String(DEMO_DEVICES) } },
  })
  const devices = Number(values.devices)
  if (!Number.isInteger(devices) || devices < 10 || devices > MAX_DEVICES) {
    throw new RangeError(`--devices takes a whole number from 10 to ${MAX_DEVICES}`)
  }
  return { once: values.once, devices }
}

const FLAG = '--demo'

/** Whether the program was started to show the demo. */
export function isDemoAsked(argv: readonly string[]): boolean {
  return argv.includes(FLAG) && !argv.includes('--cli')
}

/** The arguments to start the program anew with, after the program's own name. */
export function argumentsFor(argv: readonly string[], { isDemo }: { readonly isDemo: boolean }): string[] {
  const others = argv.slice(1).filter((argument) => argument !== FLAG)
  return isDemo ? [...others, FLAG] : others
}
