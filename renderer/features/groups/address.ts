import { groupPath } from '../../../shared/contract/tokens.ts'

/** The chosen group as the part of an address behind the question mark. */
export function groupToQuery(group: string | null): string {
  return group === null ? '' : new URLSearchParams({ group }).toString()
}

/** The group an address names, checked like any input; null where it names none. */
export function groupFromQuery(query: string): string | null {
  const parsed = groupPath.safeParse(new URLSearchParams(query).get('group'))
  return parsed.success ? parsed.data : null
}
