import type { AssignedDevice } from '../../../shared/contract/assignments.ts'

const GOOD: ReadonlySet<string> = new Set(['SUCCESS', 'UNCHANGED'])

/** Where not all are listed, those that need a look come first. */
export function firstOf(told: readonly AssignedDevice[], listed: number): readonly AssignedDevice[] {
  if (told.length <= listed) return told
  const open = told.filter(({ outcome }) => !GOOD.has(outcome)).slice(0, listed)
  return [...open, ...told.filter(({ outcome }) => GOOD.has(outcome)).slice(0, listed - open.length)]
}
