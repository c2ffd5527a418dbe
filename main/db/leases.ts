import type { TokenId } from '../../shared/model/ids.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { get, run, sql } from './sql.ts'

/** Long enough for the slowest page and a stalled disk; a killed process on this computer is noticed at once anyway. */
export const LEASE_MS = 60_000

/**
 * A lease says which process works on something. `owner` tells leases apart; `expiresAt` is wall-clock time, because
 * a monotonic clock means nothing in another process.
 */
export type Lease = { readonly name: string; readonly owner: string; readonly expiresAt: number }

/** Whoever changes what Apple told about a token's devices holds this one. */
export function syncLeaseName(id: TokenId): string {
  return `sync:${id}`
}

export type LeaseRequest = {
  readonly name: string
  readonly owner: string
  readonly now: number
  /** True where the holder is known to be dead: then nobody waits for the end of its lease. */
  readonly isAbandoned: (owner: string) => boolean
}

/** Takes a lease that is free, expired or abandoned. Undefined when somebody else holds it. */
export function takeLease(db: WriteDb, request: LeaseRequest): Lease | undefined {
  const { name, owner, now } = request
  const lease: Lease = { name, owner, expiresAt: now + LEASE_MS }
  const take = db.transaction(() => {
    const held = get<{ owner: string; expires_at: number }>(
      db,
      sql`SELECT owner, expires_at FROM leases WHERE name = ${name}`,
    )
    if (held && isInForce(held.expires_at, now) && !request.isAbandoned(held.owner)) return undefined
    run(
      db,
      sql`INSERT INTO leases (name, owner, expires_at) VALUES (${name}, ${owner}, ${lease.expiresAt})
          ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, expires_at = excluded.expires_at`,
    )
    return lease
  })
  return take.immediate()
}

export function isLeaseHeld(db: ReadDb, name: string, now: number): boolean {
  const held = get<{ expires_at: number }>(db, sql`SELECT expires_at FROM leases WHERE name = ${name}`)
  return held !== undefined && isInForce(held.expires_at, now)
}

/** An end further away than any lease is long was written before the clock was set back: it would lock for years. */
function isInForce(expiresAt: number, now: number): boolean {
  return expiresAt > now && expiresAt <= now + LEASE_MS
}

/**
 * Moves the end of a lease, inside the caller's transaction or alone. False when somebody took it over: whatever the
 * caller was about to write is out of date.
 */
export function renewLease(db: WriteDb, { name, owner, expiresAt }: Lease): boolean {
  const { changes } = run(
    db,
    sql`UPDATE leases SET expires_at = ${expiresAt} WHERE name = ${name} AND owner = ${owner}`,
  )
  return changes === 1
}

export function releaseLease(db: WriteDb, { name, owner }: Pick<Lease, 'name' | 'owner'>): void {
  run(db, sql`DELETE FROM leases WHERE name = ${name} AND owner = ${owner}`)
}
