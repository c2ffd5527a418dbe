import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatDate } from '../../lib/format.ts'
import { valueOr } from '../../lib/remote.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { IconButton } from '../../ui/Button.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { addCertificates, removeCertificate } from './actions.ts'
import type { SettingsStore } from './store.ts'

/** Authorities trusted beside the system's, by name and expiry. */
export function CertificatesGroup({ store }: { readonly store: SettingsStore }) {
  const desk = useDesk()
  const now = useNow()
  const { certificates, network, tasks } = useStore(store)
  const words = text().settings.network
  const list = valueOr(certificates, [])
  const outside = network.status === 'ready' ? network.value.outsideCertificates : 0
  const failure = tasks.certificates?.status === 'failed' ? tasks.certificates.error : null
  const add = async (file: File) => addCertificates(store, desk, new Uint8Array(await file.arrayBuffer()))

  return (
    <SettingGroup title={words.certificatesTitle} description={words.certificatesText}>
      {list.map((certificate) => (
        <SettingGroup.Row
          key={certificate.fingerprintSha256}
          title={certificate.subject}
          description={`${words.issuer(certificate.issuer)} · ${
            certificate.expiresAt < now
              ? words.expired(formatDate(certificate.expiresAt))
              : words.expires(formatDate(certificate.expiresAt))
          }`}
          control={
            <IconButton
              label={words.remove(certificate.subject)}
              icon="trash"
              onPress={() => void removeCertificate(store, desk, certificate.fingerprintSha256)}
            />
          }
        />
      ))}
      <SettingGroup.Row
        title={words.addLabel}
        description={[
          list.length === 0 ? words.noCertificates : '',
          outside > 0 ? words.outsideCertificates(outside) : '',
        ]
          .filter(Boolean)
          .join(' ')}
        control={<FileButton onFile={(file) => void add(file)}>{words.add}</FileButton>}
      >
        {failure?.code === 'bad-input' && (
          <Notice tone="bad" title={words.unreadable}>
            <p>{words.unreadableDetail}</p>
          </Notice>
        )}
        {failure && failure.code !== 'bad-input' && <FailureNotice error={failure} />}
      </SettingGroup.Row>
    </SettingGroup>
  )
}
