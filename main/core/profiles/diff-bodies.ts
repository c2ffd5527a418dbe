import { isDeepStrictEqual } from 'node:util'
import type { JsonValue, ProfileBody, ProfileDifference } from '../../../shared/model/profile.ts'

/** Member by member, in the order of the first and then of what only the second has. Lists are compared as a whole. */
export function diffBodies(before: ProfileBody, after: ProfileBody): readonly ProfileDifference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((path) => {
    const [old, now] = [member(before, path), member(after, path)]
    return isDeepStrictEqual(old, now) ? [] : [{ path, before: old, after: now }]
  })
}

function member(body: ProfileBody, key: string): JsonValue | undefined {
  return Object.hasOwn(body, key) ? body[key] : undefined
}
