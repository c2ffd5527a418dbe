import type { Credential } from '../../../shared/model/credential.ts'
import { contactFact, daysLeftText } from '../tokens/index.ts'
import { formatAgo, formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { TwoLines, type Fact } from '../../ui/Card.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import styles from './Credentials.module.css'
import { levelText } from './labels.ts'

/** What a card says about its credential, in the order one asks. */
export function useCredentialFacts(credential: Credential): readonly Fact[] {
  const now = useNow()
  const words = text().credentials.facts
  const { kind, owner, deputy, note } = credential
  return [
    {
      label: words.expires,
      value: <TwoLines first={daysLeftText(credential, now)} second={formatMoment(credential.expiresAt)} />,
    },
    { label: words.level, value: levelText(credential) },
    { label: words.kind, value: text().credentials.kinds[kind] },
    ...ownFacts(credential, now),
    { label: words.owner, value: contactFact(owner) },
    { label: words.deputy, value: contactFact(deputy) },
    ...(note === null ? [] : [{ label: words.note, value: <bdi className={styles.remark}>{note}</bdi> }]),
  ]
}

function ownFacts(
  { stoken, push, anchor, account, organization, verifiedAt }: Credential,
  now: number,
): readonly Fact[] {
  const words = text().credentials.facts
  if (stoken) {
    const { locationName, usedBy } = stoken
    const asked =
      verifiedAt === null ? null : <TwoLines first={formatAgo(verifiedAt, now)} second={formatMoment(verifiedAt)} />
    return [
      { label: words.organization, value: isolated(organization) },
      { label: words.location, value: isolated(locationName) },
      { label: words.usedBy, value: isolated(usedBy && (usedBy.name ?? usedBy.id)) },
      { label: words.verified, value: asked },
    ]
  }
  if (push)
    return [
      {
        label: words.account,
        value: isolated(account) ?? <span className={styles.quiet}>{words.accountUnknown}</span>,
      },
      { label: words.topic, value: <Copyable label={words.topic} value={push.topic} variant="code" /> },
      { label: words.key, value: push.hasKey ? words.keyHere : words.keyElsewhere },
      {
        label: words.serialNumber,
        value: <Copyable label={words.serialNumber} value={push.serialNumber} variant="code" />,
      },
    ]
  if (anchor) return [{ label: words.profiles, value: isolated(anchor.profiles.map(({ name }) => name).join(', ')) }]
  return []
}

function isolated(name: string | null) {
  return name === null ? null : <bdi>{name}</bdi>
}
