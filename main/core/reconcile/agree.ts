import type { ComparedField } from '../../../shared/model/reconcile.ts'

/** What a word about a device means for the comparison; the portal, the console and our own records use different ones. */
export type StatusMeaning = 'assigned' | 'unassigned' | 'released' | 'in-use' | 'ended' | 'unsaid' | 'other'

const MEANINGS: Readonly<Record<string, StatusMeaning>> = {
  assigned: 'assigned',
  unassigned: 'unassigned',
  notassigned: 'unassigned',
  released: 'released',
  gone: 'released',
  removed: 'released',
  discovered: 'in-use',
  registered: 'in-use',
  registrationactive: 'in-use',
  inprogress: 'in-use',
  enrollmentinprogress: 'in-use',
  enrolled: 'in-use',
  present: 'assigned',
  listed: 'assigned',
  active: 'in-use',
  unenrolled: 'ended',
  deviceunenrolled: 'ended',
  enterprisewiped: 'ended',
  devicewiped: 'ended',
  retired: 'ended',
  blocked: 'ended',
  denylisted: 'ended',
  blacklisted: 'ended',
  '': 'unsaid',
}

export function statusMeaning(text: string): StatusMeaning {
  const word = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return Object.hasOwn(MEANINGS, word) ? MEANINGS[word]! : 'other'
}

/** What belongs together by meaning, the portal's word first; everything else disagrees where both words are known. */
const FITS: Readonly<Record<'assigned' | 'unassigned' | 'released', readonly StatusMeaning[]>> = {
  // A device that is assigned may wait, be in use, or have been erased meanwhile.
  assigned: ['assigned', 'in-use', 'ended'],
  unassigned: ['unassigned', 'ended', 'released'],
  released: ['released', 'ended'],
}

/**
 * True where both cells say the same of a device, whatever the case. A status is compared by its meaning, a group by its
 * last names where one side has no whole path, a profile without the number of its version. An empty cell of a status
 * says nothing; elsewhere it says "none".
 */
export function agree(field: ComparedField, portal: string, console: string): boolean {
  const [a, b] = [plain(portal), plain(console)]
  if (a === b) return true
  switch (field) {
    case 'status':
      return statusesAgree(portal, console)
    case 'group':
      return isPathEnd(groupNames(a), groupNames(b))
    case 'profile':
      return withoutVersion(a) === withoutVersion(b)
    case 'server':
      return false
  }
}

function statusesAgree(portal: string, console: string): boolean {
  const [a, b] = [statusMeaning(portal), statusMeaning(console)]
  if (a === 'unsaid' || b === 'unsaid') return true
  if (a === 'other' || b === 'other') return a !== b
  if (a === 'assigned' || a === 'unassigned' || a === 'released') return FITS[a].includes(b)
  return a === b
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ')
}

function groupNames(path: string): readonly string[] {
  return path
    .split(/[/\\>]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function isPathEnd(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length === 0) return long.length === 0
  return short.every((name, index) => name === long[long.length - short.length + index])
}

/** A profile here is called by its name and the number of its version, "Berlin · 3". */
function withoutVersion(name: string): string {
  return name.replace(/ · \d+$/, '')
}
