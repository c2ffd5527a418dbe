import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatAgo, formatMoment } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/Copyable.tsx'
import { ActionMenu } from '../../ui/Menu.tsx'
import * as actions from './actions.ts'
import { CredentialCard } from './CredentialCard.tsx'
import { CredentialDialogs } from './CredentialDialogs.tsx'
import styles from './Credentials.module.css'
import { openImport } from './import-actions.ts'
import * as saving from './save-actions.ts'
import type { CredentialsStore } from './store.ts'

type StoreProps = { readonly store: CredentialsStore }

/** What expires beside the tokens: their cards, what waits for a certificate, and the files of the whole list. */
export function CredentialSection({ store }: StoreProps) {
  const desk = useDesk()
  const now = useNow()
  const words = text().credentials
  const { list, requests, failure } = useStore(store)
  const cards = list.status === 'ready' ? list.value.credentials.filter(({ kind }) => kind !== 'ade-token') : []
  const checkedAt = list.status === 'ready' ? list.value.checkedAt : null
  return (
    <section className={styles.section} aria-label={words.title}>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h2>{words.title}</h2>
          <p className={styles.quiet}>
            {words.intro}{' '}
            {list.status === 'ready' &&
              (checkedAt === null ? words.neverChecked : words.checked(formatAgo(checkedAt, now)))}
          </p>
        </div>
        <div className={styles.actions}>
          <Button icon="upload" onPress={() => openImport(store)}>
            {words.actions.importFile}
          </Button>
          <Button icon="plus" onPress={() => actions.openDialog(store, { kind: 'entry', credential: null })}>
            {words.actions.add}
          </Button>
          <ActionMenu
            label={words.actions.moreOfAll}
            actions={[
              {
                id: 'request',
                text: words.actions.request,
                icon: 'file-key',
                onAction: () => actions.openDialog(store, { kind: 'request' }),
              },
              {
                id: 'calendar',
                text: words.actions.saveCalendar,
                icon: 'clock',
                onAction: () => void saving.saveCalendar(store, desk),
              },
              {
                id: 'csv',
                text: words.actions.exportCsv,
                icon: 'download',
                onAction: () => void saving.exportList(store, desk),
              },
            ]}
          />
        </div>
      </header>
      {failure && <FailureNotice error={failure} onDismiss={() => saving.forgetFailure(store)} />}
      {list.status === 'failed' && (
        <FailureNotice error={list.error}>
          <Button onPress={() => void actions.loadCredentials(store, desk)}>{text().common.retry}</Button>
        </FailureNotice>
      )}
      {requests.length > 0 && <Requests store={store} />}
      {list.status === 'ready' && cards.length === 0 && <p className={styles.quiet}>{words.none}</p>}
      {cards.map((credential) => (
        <CredentialCard key={credential.id} store={store} credential={credential} />
      ))}
      <CredentialDialogs store={store} />
    </section>
  )
}

function Requests({ store }: StoreProps) {
  const desk = useDesk()
  const requests = useStore(store, (state) => state.requests)
  const words = text().credentials.requesting
  return (
    <ul className={styles.requests} aria-label={words.waiting}>
      {requests.map((request) => (
        <li key={request.id} className={styles.request}>
          <span className={styles.requestName}>
            <bdi>{request.name}</bdi>{' '}
            <span className={styles.quiet}>{words.made(formatMoment(request.createdAt))}</span>
          </span>
          <CopyButton value={request.csr}>{words.copy}</CopyButton>
          <Button onPress={() => void saving.saveRequest(store, desk, request)}>{words.save}</Button>
          <Button onPress={() => actions.openDialog(store, { kind: 'discard', request })}>{words.discard}</Button>
        </li>
      ))}
    </ul>
  )
}
