import type { Socket } from 'node:net'
import { AppError } from '../../../shared/errors.ts'
import type { Attempt, ConnectCheck, IpFamily, StepOutcome } from '../../../shared/model/network-check.ts'
import { openSocket, reasonOf } from '../connect/sockets.ts'
import { bounded, stopwatch, TIMED_OUT } from './bounded.ts'

type Addresses = { readonly ipv4: readonly string[]; readonly ipv6: readonly string[] }
type Connecting = { readonly port: number; readonly timeoutMs: number; readonly signal: AbortSignal }

export type Connected = {
  /** Of the address that answered first. Whoever asked closes it. */
  readonly socket: Socket | undefined
  /** Settles when both families have. */
  readonly check: Promise<ConnectCheck>
}

const MAX_TRIES = 4
/** RFC 8305 §5: the next address is tried beside one that takes longer. */
const STAGGER_MS = 250

/** Tries both families at the same time; the first connection serves, and how the other family did is told as well. */
export async function connectEach(addresses: Addresses, connecting: Connecting): Promise<Connected> {
  const took = stopwatch()
  const attempts: Attempt[] = []
  let won: { readonly socket: Socket; readonly address: string; readonly ms: number } | undefined
  const offer = (socket: Socket, address: string): void => {
    if (won) socket.destroy()
    else won = { socket, address, ms: took() }
  }
  const family = (of: IpFamily) =>
    connectFamily(of === 4 ? addresses.ipv4 : addresses.ipv6, { ...connecting, family: of, attempts, offer })
  const both = [family(4), family(6)] as const
  const settled = Promise.all(both)
  // Somebody always waits for `check`, but maybe not yet when the signal aborts.
  settled.catch(() => {})
  const isFirst = (outcome: StepOutcome | null) => (outcome === 'ok' ? outcome : Promise.reject(new Error('no')))
  await Promise.any(both.map((one) => one.then(isFirst))).catch(() => settled)
  const check = settled.then(([ipv4, ipv6]): ConnectCheck => {
    const outcome = won ? 'ok' : worst(ipv4, ipv6)
    const failed = attempts.find((attempt) => attempt.outcome === outcome)
    return {
      outcome,
      ms: won?.ms ?? took(),
      reason: won ? null : (failed?.reason ?? null),
      address: won?.address ?? null,
      ipv4,
      ipv6,
      attempts,
      proxy: null,
      proxyStatus: null,
    }
  })
  return { socket: won?.socket, check }
}

/** What a person has to look at: silence says more than a missing route, and IPv4 is what most networks have. */
function worst(ipv4: StepOutcome | null, ipv6: StepOutcome | null): StepOutcome {
  const both = [ipv4, ipv6].filter((outcome) => outcome !== null)
  return both.find((outcome) => outcome !== 'no-route') ?? both[0] ?? 'no-route'
}

type FamilyWork = Connecting & {
  readonly family: IpFamily
  readonly attempts: Attempt[]
  readonly offer: (socket: Socket, address: string) => void
}

async function connectFamily(addresses: readonly string[], work: FamilyWork): Promise<StepOutcome | null> {
  const tries = addresses.slice(0, MAX_TRIES)
  if (tries.length === 0) return null
  const enough = new AbortController()
  const took = stopwatch()
  const run = async (address: string, at: number): Promise<StepOutcome> => {
    if (at > 0) await previousFails[at - 1]!.promise
    if (enough.signal.aborted) return 'ok'
    const timer = setTimeout(() => previousFails[at]!.resolve(), STAGGER_MS)
    const outcome = await tryAddress(address, Math.max(1, work.timeoutMs - took()), work, enough)
    clearTimeout(timer)
    previousFails[at]!.resolve()
    return outcome
  }
  const previousFails = tries.map(() => Promise.withResolvers<void>())
  const outcomes = await Promise.all(tries.map(run))
  return outcomes.find((outcome) => outcome === 'ok') ?? outcomes[0]!
}

/** One connection attempt, recorded. Ends at once when another address of the family answered. */
async function tryAddress(
  address: string,
  timeoutMs: number,
  work: FamilyWork,
  enough: AbortController,
): Promise<StepOutcome> {
  const took = stopwatch()
  const record = (outcome: StepOutcome, reason: string | null): StepOutcome => {
    work.attempts.push({ address, family: work.family, outcome, ms: took(), reason })
    return outcome
  }
  const either = AbortSignal.any([work.signal, enough.signal])
  try {
    const socket = await bounded(timeoutMs, either, (signal) =>
      openSocket({ hostname: address, port: work.port }, signal),
    )
    if (socket === TIMED_OUT) return record('timed-out', 'ETIMEDOUT')
    work.offer(socket, address)
    enough.abort(new AppError('cancelled', 'another address answered'))
    return record('ok', null)
  } catch (error) {
    work.signal.throwIfAborted()
    if (enough.signal.aborted) return 'ok'
    const reason = reasonOf(error instanceof AppError && error.cause !== undefined ? error.cause : error)
    return record(connectOutcome(reason), reason)
  }
}

const OUTCOMES: Readonly<Record<string, StepOutcome>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'cut-off',
  EPIPE: 'cut-off',
  ETIMEDOUT: 'timed-out',
  ENETUNREACH: 'no-route',
  EHOSTUNREACH: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  EAFNOSUPPORT: 'no-route',
  EACCES: 'refused',
  EPERM: 'refused',
}

export function connectOutcome(reason: string): StepOutcome {
  return OUTCOMES[reason] ?? 'failed'
}
