import { describe, expect, it } from 'vitest'
import { isLeaseHeld, LEASE_MS, releaseLease, renewLease, takeLease } from '../../../../main/db/leases.ts'
import { openMemoryDb } from '../../../fakes/memory-db.ts'

const take = (db: ReturnType<typeof openMemoryDb>, owner: string, now: number) =>
  takeLease(db, { name: 'work', owner, now, isAbandoned: (held) => held === 'dead' })

describe('leases', () => {
  it('are held by one at a time until they are released', () => {
    const db = openMemoryDb()
    const lease = take(db, 'a', 0)!
    const meanwhile = take(db, 'b', 1)
    releaseLease(db, lease)
    expect([meanwhile, take(db, 'b', 2)?.owner]).toEqual([undefined, 'b'])
  })

  it('go to the next one when they expire, and the late owner is told when it renews', () => {
    const db = openMemoryDb()
    const late = take(db, 'a', 0)!
    const next = take(db, 'b', LEASE_MS)
    expect([next?.owner, renewLease(db, late), isLeaseHeld(db, 'work', LEASE_MS)]).toEqual(['b', false, true])
  })

  it('of a dead process are taken over at once', () => {
    const db = openMemoryDb()
    take(db, 'dead', 0)
    expect(take(db, 'b', 1)?.owner).toBe('b')
  })

  it('that end further away than any lease is long are not in force', () => {
    const db = openMemoryDb()
    take(db, 'a', 10 * LEASE_MS)
    expect([isLeaseHeld(db, 'work', 0), take(db, 'b', 0)?.owner]).toEqual([false, 'b'])
  })
})
