import type { Account, KeyPair, Token, TokenContact, TokenState } from '../../../shared/model/token.ts'
import { formatCount } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'

const DAY_MS = 86_400_000

/** States that only a new token file ends. */
export function needsRenewal(state: TokenState): boolean {
  return state === 'expiring' || state === 'expired' || state === 'rejected'
}

/** "212 days left", "Expires today", "Expired 3 days ago". */
export function daysLeftText({ daysLeft, expiresAt }: Pick<Token, 'daysLeft' | 'expiresAt'>, now: number): string {
  const words = text().tokens.facts
  if (expiresAt <= now) {
    const ago = Math.floor((now - expiresAt) / DAY_MS)
    return ago === 0 ? words.expiredToday : words.expiredAgo(ago)
  }
  return daysLeft === 0 ? words.expiresToday : words.daysLeft(daysLeft)
}

export type PortalName = 'business' | 'school'

/** Where the organization signs in: both, while nobody knows which kind it is. */
export function portalsOf(account: Account | null): readonly PortalName[] {
  if (account?.orgType === 'edu') return ['school']
  return account?.orgType === 'org' ? ['business'] : ['business', 'school']
}

/** "List of all devices: at most 1,000 per request". Apple's own path where it is none we know. */
export function limitText({ uri, default: usual, maximum }: Account['limits'][number]): string | null {
  if (maximum === null) return null
  const { paths, limit, limitUsual } = text().tokens.account
  const known: Readonly<Record<string, string>> = paths
  const name = Object.hasOwn(known, uri) ? known[uri]! : uri
  const bound = usual === null ? limit(formatCount(maximum)) : limitUsual(formatCount(maximum), formatCount(usual))
  return `${name}: ${bound}`
}

/** A pair of that name that waits for its file, whatever the case of its letters. */
export function stagedUnder(name: string, staged: readonly KeyPair[]): KeyPair | null {
  return staged.find((pair) => pair.name.toLowerCase() === name.toLowerCase()) ?? null
}

/** What is typed into a form becomes a contact; without any text it is none. */
export function toContact(name: string, email: string): TokenContact | null {
  const contact = { name: name.trim() || null, email: email.trim() || null }
  return contact.name === null && contact.email === null ? null : contact
}

export function isAddress(typed: string): boolean {
  const address = typed.trim()
  return address === '' || /^[^\s@]+@[^\s@]+$/.test(address)
}
