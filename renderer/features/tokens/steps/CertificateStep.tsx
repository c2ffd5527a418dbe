import type { ReactNode } from 'react'
import type { KeyPair } from '../../../../shared/model/token.ts'
import { formatMoment } from '../../../lib/format.ts'
import { text } from '../../../lib/text.ts'
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
  const { wizard } = text().tokens
  const words = wizard.certificate
  return (
    <div className={styles.content}>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <div className={styles.buttons}>
        <Button variant={savedTo === null ? 'primary' : 'secondary'} icon="download" onPress={onSave}>
          {savedTo === null ? words.save : words.saveAgain}
        </Button>
        <CopyButton value={certificate.certificate}>{words.copy}</CopyButton>
      </div>
      {savedTo !== null && (
        <Notice tone="good" title={words.saved}>
          <bdi>{savedTo}</bdi>
        </Notice>
      )}
      {children}
      <Facts
        variant="lines"
        facts={[
          { label: words.made, value: formatMoment(certificate.createdAt) },
          {
            label: words.sha256,
            value: <Copyable label={words.fingerprint} value={certificate.fingerprintSha256} variant="code" />,
          },
        ]}
      />
      <div>
        <Button variant={savedTo === null ? 'secondary' : 'primary'} onPress={onNext}>
          {wizard.next}
        </Button>
      </div>
    </div>
  )
}
