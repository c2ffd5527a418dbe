import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatDate } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Profiles.module.css'
import * as servers from './server-actions.ts'
import { failureWords, trustWords } from './server-words.ts'
import type { SectionProps } from './use-editing.ts'

/** Whether a device with this profile would trust the server at its address, asked when somebody wants to know. */
export function ServerCheck({ store, opened, body }: SectionProps) {
  const desk = useDesk()
  const trust = useStore(store, (state) => state.trust)
  const words = text().profiles.trust
  const isCurrent = trust?.about === servers.trustSubject(opened.draft.text)
  const work = isCurrent ? trust.work : undefined
  const isChecking = trust?.work.status === 'loading'
  const answer = work?.status === 'ready' ? work.value : undefined
  const said = answer && (answer.kind === 'failed' ? failureWords(answer) : trustWords(answer))
  const chain = answer && answer.kind !== 'failed' ? answer.chain : []
  return (
    <div className={styles.field}>
      <div className={styles.choices}>
        <Button
          icon="shield-check"
          isDisabled={typeof body['url'] !== 'string'}
          isBusy={isChecking}
          onPress={() => void servers.checkServer(store, desk)}
        >
          {words.check}
        </Button>
        {isChecking && (
          <Button variant="quiet" onPress={() => servers.stopChecking(store)}>
            {text().common.cancel}
          </Button>
        )}
      </div>
      <p className={styles.hint}>{words.hint}</p>
      {work?.status === 'failed' && <FailureNotice error={work.error} onDismiss={() => servers.stopChecking(store)} />}
      {said && (
        <Notice tone={said.tone} title={said.title} onDismiss={() => servers.stopChecking(store)}>
          <p>{said.detail}</p>
          {chain.length > 0 && (
            <ol className={styles.lines} aria-label={words.chain}>
              {chain.map(({ base64, subject, expiresAt }) => (
                <li key={base64}>
                  <bdi>{subject}</bdi> · {text().profiles.certificates.expires(formatDate(expiresAt))}
                </li>
              ))}
            </ol>
          )}
        </Notice>
      )}
    </div>
  )
}
