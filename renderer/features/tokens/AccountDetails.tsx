import type { Token } from '../../../shared/model/token.ts'
import { formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Facts, type Fact } from '../../ui/Card.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { limitText } from './selectors.ts'
import styles from './Tokens.module.css'

export type AccountDetailsProps = {
  readonly token: Token
  /** Known once the token was verified from this page. */
  readonly clockSkewSeconds: number | null
}

/** What Apple said about the server and its organization when it was last asked. */
export function AccountDetails({ token, clockSkewSeconds }: AccountDetailsProps) {
  const words = text().tokens.account
  const { account, accountAt } = token
  if (account === null || accountAt === null) return null
  const facts: readonly Fact[] = [
    { label: words.kind, value: account.orgType && orgKind(account.orgType) },
    { label: words.email, value: account.orgEmail },
    { label: words.phone, value: account.orgPhone },
    { label: words.address, value: account.orgAddress },
    { label: words.orgId, value: copyable(words.orgId, account.orgId) },
    { label: words.serverUuid, value: copyable(words.serverUuid, account.serverUuid) },
    { label: words.consumerKey, value: copyable(words.consumerKey, token.consumerKeyHint) },
    { label: words.limits, value: <Limits token={token} /> },
    ...(clockSkewSeconds === null ? [] : [{ label: words.clock, value: clockText(clockSkewSeconds) }]),
  ]
  return (
    <Disclosure title={words.title(formatMoment(accountAt))}>
      <Facts facts={facts} />
    </Disclosure>
  )
}

function Limits({ token }: { readonly token: Token }) {
  const lines = (token.account?.limits ?? []).map(limitText).filter((line) => line !== null)
  if (lines.length === 0) return text().tokens.account.noLimits
  return (
    <ul className={styles.limits}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function copyable(label: string, value: string | null) {
  return value === null ? null : <Copyable label={label} value={value} variant="code" />
}

function orgKind(orgType: string): string {
  const kinds: Readonly<Record<string, string>> = text().tokens.account.kinds
  return Object.hasOwn(kinds, orgType) ? kinds[orgType]! : orgType
}

function clockText(skewSeconds: number): string {
  const words = text().tokens.account
  if (Math.abs(skewSeconds) < 2) return words.clockRight
  return skewSeconds > 0 ? words.clockAhead(skewSeconds) : words.clockBehind(-skewSeconds)
}
