import { z } from 'zod'
import { call, type } from './define.ts'

/** What a page may hand over as bytes, where it learns no path; larger files are chosen in the system's own dialog. */
export const MAX_HANDED_BYTES = 512 * 1024 * 1024

/** Bytes of one call. */
export const HANDED_PORTION_BYTES = 4 * 1024 * 1024

const hand = z.string().min(1).max(64)

/**
 * Files a person gave to the page, by dropping them or in the page's own dialog, where the page of a shell learns no
 * paths. They are kept in a folder of the program for as long as it runs, the newest few of them. Served by the shell.
 */
export const files = {
  files: {
    begin: call({
      input: z.strictObject({
        name: z.string().min(1).max(300),
        sizeBytes: z.number().int().nonnegative().max(MAX_HANDED_BYTES),
      }),
      /** What the other calls name it by. */
      output: type<string>(),
      fails: ['file.unwritable'],
    }),

    /** The next bytes, in order. */
    append: call({
      input: z.strictObject({
        hand,
        bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= HANDED_PORTION_BYTES),
      }),
      output: type<null>(),
      fails: ['file.unwritable'],
    }),

    /** The path of the whole file: one that the person has chosen to be read. Fewer bytes than announced are bad input. */
    end: call({ input: z.strictObject({ hand }), output: type<string>(), fails: ['file.unwritable'] }),

    /** Takes back a file that is not there yet. */
    drop: call({ input: z.strictObject({ hand }), output: type<null>() }),
  },
} as const
