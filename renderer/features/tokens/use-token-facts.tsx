import type { Token } from '../../../shared/model/token.ts'
import { formatAgo, formatCount, formatDistance, formatMoment, formatQuantity } from '../../lib/format.ts'
import { useNow } from '../../lib/use-now.ts'
import type { Fact } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { daysLeftText } from './selectors.ts'
import styles from './Tokens.module.css'

/** What a card says about its token, in the order one asks. */
export function useTokenFacts(token: Token, onShowDevices: () => void): readonly Fact[] {
  const now = useNow()
  return [
    { label: 'Expires', value: <TwoLines first={daysLeftText(token, now)} second={formatMoment(token.expiresAt)} /> },
    {
      label: 'Devices',
      value: (
        <Link onPress={onShowDevices} label={`Show ${formatQuantity(token.deviceCount, 'device')} of ${token.name}`}>
          {formatCount(token.deviceCount)}
        </Link>
      ),
    },
    { label: 'Last run', value: lastRun(token, now) },
    { label: 'Next run', value: moment(token.nextSyncAt, now) },
    { label: 'Server in the portal', value: token.serverName },
    { label: 'Organization', value: token.orgName },
    { label: 'Apple Account of the token', value: token.adminId },
    { label: 'Organization group', value: token.group },
  ]
}

function lastRun({ lastSyncAt, lastFetchAt }: Token, now: number) {
  const last = Math.max(lastSyncAt ?? 0, lastFetchAt ?? 0)
  return last === 0 ? 'Never' : <TwoLines first={formatAgo(last, now)} second={formatMoment(last)} />
}

function moment(at: number | null, now: number) {
  return at === null ? null : <TwoLines first={formatDistance(at, now)} second={formatMoment(at)} />
}

function TwoLines({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <>
      {first}
      <br />
      <span className={styles.quiet}>{second}</span>
    </>
  )
}
