import type { Token } from '../../../shared/model/token.ts'
import { formatAgo, formatCount, formatDistance, formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { TwoLines, type Fact } from '../../ui/Card.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Link } from '../../ui/Link.tsx'
import { contactFact } from './contact-fact.tsx'
import { daysLeftText } from './selectors.ts'

export type TokenLinks = { readonly onShowDevices: () => void; readonly onShowGroup: () => void }

/** What a card says about its token, in the order one asks. */
export function useTokenFacts(token: Token, { onShowDevices, onShowGroup }: TokenLinks): readonly Fact[] {
  const now = useNow()
  const words = text().tokens.facts
  return [
    {
      label: words.expires,
      value: <TwoLines first={daysLeftText(token, now)} second={formatMoment(token.expiresAt)} />,
    },
    {
      label: words.devices,
      value: (
        <Link onPress={onShowDevices} label={words.showDevices(token.deviceCount, token.name)}>
          {formatCount(token.deviceCount)}
        </Link>
      ),
    },
    { label: words.lastRun, value: lastRun(token, now) },
    token.termsCheckAt === null
      ? { label: words.nextRun, value: token.state === 'expired' ? null : moment(token.nextSyncAt, now) }
      : { label: words.nextCheck, value: moment(token.termsCheckAt, now) },
    { label: words.server, value: isolated(token.serverName) },
    { label: words.organization, value: isolated(token.orgName) },
    { label: words.account, value: token.adminId && <Copyable label={words.account} value={token.adminId} /> },
    {
      label: words.group,
      value: (
        <Link onPress={onShowGroup} label={words.showGroup(token.group)}>
          <bdi>{token.group}</bdi>
        </Link>
      ),
    },
    { label: words.owner, value: contactFact(token.owner) },
    { label: words.deputy, value: contactFact(token.deputy) },
  ]
}

/** Names come in any script; what stands beside them keeps its place. */
function isolated(name: string | null) {
  return name === null ? null : <bdi>{name}</bdi>
}

function lastRun({ lastSyncAt, lastFetchAt }: Token, now: number) {
  const last = Math.max(lastSyncAt ?? 0, lastFetchAt ?? 0)
  return last === 0 ? text().tokens.facts.never : <TwoLines first={formatAgo(last, now)} second={formatMoment(last)} />
}

function moment(at: number | null, now: number) {
  return at === null ? null : <TwoLines first={formatDistance(at, now)} second={formatMoment(at)} />
}
