import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RadioLine } from '../../ui/RadioLine.tsx'
import { Differences } from './Compare.tsx'
import { isDirty } from './draft-actions.ts'
import { Findings } from './Findings.tsx'
import { parseObject } from './json-text.ts'
import styles from './Profiles.module.css'
import type { NamedToken, OpenProfile, ProfilesStore, Published, Publishing } from './store.ts'
import * as versions from './version-actions.ts'

export type PublishDialogProps = {
  readonly store: ProfilesStore
  readonly opened: OpenProfile
  readonly tokens: readonly NamedToken[]
}

/** Says what will be sent before anything is; then what came of it. */
export function PublishDialog(props: PublishDialogProps) {
  const { store, opened } = props
  const publishing = useStore(store, (state) => state.publishing)
  const close = () => versions.stopPublishing(store)
  if (publishing === null) return null
  const { work } = publishing
  return (
    <Dialog title={text().profiles.publish.title(opened.draft.name)} isOpen onClose={close} size="wide">
      {work.status === 'ready' ? (
        <Outcome {...props} published={work.value} onClose={close} />
      ) : (
        <Question {...props} publishing={publishing} onClose={close} />
      )}
    </Dialog>
  )
}

type QuestionProps = PublishDialogProps & { readonly publishing: Publishing; readonly onClose: () => void }

function Question({ store, opened, tokens, publishing, onClose }: QuestionProps) {
  const desk = useDesk()
  const words = text().profiles.publish
  const { token, work } = publishing
  const errors = opened.check?.errors ?? []
  const isUnsure = work.status === 'failed' && work.error.code === 'profile.unsure'
  const publish = (again: boolean) => void versions.publishDraft(store, desk, { again })
  return (
    <>
      {tokens.length === 0 && <p>{words.noTokens}</p>}
      {tokens.length > 0 && (
        <RadioLine
          label={words.token}
          options={tokens.map(({ name }) => ({ value: name, text: name }))}
          value={token ?? ''}
          onChange={(name) => versions.chooseToken(store, name)}
        />
      )}
      {errors.length === 0 && <Explanation opened={opened} />}
      {errors.length > 0 && (
        <Notice tone="warn" title={words.refused}>
          <Findings findings={errors} />
        </Notice>
      )}
      {work.status === 'failed' && (
        <FailureNotice error={work.error}>
          {isUnsure && <Button onPress={() => publish(true)}>{words.again}</Button>}
        </FailureNotice>
      )}
      {isUnsure && token !== null && <p className={styles.hint}>{words.againWhy(token)}</p>}
      <Dialog.Actions>
        <Button onPress={onClose}>{text().common.cancel}</Button>
        <Button
          variant="primary"
          isDisabled={token === null || errors.length > 0 || isUnsure}
          isBusy={work.status === 'loading'}
          onPress={() => publish(false)}
        >
          {words.confirm}
        </Button>
      </Dialog.Actions>
    </>
  )
}

/** Kept here and never sent when a profile is defined. */
const LEFT_OUT: ReadonlySet<string> = new Set(['profile_uuid', 'devices'])

function Explanation({ opened }: Pick<PublishDialogProps, 'opened'>) {
  const words = text().profiles.publish
  const keys = Object.keys(parseObject(opened.draft.text) ?? {})
  const leftOut = keys.filter((key) => LEFT_OUT.has(key))
  return (
    <>
      <h3>{words.what}</h3>
      <ul className={styles.lines}>
        {isDirty(opened) && <li>{words.savedFirst}</li>}
        <li>
          {words.sent(keys.length - leftOut.length)} {leftOut.length > 0 && words.leftOut(leftOut.join(', '))}
        </li>
        <li>{words.another}</li>
        <li>{words.devices}</li>
        <li>{words.erase}</li>
      </ul>
    </>
  )
}

type OutcomeProps = PublishDialogProps & { readonly published: Published; readonly onClose: () => void }

function Outcome({ store, published, onClose }: OutcomeProps) {
  const desk = useDesk()
  const words = text().profiles.publish
  const compare = text().profiles.versions
  const { version, differences } = published
  return (
    <>
      <Notice tone="good" title={words.done(version.version, version.token)}>
        <p>{differences.length === 0 ? words.same : words.differs}</p>
      </Notice>
      <Differences differences={differences} titles={[compare.draft, compare.named(version.version, version.token)]} />
      <p className={styles.quiet}>{words.devices}</p>
      <Dialog.Actions>
        <Button onPress={onClose} autoFocus>
          {words.later}
        </Button>
        <Button variant="primary" onPress={() => void versions.updateDevices(store, desk, version.token)}>
          {words.give}
        </Button>
      </Dialog.Actions>
    </>
  )
}
