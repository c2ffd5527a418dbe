import { z } from 'zod'
import type { Doctor } from '../../shared/contract/app.ts'
import { call, type } from '../../shared/contract/define.ts'

/** What the checking worker is started with. */
export type CheckWorkerData = { readonly dbPath: string }

export const checkContract = {
  check: {
    /** Opens the store for reading, reads all of it and closes it again. */
    store: call({ input: z.strictObject({}), output: type<Omit<Doctor['store'], 'schemaVersion'>>() }),
  },
} as const
