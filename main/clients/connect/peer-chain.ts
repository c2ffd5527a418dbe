import type { X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'

/** Longer chains are nobody's; what comes after is not looked at. */
const MAX_CHAIN = 10

/** The certificates a server showed, its own first; one that comes again ends the chain. */
export function peerChain(socket: TLSSocket): readonly X509Certificate[] {
  const chain: X509Certificate[] = []
  let next = socket.getPeerX509Certificate()
  while (next && chain.length < MAX_CHAIN && !chain.some((one) => one.fingerprint256 === next!.fingerprint256)) {
    chain.push(next)
    next = next.issuerCertificate
  }
  return chain
}
