import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls'

/** Settings live as long as the process, and both reading the system's store and building a context are slow. */
const contexts = new WeakMap<readonly string[], SecureContext>()

/**
 * Trusts what the operating system trusts, the certificates built into the runtime, and the given PEM texts. Made at
 * the first TLS connection: on macOS and Windows reading the system's store takes long.
 */
export function trustContext(extraCertificates: readonly string[]): SecureContext {
  const known = contexts.get(extraCertificates)
  if (known) return known
  const context = createSecureContext({
    ca: [...new Set([...rootCertificates, ...systemCertificates(), ...extraCertificates])],
  })
  contexts.set(extraCertificates, context)
  return context
}

/** A store that cannot be read must not lock out the certificates that are known without it. */
function systemCertificates(): readonly string[] {
  try {
    return getCACertificates('system')
  } catch {
    return []
  }
}
