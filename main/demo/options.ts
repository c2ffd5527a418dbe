import { parseArgs } from 'node:util'

export type DemoOptions = { readonly once: boolean; readonly devices: number }

const MAX_DEVICES = 1_000_000

/** `--once` ends after the summary; `--devices N` for a larger list. */
export function readDemoOptions(argv: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: { once: { type: 'boolean', default: false }, devices: { type: 'string', default: '2000' } },
  })
  const devices = Number(values.devices)
  if (!Number.isInteger(devices) || devices < 10 || devices > MAX_DEVICES) {
    throw new RangeError(`--devices takes a whole number from 10 to ${MAX_DEVICES}`)
  }
  return { once: values.once, devices }
}
