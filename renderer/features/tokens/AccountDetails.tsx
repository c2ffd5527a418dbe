import type { Account } from '../../../shared/model/token.ts'
import { formatCount, formatMoment, formatQuantity } from '../../lib/format.ts'
import { Facts, type Fact } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'

const ORG_TYPES: Readonly<Record<string, string>> = { org: 'Business', edu: 'Education', tvprovider: 'TV provider' }

export type AccountDetailsProps = {
  readonly at: number
  readonly account: Account
  readonly clockSkewSeconds: number | null
}

/** What Apple answered when the token was verified. */
export function AccountDetails({ at, account, clockSkewSeconds }: AccountDetailsProps) {
  const facts: readonly Fact[] = [
    { label: 'Clock of this computer', value: clockText(clockSkewSeconds) },
    { label: 'Kind of organization', value: account.orgType && (ORG_TYPES[account.orgType] ?? account.orgType) },
    { label: 'E-mail', value: account.orgEmail },
    { label: 'Phone', value: account.orgPhone },
    { label: 'Address', value: account.orgAddress },
    { label: 'Organization ID', value: account.orgId },
    { label: 'Server UUID', value: account.serverUuid },
    ...account.limits.map(({ uri, maximum }) => ({
      label: `Limit of ${uri}`,
      value: maximum === null ? null : `${formatCount(maximum)} per request`,
    })),
  ]
  return (
    <Disclosure title={`Apple's answer of ${formatMoment(at)}`}>
      <Facts facts={facts} />
    </Disclosure>
  )
}

function clockText(skewSeconds: number | null): string | null {
  if (skewSeconds === null) return null
  if (Math.abs(skewSeconds) < 2) return 'Right'
  return `${formatQuantity(Math.abs(skewSeconds), 'second')} ${skewSeconds > 0 ? 'ahead' : 'behind'}`
}
