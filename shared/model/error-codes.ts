import { z } from 'zod'
import data from '../data/error-codes.json' with { type: 'json' }
import { PASTE_OUTCOMES } from './tree-pastes.ts'

/**
 * Codes of errors that devices, Apple's service and servers tell, and the wordings people see in place of a code.
 * The file holds structure and sources; what a code means stands in the catalogues (`errorCodes`).
 */
const leads = {
  outcome: z.enum(PASTE_OUTCOMES),
  tree: z.string().min(1).optional(),
  remedies: z.array(z.string().min(1)).min(1).optional(),
}

export const errorCodesFile = z.strictObject({
  source: z.string().min(3),
  domains: z.array(
    z.strictObject({
      id: z.string().min(1),
      /** Other names of the same domain in older systems. */
      aliases: z.array(z.string().min(1)).optional(),
      /** What a code of this domain leads to that the list does not have. */
      ...leads,
      source: z.string().min(3),
      codes: z.array(
        z.strictObject({
          code: z.string().min(1),
          ...leads,
          /** True where it says that something failed, and not why: any other finding comes first. */
          weak: z.literal(true).optional(),
        }),
      ),
    }),
  ),
  phrases: z.array(
    z.strictObject({
      domain: z.string().min(1),
      code: z.string().min(1),
      weak: z.literal(true).optional(),
      /** Parts of the wording in English and German, in small letters. */
      texts: z.array(z.string().min(4)).min(1),
    }),
  ),
})

type ErrorCodesFile = z.infer<typeof errorCodesFile>
export type ErrorDomain = ErrorCodesFile['domains'][number]
export type ErrorCode = ErrorDomain['codes'][number]
export type ErrorPhrase = ErrorCodesFile['phrases'][number]

const file = data as ErrorCodesFile // held against the schema by a test

export const ERROR_DOMAINS: readonly ErrorDomain[] = file.domains
export const ERROR_PHRASES: readonly ErrorPhrase[] = file.phrases

const byName: ReadonlyMap<string, ErrorDomain> = new Map(
  ERROR_DOMAINS.flatMap((domain) => [domain.id, ...(domain.aliases ?? [])].map((name) => [name.toLowerCase(), domain])),
)

/** A domain by its name or an older one, in any case. Undefined for one that is not listed. */
export function findDomain(name: string): ErrorDomain | undefined {
  return byName.get(name.toLowerCase())
}

export function findCode(domain: ErrorDomain, code: string): ErrorCode | undefined {
  return domain.codes.find((one) => one.code === code)
}
