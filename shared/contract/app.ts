import { z } from 'zod'
import { call, type } from './define.ts'

export type Doctor = {
  readonly version: string
  readonly dataDir: string
  readonly store: {
    readonly rows: number | null
    readonly sizeBytes: number
    readonly integrity: 'ok' | 'damaged'
    readonly schemaVersion: number
  }
  readonly vault: string
  readonly runtime: Readonly<Record<string, string>>
}

export const app = {
  about: call({
    input: z.strictObject({}),
    output: type<{
      readonly version: string
      readonly dataDir: string
      readonly appleUrl: string
      readonly demo: boolean
      /** What runs the program, by name: `node`, `electron`, `chromium`, `platform`. */
      readonly runtime: Readonly<Record<string, string>>
    }>(),
  }),

  /** A fault of the page, for the log. `ref` is what the person sees and quotes. Only so many are written per start. */
  reportFault: call({
    input: z.strictObject({ ref: z.string().regex(/^[0-9a-f]{8}$/), details: z.string().max(4000) }),
    output: type<null>(),
  }),

  /** Reads the whole store once: seconds on a large one. */
  doctor: call({ input: z.strictObject({}), output: type<Doctor>() }),
} as const
