import type { StoredCredential } from '../../db/credentials.ts'

const MAX_LENGTH = 90

/** A name nobody asked for: what the file tells, with a number where it is taken. Within the bounds of a name. */
export function freeName(wished: string, stored: readonly Pick<StoredCredential, 'name'>[]): string {
  const name = [...wished.replace(/\p{C}+/gu, ' ').trim()].slice(0, MAX_LENGTH).join('').trim()
  const taken = new Set(stored.map((one) => one.name.toLowerCase()))
  if (!taken.has(name.toLowerCase())) return name
  for (let number = 2; ; number++) {
    const numbered = `${name} (${number})`
    if (!taken.has(numbered.toLowerCase())) return numbered
  }
}
