import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls'
import { isMainThread, Worker } from 'node:worker_threads'

/** Settings live as long as the process, and both reading the system's store and building a context are slow. */
const contexts = new WeakMap<readonly string[], SecureContext>()

let reading: Promise<void> | undefined

/**
 * Has the operating system's store read in a thread of its own, once; the runtime keeps what it read for all threads. On
 * macOS and Windows that takes long, and whoever looks at the window would wait. Never fails: what could not be read there
 * is read by `trustContext`.
 */
export function readSystemStore(): Promise<void> {
  if (!isMainThread) return Promise.resolve()
  reading ??= new Promise((resolve) => {
    const thread = new Worker("require('node:tls').getCACertificates('system')", { eval: true })
    thread.once('error', () => resolve()).once('exit', () => resolve())
  })
  return reading
}

/**
 * Trusts what the operating system trusts, the certificates built into the runtime, and the given PEM texts. Made at
 * the first TLS connection, best after `readSystemStore`.
 */
export function trustContext(extraCertificates: readonly string[]): SecureContext {
  const known = contexts.get(extraCertificates)
  if (known) return known
  const context = createSecureContext({
    ca: each([...rootCertificates, ...systemCertificates(), ...extraCertificates]),
  })
  contexts.set(extraCertificates, context)
  return context
}

/** Each certificate once, however its lines are broken: the most part of both lists is the same, and each takes its time. */
function each(pems: readonly string[]): string[] {
  return [...new Map(pems.map((pem) => [pem.replaceAll(/\s/g, ''), pem])).values()]
}

/** A store that cannot be read must not lock out the certificates that are known without it. */
function systemCertificates(): readonly string[] {
  try {
    return getCACertificates('system')
  } catch {
    return []
  }
}
