import type { ReactNode } from 'react'
import type { KeyPair } from '../../../../shared/model/token.ts'
import { formatMoment } from '../../../lib/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Facts } from '../../../ui/Card.tsx'
import { Copyable, CopyButton } from '../../../ui/Copyable.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import styles from '../Wizard.module.css'

export type CertificateStepProps = {
  readonly certificate: KeyPair
  readonly savedTo: string | null
  readonly onSave: () => void
  readonly onNext: () => void
  readonly children: ReactNode
}

export function CertificateStep({ certificate, savedTo, onSave, onNext, children }: CertificateStepProps) {
  return (
    <div className={styles.content}>
      <h2>Save the certificate</h2>
      <p>You upload this file to the portal in the next step. It holds no secret.</p>
      <div className={styles.buttons}>
        <Button variant={savedTo === null ? 'primary' : 'secondary'} icon="download" onPress={onSave}>
          {savedTo === null ? 'Save the certificate' : 'Save again'}
        </Button>
        <CopyButton value={certificate.certificate}>Copy as text</CopyButton>
      </div>
      {savedTo !== null && (
        <Notice tone="good" title="Saved">
          <bdi>{savedTo}</bdi>
        </Notice>
      )}
      {children}
      <Facts
        variant="lines"
        facts={[
          { label: 'Made', value: formatMoment(certificate.createdAt) },
          {
            label: 'SHA-256',
            value: <Copyable label="fingerprint" value={certificate.fingerprintSha256} variant="code" />,
          },
        ]}
      />
      <div>
        <Button variant={savedTo === null ? 'secondary' : 'primary'} onPress={onNext}>
          Next
        </Button>
      </div>
    </div>
  )
}
