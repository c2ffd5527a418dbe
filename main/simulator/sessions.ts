import { randomBytes } from 'node:crypto'
import { Refusal } from './refusal.ts'

type Session = { readonly service: number; lastUsedAt: number }

/** Ended sessions that are still told apart from invented ones. */
const REMEMBERED = 5_000

export type Sessions = ReturnType<typeof createSessions>

/**
 * Session tokens. One ends after `lifetimeMs` without use, when it was rotated, or with its server token: then the
 * answer is 401 UNAUTHORIZED. One that was never given out gets 403 FORBIDDEN.
 */
export function createSessions({ now, lifetimeMs }: { readonly now: () => number; readonly lifetimeMs: () => number }) {
  const open = new Map<string, Session>()
  const ended = new Set<string>()
  let opened = 0

  function end(token: string): void {
    open.delete(token)
    ended.add(token)
    for (const oldest of ended) {
      if (ended.size <= REMEMBERED) break
      ended.delete(oldest)
    }
  }

  function create(service: number): string {
    const token = randomBytes(36).toString('hex')
    open.set(token, { service, lastUsedAt: now() })
    return token
  }

  return {
    /** How many sessions were asked for; a rotation is not counted. */
    opened: (): number => opened,

    open(service: number): string {
      opened += 1
      return create(service)
    },

    /** The service a session belongs to, whether it is still good or not. */
    owner: (token: string): number | undefined => open.get(token)?.service,

    /** The service of a good session; counts as use. */
    use(token: string | undefined): number {
      const session = token === undefined ? undefined : open.get(token)
      if (token === undefined || (session === undefined && !ended.has(token))) throw new Refusal(403, 'FORBIDDEN')
      if (session === undefined) throw new Refusal(401, 'UNAUTHORIZED')
      if (now() - session.lastUsedAt > lifetimeMs()) {
        end(token)
        throw new Refusal(401, 'UNAUTHORIZED')
      }
      session.lastUsedAt = now()
      return session.service
    },

    /** Ends a session and answers the one that takes its place. */
    rotate(token: string): string {
      const service = open.get(token)?.service
      if (service === undefined) throw new RangeError('cannot rotate a session that has ended')
      end(token)
      return create(service)
    },

    endAll(service?: number): void {
      for (const [token, session] of open) if (service === undefined || session.service === service) end(token)
    },
  }
}
