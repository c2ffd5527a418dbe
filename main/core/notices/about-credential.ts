import type { Credential } from '../../../shared/model/credential.ts'
import type { NoticeFacts } from './facts.ts'
import { notice, type FoundNotice } from './notice.ts'

const DAY_MS = 24 * 60 * 60_000

/** Closer than that, an expiry is urgent whatever days were chosen; further away than the other, it is a hint. */
const URGENT_DAYS = 7
const SOON_DAYS = 30

/** ADE tokens have notices of their own, with their runs and terms. */
export function aboutCredential(credential: Credential, facts: Pick<NoticeFacts, 'now'>): readonly FoundNotice[] {
  if (credential.kind === 'ade-token') return []
  return [...aboutState(credential), ...aboutExpiry(credential, facts)]
}

function aboutState(credential: Credential): readonly FoundNotice[] {
  const { id, state, expiresAt } = credential
  const at = credential.stateSince ?? expiresAt
  switch (state) {
    case 'expired':
      return [
        about(credential, {
          id: `credential-expired:${id}:${expiresAt}`,
          kind: 'credential-expired',
          level: 'urgent',
          at,
        }),
      ]
    case 'rejected':
      return [about(credential, { id: `stoken-rejected:${id}:${at}`, kind: 'stoken-rejected', level: 'urgent', at })]
    case 'used-elsewhere': {
      const { usedBy } = credential.stoken ?? {}
      // Another service that takes it over later is another thing to know.
      const who = usedBy?.id ?? usedBy?.name ?? ''
      return [
        about(credential, {
          id: `stoken-elsewhere:${id}:${who}`.slice(0, 200),
          kind: 'stoken-elsewhere',
          level: 'soon',
          at,
        }),
      ]
    }
    default:
      return []
  }
}

/** The level that is reached. Nothing where only a new one helps anyway. */
function aboutExpiry(credential: Credential, { now }: Pick<NoticeFacts, 'now'>): readonly FoundNotice[] {
  const { id, state, expiresAt, level } = credential
  if (level === null || state === 'expired' || state === 'rejected') return []
  const leftMs = expiresAt - now
  return [
    about(credential, {
      id: `credential-expiring:${id}:${expiresAt}:${level}`,
      kind: 'credential-expiring',
      level: leftMs <= URGENT_DAYS * DAY_MS ? 'urgent' : leftMs <= SOON_DAYS * DAY_MS ? 'soon' : 'hint',
      at: expiresAt - level * DAY_MS,
      dueAt: expiresAt,
    }),
  ]
}

function about({ id, name }: Credential, told: Parameters<typeof notice>[0]): FoundNotice {
  return notice({ ...told, subject: name, credentialId: id })
}
