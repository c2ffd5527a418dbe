import type { RowFault } from './contract/groups.ts'
import { assertNever } from './errors.ts'
import { groups } from './messages/en/groups.ts'
import { namesToken, type GroupConflict } from './model/group.ts'

/** Why a row of a tree file is left out, in English and without a full stop. */
export function rowFaultText({ code, about }: RowFault): string {
  return groups.imports.faults[code](about)
}

/** What does not fit together, in English: for the command line and the messages of failures. */
export function groupConflictText(conflict: GroupConflict): string {
  const { code, severity, group, other, page } = conflict
  const subject = other ?? 'another group'
  switch (code) {
    case 'override-forbidden':
      return severity === 'refuse'
        ? `${group} cannot set ${PAGES[page ?? 'token']}, because ${subject} lets the groups below it inherit only`
        : `${group} sets ${PAGES[page ?? 'token']}, which is kept but does not count, because ${subject} lets the groups below it inherit only`
    case 'token-twice':
      return `${group} and ${subject} have tokens of the same server`
    case 'token-masked':
      return `the token at ${group} is kept but does not count, because ${subject} forces its own on all groups below`
    case 'token-missing':
      return other === null
        ? `${group} has no token to override with`
        : `no token counts at ${group}, because ${other} does not pass its own down`
    case 'second-token-in-branch':
      return namesToken(conflict)
        ? `${group} has several tokens; the oldest one counts, ${subject} is a further one`
        : `${group} has a token of its own below ${subject}, which has one too; its branch uses its own`
    case 'customer-in-customer':
      return `${group} and ${subject} are both of type Customer, and one lies below the other`
    case 'type-not-allowed':
      return `the type of ${group} is not allowed below ${subject}`
    case 'group-id-missing':
      return `${group} has devices but no Group ID; devices cannot enroll there`
    case 'group-id-taken':
      return `${group} and ${subject} have the same Group ID`
    default:
      return assertNever(code)
  }
}

const PAGES = { token: 'the token', 'default-profile': 'the default profile', schedule: 'the schedule' } as const
