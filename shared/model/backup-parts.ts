import { z } from 'zod'

/** What every part of a backup is made of. */
export const id = <T extends string>() =>
  z
    .string()
    .min(1)
    .max(64)
    .transform((text) => text as T)
export const text = z.string()
export const time = z.number().int()
export const json = text.refine(isJson, 'not JSON')
export const contact = z.strictObject({ name: text.nullable(), email: text.nullable() })

function isJson(value: string): boolean {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}
