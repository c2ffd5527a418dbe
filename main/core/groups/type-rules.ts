import { GROUP_TYPES } from '../../../shared/model/group.ts'

/**
 * Which type of group may stand where, as the console has it: Global is the root; Partner is a top-level group; a Customer
 * is one tenant and has no other above or below it; everything below a tenant is a Container or one of its aliases.
 * A Prospect is a tenant on trial. Division, Region and types of one's own are Containers.
 */
export type TypeRole = 'global' | 'partner' | 'customer' | 'prospect' | 'container'

export function roleOf(type: string): TypeRole {
  switch (type.trim().toLowerCase()) {
    case 'global':
      return 'global'
    case 'partner':
      return 'partner'
    case 'customer':
      return 'customer'
    case 'prospect':
      return 'prospect'
    default:
      return 'container'
  }
}

export type TypeBreach = { readonly code: 'customer-in-customer' | 'type-not-allowed'; readonly above: number | null }

type Above = { readonly no: number; readonly role: TypeRole }

/** `above`: the groups above, nearest first. The breach names the group above that is in the way. */
export function typeBreach(role: TypeRole, above: readonly Above[]): TypeBreach | undefined {
  const [parent] = above
  if (!parent || role === 'container') return undefined
  if (role === 'global') return { code: 'type-not-allowed', above: parent.no }
  const tenant = above.find((group) => group.role === 'customer' || group.role === 'prospect')
  if (tenant) {
    const code = role === 'customer' && tenant.role === 'customer' ? 'customer-in-customer' : 'type-not-allowed'
    return { code, above: tenant.no }
  }
  if (role === 'partner' && parent.role !== 'global') return { code: 'type-not-allowed', above: parent.no }
  return undefined
}

/** The known types are spelt as the console spells them; without one it is a Container. */
export function canonicalType(type = 'Container'): string {
  const text = type.trim()
  return GROUP_TYPES.find((known) => known.toLowerCase() === text.toLowerCase()) ?? text
}
