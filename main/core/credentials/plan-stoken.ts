import { AppError } from '../../../shared/errors.ts'
import type { StoredCredential } from '../../db/credentials.ts'

export type StoredStoken = Extract<StoredCredential, { readonly kind: 'stoken' }>

export type StokenImport = {
  readonly stored: readonly StoredStoken[]
  /** Null where Apple has not told it. */
  readonly libraryId: string | null
  readonly orgName: string
  readonly expiresAt: number
  readonly name: string | undefined
  readonly now: number
}

export type Plan<T> = { readonly kind: 'new' } | { readonly kind: 'renew'; readonly credential: T }

/**
 * New record, renewal, or refusal. Same library means same `uId`; where either side's is not known, the same organization
 * name, if only one record has it.
 */
export function planStoken(facts: StokenImport): Plan<StoredStoken> {
  const named = facts.stored.find(({ name }) => name.toLowerCase() === facts.name?.toLowerCase())
  const same = findSame(facts) ?? (named && mayBeSame(named, facts) ? named : undefined)
  if (named && named !== same) {
    throw new AppError('credential.other-library', `${named.name} is the token of ${describe(named)}`, {
      facts: { credential: named.name, orgName: facts.orgName, libraryId: facts.libraryId },
    })
  }
  if (!same) return { kind: 'new' }
  if (facts.expiresAt < same.facts.fileExpiresAt && same.expiresAt > facts.now && isUsable(same)) {
    throw new AppError('credential.older', `${same.name} has a token that lasts longer`, {
      facts: { credential: same.name },
    })
  }
  return { kind: 'renew', credential: same }
}

function findSame(facts: StokenImport): StoredStoken | undefined {
  const { stored, libraryId } = facts
  const known = libraryId === null ? undefined : stored.find(({ identity }) => identity === libraryId)
  if (known) return known
  const alike = stored.filter((one) => mayBeSame(one, facts))
  return alike.length === 1 ? alike[0] : undefined
}

function mayBeSame(one: StoredStoken, { libraryId, orgName }: StokenImport): boolean {
  const isUnknown = libraryId === null || one.identity === null
  return isUnknown && one.facts.orgName.toLowerCase() === orgName.toLowerCase()
}

/** A token that Apple refuses may be replaced by any other of its library. */
function isUsable({ state }: StoredStoken): boolean {
  return state !== 'rejected' && state !== 'expired'
}

function describe({ facts }: StoredStoken): string {
  return facts.locationName ?? facts.orgName
}
