import type { ServiceConfig } from '../../../shared/model/profile.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatDate } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './Profiles.module.css'
import * as servers from './server-actions.ts'
import { failureWords } from './server-words.ts'
import type { ProfilesStore } from './store.ts'

const MAX_ADDRESS = 2000

/** Asks a management service for its enrollment address and its certificates, shows them, and takes them over on a word. */
export function ServerDialog({ store }: { readonly store: ProfilesStore }) {
  const desk = useDesk()
  const asking = useStore(store, (state) => state.asking)
  const words = text().profiles.server
  const close = () => servers.stopAsking(store)
  if (asking === null) return null
  const { server, work } = asking
  const found = work.status === 'ready' && work.value.kind === 'found' ? work.value : undefined
  const failure = work.status === 'ready' && work.value.kind === 'failed' ? failureWords(work.value) : undefined
  return (
    <Dialog title={words.title} isOpen onClose={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (found) servers.takeOver(store, desk)
          else void servers.askServer(store, desk)
        }}
      >
        <TextField
          label={words.address}
          value={server}
          onChange={(typed) => servers.nameServer(store, typed)}
          description={words.hint}
          maxLength={MAX_ADDRESS}
          autoFocus
        />
        {work.status === 'failed' && <FailureNotice error={work.error} />}
        {failure && (
          <div className={styles.answer}>
            <Notice tone={failure.tone} title={failure.title}>
              <p>{failure.detail}</p>
            </Notice>
          </div>
        )}
        {found && <Found config={found} />}
        <Dialog.Actions>
          <Button onPress={close}>{text().common.cancel}</Button>
          <Button type="submit" variant="primary" isDisabled={server.trim() === ''} isBusy={work.status === 'loading'}>
            {found ? words.take : words.ask}
          </Button>
        </Dialog.Actions>
      </form>
    </Dialog>
  )
}

function Found({ config: { url, anchors, trustProfileUrl } }: { readonly config: ServiceConfig }) {
  const words = text().profiles.server
  const certificates = text().profiles.certificates
  return (
    <section className={styles.answer} aria-label={words.found}>
      <h3 className={styles.label}>{text().profiles.members.url}</h3>
      {url === null ? (
        <p className={styles.quiet}>{words.noUrl}</p>
      ) : (
        <Copyable label={words.url} value={url} variant="code" />
      )}
      <h3 className={styles.label}>{text().profiles.members.anchor_certs}</h3>
      {anchors === null && <p className={styles.quiet}>{words.noAnchors}</p>}
      {anchors?.length === 0 && <p className={styles.quiet}>{words.publiclyTrusted}</p>}
      <ul className={styles.certificates}>
        {anchors?.map(({ base64, subject, issuer, expiresAt }) => (
          <li key={base64} className={styles.certificate}>
            <Icon name="shield-check" />
            <span className={styles.certificateWords}>
              <bdi>{subject}</bdi>
              <span className={styles.hint}>
                {certificates.expires(formatDate(expiresAt))} · <bdi>{certificates.issuer(issuer)}</bdi>
              </span>
            </span>
          </li>
        ))}
      </ul>
      {trustProfileUrl !== null && (
        <p className={styles.hint}>
          {words.trustProfile} <bdi>{trustProfileUrl}</bdi>
        </p>
      )}
      <p className={styles.hint}>{words.replaces}</p>
    </section>
  )
}
