import type { ProfileCertificate } from '../../../shared/model/profile.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatDate } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { IconButton } from '../../ui/Button.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SpokenOnly } from '../../ui/SpokenOnly.tsx'
import { addCertificates, dismissAdding, removeCertificate } from './certificate-actions.ts'
import { textsOf } from './draft-actions.ts'
import { Key } from './fields.tsx'
import { Findings } from './Findings.tsx'
import styles from './Profiles.module.css'
import type { CertificateMember } from './sections.ts'
import { useMember, type SectionProps } from './use-editing.ts'

/** Certificates as people know them, by subject and expiry; the profile holds base64 of DER. */
export function CertificateField({ member, ...props }: SectionProps & { readonly member: CertificateMember }) {
  const { store, opened } = props
  const desk = useDesk()
  const { value, findings } = useMember(props, member)
  const words = text().profiles
  // A certificate may stand there twice.
  const all = textsOf(value).map((base64, index) => ({ id: `${index} ${base64.slice(-24)}`, base64, index }))
  const { adding } = opened
  const add = async (file: File) => {
    await addCertificates(store, desk, { member, file: new Uint8Array(await file.arrayBuffer()) })
  }
  return (
    <div className={styles.field} role="group" aria-label={words.members[member]}>
      <p className={styles.label}>{words.members[member]}</p>
      <p className={styles.hint}>{words.memberHints[member]}</p>
      <Key member={member} />
      {all.length === 0 ? (
        <p className={styles.quiet}>{words.certificates.none}</p>
      ) : (
        <ul className={styles.certificates}>
          {all.map(({ id, base64, index }) => (
            <Certificate
              key={id}
              certificate={opened.certificates.get(base64)}
              onRemove={() => removeCertificate(store, desk, { member, index })}
            />
          ))}
        </ul>
      )}
      {adding?.member === member && adding.work.status === 'failed' && (
        <FailureNotice error={adding.work.error} onDismiss={() => dismissAdding(store)} />
      )}
      <div>
        <FileButton onFile={(file) => void add(file)}>
          {words.certificates.add}
          <SpokenOnly> {words.members[member]}</SpokenOnly>
        </FileButton>
      </div>
      <Findings findings={findings} />
    </div>
  )
}

type CertificateProps = {
  /** Undefined while it is looked at; null for what is none. */
  readonly certificate: ProfileCertificate | null | undefined
  readonly onRemove: () => void
}

function Certificate({ certificate, onRemove }: CertificateProps) {
  const now = useNow()
  const words = text().profiles.certificates
  const name = certificate?.subject ?? (certificate === null ? words.unreadable : '…')
  const isExpired = certificate ? certificate.expiresAt <= now : false
  return (
    <li className={styles.certificate}>
      <Icon name={certificate === null || isExpired ? 'alert' : 'shield-check'} />
      <span className={styles.certificateWords}>
        <bdi>{name}</bdi>
        {certificate && (
          <span className={styles.hint}>
            {(isExpired ? words.expired : words.expires)(formatDate(certificate.expiresAt))} ·{' '}
            <bdi>{words.issuer(certificate.issuer)}</bdi>
          </span>
        )}
      </span>
      <IconButton label={words.remove(name)} icon="trash" onPress={onRemove} />
    </li>
  )
}
