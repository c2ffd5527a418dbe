import { isStopped, OVERDUE_MS } from './about-token.ts'
import type { NoticeFacts } from './facts.ts'
import { notice, type FoundNotice } from './notice.ts'

export function aboutVault(facts: NoticeFacts): readonly FoundNotice[] {
  return [...aboutLock(facts), ...aboutRecovery(facts)]
}

/** A locked vault is a choice; it needs a word only while runs wait for it. */
function aboutLock({ now, vault, tokens, schedules, waitingMs }: NoticeFacts): readonly FoundNotice[] {
  if (vault.state !== 'locked') return []
  const waiting = tokens.filter((token) => !isStopped(token) && (waitingMs.get(token.id) ?? 0) >= OVERDUE_MS)
  if (waiting.length === 0) return []
  const dueTimes = waiting.map(
    ({ id, stateSince }) => schedules.find(({ tokenId }) => tokenId === id)?.nextSyncAt ?? stateSince,
  )
  const first = Math.min(...dueTimes)
  return [
    notice({
      id: `vault-locked:${first}`,
      kind: 'vault-locked',
      level: 'soon',
      at: Math.min(first, now),
      count: waiting.length,
    }),
  ]
}

/** Without a code, a forgotten passphrase or a broken key store of the system costs every token. */
function aboutRecovery({ vault, tokens }: NoticeFacts): readonly FoundNotice[] {
  const { state, slots } = vault
  if (state === 'missing' || tokens.length === 0 || slots.some(({ kind }) => kind === 'recovery')) return []
  const at = Math.min(...slots.map(({ createdAt }) => createdAt))
  return [notice({ id: 'no-recovery-code', kind: 'no-recovery-code', level: 'hint', at })]
}
