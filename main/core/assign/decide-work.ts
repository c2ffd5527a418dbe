/** A definition that a device can be given now. */
export type Definition = { readonly versionNo: number; readonly profileUuid: string }

export type Reported = { readonly profileStatus: string | null; readonly profileUuid: string | null }

/**
 * What is to be done about one device that should have a profile, or with null none: nothing, to give it a definition, to take its profile away, or to wait because
 * the profile is not published on its token. A function of the wish and of what Apple reports, not of what happened.
 */
export type Work = { readonly kind: 'none' | 'take' | 'unpublished' } | ({ readonly kind: 'give' } & Definition)

export function decideWork(profileNo: number | null, reported: Reported, definition: Definition | undefined): Work {
  const has = hasProfile(reported)
  if (profileNo === null) return { kind: has ? 'take' : 'none' }
  if (!definition) return { kind: 'unpublished' }
  const isRight = has && reported.profileUuid?.toUpperCase() === definition.profileUuid.toUpperCase()
  return isRight ? { kind: 'none' } : { kind: 'give', ...definition }
}

function hasProfile({ profileStatus, profileUuid }: Reported): boolean {
  const status = profileStatus?.toLowerCase()
  if (status === 'empty' || status === 'removed') return false
  return status === 'assigned' || status === 'pushed' || profileUuid !== null
}
