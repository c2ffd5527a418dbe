import { useState, type FormEvent } from 'react'
import { TOPIC_CONFIRMATION } from '../../../shared/model/credential.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DropZone } from '../../ui/DropZone.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { TextField } from '../../ui/TextField.tsx'
import * as actions from './actions.ts'
import styles from './Credentials.module.css'
import * as importing from './import-actions.ts'
import type { CredentialsStore, ImportDialog } from './store.ts'

type ImportFormProps = { readonly store: CredentialsStore; readonly dialog: ImportDialog }

const PUSH_TYPES = ['.pem', '.cer', '.crt', '.der', '.p12', '.pfx'] as const
const STOKEN_TYPES = ['.vpptoken', '.txt'] as const

/** A file on its way in. A wrong one is explained where it was dropped, and another can be dropped at once. */
export function ImportForm({ store, dialog }: ImportFormProps) {
  const desk = useDesk()
  const work = useStore(store, (state) => state.work)
  const words = text().credentials.importing
  const [passphrase, setPassphrase] = useState('')
  const [account, setAccount] = useState(dialog.renews?.account ?? '')
  const isPush = dialog.what === 'push-certificate'
  const isOtherTopic = work.status === 'failed' && work.error.code === 'credential.other-topic'
  const submit = (topic?: importing.TopicChoice) =>
    void importing.importPush(store, desk, { passphrase, account, ...(topic && { topic }) })
  const press = (event: FormEvent) => {
    event.preventDefault()
    if (isPush && !isOtherTopic) submit()
  }
  return (
    <form className={styles.form} onSubmit={press}>
      {!dialog.renews && (
        <ChoiceGroup
          label={words.kind}
          value={dialog.what}
          onChange={(what) => importing.chooseKind(store, what)}
          choices={[
            { value: 'stoken', ...words.stoken },
            { value: 'push-certificate', ...words.push },
          ]}
        />
      )}
      <DropZone
        title={dialog.file ? words.chosen(dialog.file.name) : words.drop}
        buttonLabel={words.choose}
        acceptedTypes={isPush ? PUSH_TYPES : STOKEN_TYPES}
        onFile={(file) => void importing.takeFile(store, desk, file)}
        isDisabled={work.status === 'loading'}
      />
      {isPush && dialog.file && (
        <>
          <TextField
            label={words.passphrase}
            kind="password"
            value={passphrase}
            onChange={setPassphrase}
            description={words.passphraseWhy}
          />
          <div>
            <p className={styles.file}>{dialog.key ? words.keyChosen(dialog.key.name) : words.keyWhy}</p>
            <FileButton onFile={(file) => void importing.takeKey(store, file)}>{words.key}</FileButton>
          </div>
          <TextField
            label={words.account}
            value={account}
            onChange={setAccount}
            maxLength={200}
            description={words.accountWhy}
          />
        </>
      )}
      {work.status === 'loading' && <ProgressBar label={words.submit} fraction={null} />}
      {work.status === 'failed' && <FailureNotice error={work.error} />}
      {isOtherTopic && <OtherTopic store={store} dialog={dialog} onChoose={submit} />}
      <Dialog.Actions>
        <Button onPress={() => actions.closeDialog(store)}>{text().common.cancel}</Button>
        {isPush && !isOtherTopic && (
          <Button variant="primary" type="submit" isDisabled={dialog.file === null} isBusy={work.status === 'loading'}>
            {words.submit}
          </Button>
        )}
      </Dialog.Actions>
    </form>
  )
}

type OtherTopicProps = ImportFormProps & { readonly onChoose: (topic: importing.TopicChoice) => void }

/** The one mistake that costs every enrollment: nothing is replaced before the sentence is typed. */
function OtherTopic({ store, dialog, onChoose }: OtherTopicProps) {
  const words = text().credentials.importing
  const [sentence, setSentence] = useState('')
  const replaced = importing.replacedBy(store, dialog)
  return (
    <>
      {replaced && (
        <Notice tone="bad" title={words.topic.title}>
          <p>{words.topic.text(replaced.name)}</p>
        </Notice>
      )}
      <div>
        <Button onPress={() => onChoose({ asNew: true })}>{words.asNew}</Button>
      </div>
      {replaced && (
        <>
          <TextField label={words.topic.sentence(TOPIC_CONFIRMATION)} value={sentence} onChange={setSentence} />
          <div>
            <Button
              variant="danger"
              isDisabled={sentence.trim() !== TOPIC_CONFIRMATION}
              onPress={() => onChoose({ sentence: TOPIC_CONFIRMATION })}
            >
              {words.topic.replace}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
