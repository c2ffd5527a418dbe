import { X509Certificate } from 'node:crypto'
import { isIP, type Socket } from 'node:net'
import { connect, type SecureContext, type TLSSocket } from 'node:tls'
import type { StepOutcome, TlsCheck } from '../../../shared/model/network-check.ts'
import { peerChain } from '../connect/peer-chain.ts'
import { reasonOf } from '../connect/sockets.ts'
import type { PublicRoots } from './authorities.ts'
import { bounded, stopwatch, TIMED_OUT } from './bounded.ts'
import { describeCertificate, findPublicRoot, namesOf, organisationOf, shortName } from './chain.ts'

type Securing = {
  readonly host: string
  readonly alpn: readonly string[]
  readonly trust: SecureContext
  /** Organisations of the authorities trusted here: a chain that stops below one of them lacks its middle. */
  readonly trustedOrganisations: () => ReadonlySet<string>
  readonly roots: PublicRoots
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

export type Secured = {
  /** Also where the certificate is not trusted: nothing but a harmless question is sent over it. */
  readonly socket: TLSSocket | undefined
  readonly check: TlsCheck
}

/** A handshake that looks at everything and refuses nothing. */
export async function secure(socket: Socket, securing: Securing): Promise<Secured> {
  const took = stopwatch()
  const nothing = { protocol: null, alpn: null, chain: [], names: [], isPublic: null, root: null }
  const secured = connect({
    socket,
    host: securing.host,
    // An IP address must not be sent as the server's name (RFC 6066 §3).
    ...(isIP(securing.host) === 0 ? { servername: securing.host } : {}),
    secureContext: securing.trust,
    ALPNProtocols: [...securing.alpn],
    rejectUnauthorized: false,
  })
  try {
    const answer = await bounded(securing.timeoutMs, securing.signal, (signal) => shakeHands(secured, signal))
    if (answer === TIMED_OUT) {
      secured.destroy()
      return { socket: undefined, check: { ...nothing, outcome: 'timed-out', ms: took(), reason: 'ETIMEDOUT' } }
    }
  } catch (error) {
    secured.destroy()
    securing.signal.throwIfAborted()
    const reason = reasonOf(error)
    return { socket: undefined, check: { ...nothing, outcome: handshakeOutcome(reason), ms: took(), reason } }
  }
  return { socket: secured, check: { ...readPeer(secured, securing), ms: took() } }
}

function shakeHands(socket: TLSSocket, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('secureConnect', resolve)
    // Stays: what a connection says while it is torn down must not end the program.
    socket.on('error', reject)
    socket.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
    signal.addEventListener('abort', () => socket.destroy(), { once: true })
  })
}

function readPeer(socket: TLSSocket, securing: Securing): Omit<TlsCheck, 'ms'> {
  const sent = peerChain(socket)
  const root = findPublicRoot(sent, securing.roots)
  const reason = socket.authorized ? null : String(socket.authorizationError)
  const own = sent[0]
  return {
    outcome: reason === null ? 'ok' : trustOutcome(reason, sent, securing.trustedOrganisations),
    reason,
    protocol: socket.getProtocol(),
    alpn: socket.alpnProtocol || null,
    chain: sent.map(describeCertificate),
    names: own ? namesOf(own) : [],
    isPublic: own ? root !== undefined : null,
    root: shortName(root?.subject ?? topOf(sent)?.subject) || null,
  }
}

/** The last certificate where it vouches for itself. */
function topOf(sent: readonly X509Certificate[]): X509Certificate | undefined {
  const last = sent.at(-1)
  return last && last.subject === last.issuer ? last : undefined
}

const NOT_TLS =
  /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNKNOWN_PROTOCOL|UNEXPECTED_MESSAGE|RECORD_TOO|BAD_RECORD_TYPE/

/** Node's word for a handshake that did not come about. */
export function handshakeOutcome(reason: string): StepOutcome {
  if (NOT_TLS.test(reason)) return 'no-tls'
  if (reason === 'ECONNRESET' || reason === 'EPIPE' || reason === 'ECONNABORTED') return 'cut-off'
  return reason === 'ETIMEDOUT' ? 'timed-out' : 'failed'
}

const TRUST: Readonly<Record<string, StepOutcome>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-host',
  ERR_TLS_CERT_ALTNAME_FORMAT: 'wrong-host',
  HOSTNAME_MISMATCH: 'wrong-host',
}
const NO_ISSUER = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_GET_ISSUER_CERT',
])

/**
 * OpenSSL's word for a chain that does not hold. That the issuer is unknown has two causes: an authority nobody trusts
 * here, or a server that leaves out the middle of its chain. The latter is meant where the missing one is of an
 * organisation that is trusted here.
 */
export function trustOutcome(
  reason: string,
  sent: readonly X509Certificate[],
  trustedOrganisations: () => ReadonlySet<string>,
): StepOutcome {
  const known = TRUST[reason]
  if (known) return known
  const top = sent.at(-1)
  if (!NO_ISSUER.has(reason) || !top || top.subject === top.issuer) return 'untrusted'
  const organisation = organisationOf(top.issuer)
  return organisation !== undefined && trustedOrganisations().has(organisation) ? 'chain-incomplete' : 'untrusted'
}
