import { describe, expect, it, test } from 'vitest'
import { findNotices } from '../../../../../main/core/notices/find-notices.ts'
import type { Credential } from '../../../../../shared/model/credential.ts'
import { credential, credentialId, DAY_MS, facts, NOW } from './facts.ts'

const told = (change: Partial<Credential>) =>
  findNotices(facts({ credentials: [credential(change)] })).map(({ id, level }) => `${level} ${id}`)

describe('a credential', () => {
  test.each([
    [200 * DAY_MS, null, []],
    [45 * DAY_MS, 60, ['hint', 60]],
    [30 * DAY_MS, 30, ['soon', 30]],
    [10 * DAY_MS, 14, ['soon', 14]],
    [7 * DAY_MS, 7, ['urgent', 7]],
    [1, 1, ['urgent', 1]],
  ])('with %i ms left and level %s', (leftMs, level, expected) => {
    const [urgency, days] = expected
    const id = `credential-expiring:push-certificate:c1:${NOW + leftMs}:${days}`
    expect(told({ expiresAt: NOW + leftMs, level })).toEqual(urgency ? [`${urgency} ${id}`] : [])
  })

  it('that has expired is told as that alone, each expiry once', () => {
    const expiresAt = NOW - DAY_MS
    expect(told({ expiresAt, level: 0, state: 'expired' })).toEqual([
      `urgent credential-expired:push-certificate:c1:${expiresAt}`,
    ])
  })

  it('that is rejected says nothing about its date', () => {
    const since = NOW - DAY_MS
    expect(told({ kind: 'stoken', state: 'rejected', level: 7, stateSince: since })).toEqual([
      `urgent stoken-rejected:push-certificate:c1:${since}`,
    ])
  })

  it('that another service uses is told again when it is yet another one', () => {
    const used = (id: string | null, name: string) =>
      told({ kind: 'stoken', state: 'used-elsewhere', stoken: { usedBy: { id, name } } as Credential['stoken'] })
    expect(used('ws1', 'Workspace ONE')).toEqual(['soon stoken-elsewhere:push-certificate:c1:ws1'])
    expect(used(null, 'x'.repeat(300))[0]!.length).toBe('soon '.length + 200)
  })

  it('of ADE is told by the notices of its token', () => {
    expect(told({ kind: 'ade-token', state: 'expired', level: 0 })).toEqual([])
  })

  it('names itself', () => {
    const [found] = findNotices(facts({ credentials: [credential({ level: 7, expiresAt: NOW + DAY_MS })] }))
    expect(found).toMatchObject({
      subject: 'Push',
      credentialId: credentialId('c1'),
      tokenId: null,
      dueAt: NOW + DAY_MS,
    })
  })
})
