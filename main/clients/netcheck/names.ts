import { getServers, promises } from 'node:dns'
import { isIP } from 'node:net'
import type { DnsCheck, IpFamily, StepOutcome } from '../../../shared/model/network-check.ts'
import { reasonOf } from '../connect/sockets.ts'
import { bounded, stopwatch, TIMED_OUT } from './bounded.ts'

export type NameServer = {
  /** Every address of one family. Fails with a code of `node:dns`; lets go when the signal aborts. */
  readonly resolve: (host: string, family: IpFamily, signal: AbortSignal) => Promise<readonly string[]>
  /** As programs do it, with the computer's own file of hosts; may hang for as long as the system likes. */
  readonly lookUp: (host: string) => Promise<readonly string[]>
  readonly servers: () => readonly string[]
}

const MAX_ADDRESSES = 32
const NO_SUCH_NAME: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA', 'ENONAME'])

/** Asks the computer's name servers directly: the system's own look-up would hold up everything else where it hangs. */
export const nodeNames: NameServer = {
  async resolve(host, family, signal) {
    const resolver = new promises.Resolver({ timeout: 2000, tries: 2 })
    const cancel = () => resolver.cancel()
    signal.addEventListener('abort', cancel, { once: true })
    try {
      return await (family === 4 ? resolver.resolve4(host) : resolver.resolve6(host))
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  },
  lookUp: async (host) => (await promises.lookup(host, { all: true })).map(({ address }) => address),
  servers: () => getServers(),
}

type Asking = {
  readonly names: NameServer
  /** Whether the computer's own file of hosts counts, and names of the local network. */
  readonly asksSystem: boolean
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** All addresses of both families. Never fails but by the signal. */
export async function findAddresses(host: string, { timeoutMs, signal, ...asking }: Asking): Promise<DnsCheck> {
  const took = stopwatch()
  const given = isIP(host)
  if (given !== 0) return { outcome: 'ok', ms: 0, reason: null, ipv4: [], ipv6: [] }
  const answer = await bounded(timeoutMs, signal, (inTime) => ask(host, { ...asking, signal: inTime }))
  if (answer === TIMED_OUT) return { outcome: 'timed-out', ms: took(), reason: 'ETIMEOUT', ipv4: [], ipv6: [] }
  return { ...answer, ms: took() }
}

/** What `connectEach` needs of an answer; an address given in place of a name is its own. */
export function addressesOf(host: string, { ipv4, ipv6 }: DnsCheck): Pick<DnsCheck, 'ipv4' | 'ipv6'> {
  if (isIP(host) === 4) return { ipv4: [host], ipv6: [] }
  if (isIP(host) === 6) return { ipv4: [], ipv6: [host] }
  return { ipv4, ipv6 }
}

async function ask(
  host: string,
  { names, asksSystem, signal }: Omit<Asking, 'timeoutMs'>,
): Promise<Omit<DnsCheck, 'ms'>> {
  // Name servers are not asked for this computer's own name (RFC 6761 §6.3).
  if (host === 'localhost' || host.endsWith('.localhost')) return (await fromSystem(host, names, signal)) ?? NONE
  const [first, second] = await Promise.all([answerOf(host, 4, names, signal), answerOf(host, 6, names, signal)])
  const found = { ipv4: first.addresses, ipv6: second.addresses }
  if (found.ipv4.length + found.ipv6.length > 0) return { outcome: 'ok', reason: null, ...found }
  const reasons = [first.reason, second.reason].filter((reason) => reason !== null)
  const outcome = outcomeOf(reasons)
  if (asksSystem && outcome !== 'timed-out') {
    const known = await fromSystem(host, names, signal)
    if (known) return known
  }
  return { outcome, reason: reasons.find((reason) => outcomeOf([reason]) === outcome) ?? null, ipv4: [], ipv6: [] }
}

const NONE: Omit<DnsCheck, 'ms'> = { outcome: 'not-found', reason: 'ENOTFOUND', ipv4: [], ipv6: [] }

async function fromSystem(
  host: string,
  names: NameServer,
  signal: AbortSignal,
): Promise<Omit<DnsCheck, 'ms'> | undefined> {
  const all = await bounded(SYSTEM_MS, signal, (inTime) => systemLookUp(() => names.lookUp(host), inTime))
  if (all === TIMED_OUT || all.length === 0) return undefined
  const of = (family: IpFamily) => all.filter((address) => isIP(address) === family).slice(0, MAX_ADDRESSES)
  return { outcome: 'ok', reason: null, ipv4: of(4), ipv6: of(6) }
}

async function answerOf(host: string, family: IpFamily, names: NameServer, signal: AbortSignal) {
  try {
    const addresses = await names.resolve(host, family, signal)
    return { addresses: addresses.slice(0, MAX_ADDRESSES), reason: null }
  } catch (error) {
    signal.throwIfAborted()
    return { addresses: [], reason: reasonOf(error) }
  }
}

function outcomeOf(reasons: readonly string[]): StepOutcome {
  if (reasons.every((reason) => NO_SUCH_NAME.has(reason))) return 'not-found'
  return reasons.includes('ETIMEOUT') ? 'timed-out' : 'failed'
}

/** The system's look-up occupies a thread of the few there are until it ends, so at most two run at a time. */
const MAX_SYSTEM_LOOKUPS = 2
/** Its file of hosts is read at once; name servers have been asked before. */
const SYSTEM_MS = 1000
let running = 0
const waiting: (() => void)[] = []

async function systemLookUp(work: () => Promise<readonly string[]>, signal: AbortSignal): Promise<readonly string[]> {
  if (running >= MAX_SYSTEM_LOOKUPS) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    // Whoever waited too long is not interested any more.
    return signal.aborted ? [] : await work().catch(() => [])
  } finally {
    running--
    waiting.shift()?.()
  }
}
