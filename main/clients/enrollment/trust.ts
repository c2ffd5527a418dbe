import { X509Certificate } from 'node:crypto'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { trustContext } from '../connect/trust.ts'

export type Trust = {
  readonly context: SecureContext
  /** Null where this computer's authorities are trusted. */
  readonly anchors: readonly X509Certificate[] | null
  readonly certificates: readonly X509Certificate[]
}

const contexts = new Map<string, SecureContext>()
const MAX_CONTEXTS = 8

/**
 * What the device of the profile trusts: the profile's anchors and nothing else, or this computer's authorities where it
 * has none; `certificates` (PEM) in either case. An anchor need not sign itself: a device takes any as the end of a chain.
 */
export function trustOf(anchors: readonly Uint8Array[] | undefined, pems: readonly string[]): Trust {
  const read = anchors?.flatMap((der) => readCertificate(der) ?? []) ?? null
  const certificates = pems.flatMap((pem) => readCertificate(pem) ?? [])
  return { context: contextOf(read, certificates), anchors: read, certificates }
}

function contextOf(
  anchors: readonly X509Certificate[] | null,
  certificates: readonly X509Certificate[],
): SecureContext {
  const extra = certificates.map((certificate) => certificate.toString())
  const key = JSON.stringify([anchors?.map((anchor) => anchor.fingerprint256) ?? null, extra])
  const known = contexts.get(key)
  if (known) return known
  const context =
    anchors === null
      ? trustContext(extra)
      : createSecureContext({ ca: [...anchors.map(String), ...extra], allowPartialTrustChain: true })
  if (contexts.size >= MAX_CONTEXTS) contexts.clear()
  contexts.set(key, context)
  return context
}

export function readCertificate(certificate: Uint8Array | string): X509Certificate | undefined {
  try {
    return new X509Certificate(certificate)
  } catch {
    return undefined
  }
}

let builtIn: readonly X509Certificate[] | undefined

/** Whether one of the authorities every runtime brings along issued the end of this chain, or is it. */
export function endsInPublicRoot(chain: readonly X509Certificate[]): boolean {
  builtIn ??= rootCertificates.flatMap((pem) => readCertificate(pem) ?? [])
  return endsIn(chain, builtIn)
}

export function endsIn(chain: readonly X509Certificate[], authorities: readonly X509Certificate[]): boolean {
  return chain.some((link) =>
    authorities.some((root) => root.fingerprint256 === link.fingerprint256 || isIssuedBy(link, root)),
  )
}

export function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.issuer === issuer.subject && certificate.verify(issuer.publicKey)
  } catch {
    return false // a kind of key this runtime does not know
  }
}
