import type { EnrollmentProfile } from '../../../shared/model/rehearsal.ts'
import { formatDate } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Facts } from '../../ui/Card.tsx'
import styles from './Rehearsal.module.css'

/** What the server's enrollment profile says, without passwords, challenges and keys. */
export function ProfileFacts({ profile }: { readonly profile: EnrollmentProfile }) {
  const words = text().troubleshoot.rehearsal
  const { facts: names } = words
  const identity = [
    ...(profile.identity === null ? [] : [words.identities[profile.identity]]),
    ...(profile.identityUrl === null ? [] : [profile.identityUrl]),
  ].join(', ')
  const facts = [
    { label: names.name, value: profile.displayName },
    { label: names.organization, value: profile.organization },
    { label: names.protection, value: words.protections[profile.protection] },
    { label: names.signer, value: profile.signer },
    {
      label: names.signerExpires,
      value: profile.signerExpiresAt === null ? null : formatDate(profile.signerExpiresAt),
    },
    { label: names.server, value: profile.serverUrl },
    { label: names.checkIn, value: profile.checkInUrl },
    { label: names.topic, value: profile.topic },
    { label: names.rights, value: profile.accessRights === null ? null : String(profile.accessRights) },
    { label: names.identity, value: identity || null },
    { label: names.payloads, value: profile.payloads.join(', ') || null },
  ]
  return (
    <section className={styles.profile} aria-label={words.profileTitle}>
      <h2>{words.profileTitle}</h2>
      <Facts
        variant="lines"
        facts={facts.map(({ label, value }) => ({ label, value: value === null ? null : <bdi>{value}</bdi> }))}
      />
    </section>
  )
}
