import type { Profile } from '../../../shared/model/profile.ts'
import { parseObject } from './json-text.ts'

const MAX_NAME_LENGTH = 100

/** A name no profile has: the wanted one, or with a number behind it. Names are compared whatever their capitals. */
export function freeName(wanted: string, profiles: readonly Pick<Profile, 'name'>[]): string {
  const taken = new Set(profiles.map(({ name }) => name.toLowerCase()))
  const name = wanted.trim().slice(0, MAX_NAME_LENGTH)
  if (!taken.has(name.toLowerCase())) return name
  for (let number = 2; ; number++) {
    const next = `${name.slice(0, MAX_NAME_LENGTH - 5)} ${number}`
    if (!taken.has(next.toLowerCase())) return next
  }
}

/** What the text calls itself; undefined where it does not. */
export function nameInText(text: string): string | undefined {
  const name = parseObject(text)?.['profile_name']
  return typeof name === 'string' && name.trim() !== '' ? name : undefined
}
