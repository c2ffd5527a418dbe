import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { organisationOf } from './chain.ts'
import data from '../../../shared/data/apple-issuers.json' with { type: 'json' }

/** Apple's own roots, under which some of its services have certificates that no public list vouches for. PEM. */
export const APPLE_ROOTS: readonly string[] = data.appleRoots.map(({ certificate }) =>
  new X509Certificate(Buffer.from(certificate, 'base64')).toString(),
)

/** Authorities that everybody trusts, by the name under which others point to them. */
export type PublicRoots = ReadonlyMap<string, readonly X509Certificate[]>

let known: PublicRoots | undefined

/** Those built into the runtime and Apple's own: neither the system's store nor anything added belongs to them. */
export function publicRoots(): PublicRoots {
  return (known ??= rootsByName([...rootCertificates, ...APPLE_ROOTS]))
}

export function rootsByName(pems: readonly string[]): PublicRoots {
  return Map.groupBy(
    pems.map((pem) => new X509Certificate(pem)),
    ({ subject }) => subject,
  )
}

const lists = new WeakMap<readonly string[], readonly string[]>()

/** What was added by a person, and Apple's roots. The same list for the same input: TLS prepares it once. */
export function withAppleRoots(extra: readonly string[]): readonly string[] {
  const before = lists.get(extra)
  if (before) return before
  const list = [...extra, ...APPLE_ROOTS]
  lists.set(extra, list)
  return list
}

/** Organisations whose certificates this computer trusts, as far as the built-in list, Apple and `extra` tell. */
export function trustedOrganisations(extra: readonly string[]): ReadonlySet<string> {
  const added = extra.map((pem) => new X509Certificate(pem))
  const all = [...[...publicRoots().values()].flat(), ...added]
  const names = all.map(({ subject }) => organisationOf(subject)).filter((name) => name !== undefined)
  return new Set([...names, ...data.organisations])
}
