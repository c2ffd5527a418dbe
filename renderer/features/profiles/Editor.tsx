import { useEffect, useRef, useState } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { SideTabs } from '../../ui/SideTabs.tsx'
import { AccountsSection } from './AccountsSection.tsx'
import { AssistantSection } from './AssistantSection.tsx'
import { AuthenticationSection } from './AuthenticationSection.tsx'
import * as drafts from './draft-actions.ts'
import { ExportNotice } from './ExportNotice.tsx'
import { FeaturesSection } from './FeaturesSection.tsx'
import { JsonPanel } from './JsonPanel.tsx'
import { findSyntaxError } from './json-syntax.ts'
import { parseObject } from './json-text.ts'
import { profileLabel } from './labels.ts'
import styles from './Profiles.module.css'
import { PublishDialog } from './PublishDialog.tsx'
import * as saving from './saving-actions.ts'
import { SECTIONS, type SectionName } from './sections.ts'
import type { NamedToken, OpenProfile, ProfilesStore, ShowDevices } from './store.ts'
import { SummarySection } from './SummarySection.tsx'
import { syntaxText } from './syntax-text.ts'
import { UpdateNotice } from './UpdateNotice.tsx'
import { beginPublishing } from './version-actions.ts'
import { VersionsSection } from './VersionsSection.tsx'

export type EditorProps = {
  readonly store: ProfilesStore
  readonly opened: OpenProfile
  readonly tokens: readonly NamedToken[]
  readonly onShowDevices: ShowDevices
}

const ICONS = {
  authentication: 'key',
  features: 'shield-check',
  assistant: 'layers',
  accounts: 'laptop',
  summary: 'file-text',
  versions: 'clock',
} as const

/** One profile: parts at the side, the chosen one in the middle, the text beside it. */
export function Editor({ store, opened, tokens, onShowDevices }: EditorProps) {
  const words = text().profiles
  const isDirty = drafts.isDirty(opened)
  const { section } = opened
  const [side, setSide] = useState<'form' | 'text'>('form')
  const hasText = section !== 'versions'
  useTitleFocus(opened.saved.id)
  return (
    <Page
      title={opened.saved.name}
      subtitle={isDirty ? words.editor.notSaved : profileLabel(opened.saved).text}
      variant="full"
      actions={<Actions store={store} opened={opened} tokens={tokens} isDirty={isDirty} />}
    >
      <div className={styles.editor}>
        <div className={styles.parts} data-side={hasText ? side : 'form'}>
          {hasText && (
            <div className={styles.side}>
              <Button onPress={() => setSide(side === 'form' ? 'text' : 'form')}>
                {side === 'form' ? words.editor.showText : words.editor.showForm}
              </Button>
            </div>
          )}
          <div className={styles.formSide}>
            <SideTabs<SectionName>
              label={words.sections.label}
              tabs={SECTIONS.map((value) => ({ value, title: words.sections[value], icon: ICONS[value] }))}
              value={section}
              onChange={(next) => drafts.showSection(store, next)}
            >
              <div className={styles.form}>
                <SavingNotice store={store} opened={opened} />
                <UpdateNotice store={store} />
                <ExportNotice store={store} />
                {section === 'versions' ? (
                  <VersionsSection store={store} opened={opened} tokens={tokens} onShowDevices={onShowDevices} />
                ) : (
                  <Part store={store} opened={opened} />
                )}
              </div>
            </SideTabs>
          </div>
          {hasText && <JsonPanel key={opened.saved.id} store={store} opened={opened} />}
        </div>
      </div>
      <PublishDialog store={store} opened={opened} tokens={tokens} />
      <LeaveDialog store={store} />
    </Page>
  )
}

/** A part of the form; the text has to be an object for it, and the summary tells why when it is not. */
function Part({ store, opened }: Pick<EditorProps, 'store' | 'opened'>) {
  const words = text().profiles.editor
  const body = parseObject(opened.draft.text)
  if (opened.section === 'summary') return <SummarySection store={store} opened={opened} />
  if (!body) {
    const wrong = findSyntaxError(opened.draft.text)
    return (
      <Notice tone="warn" title={words.broken}>
        {wrong && <p>{syntaxText(wrong)}</p>}
        <p>{words.brokenWhy}</p>
      </Notice>
    )
  }
  const props = { store, opened, body }
  if (opened.section === 'authentication') return <AuthenticationSection {...props} />
  if (opened.section === 'features') return <FeaturesSection {...props} />
  if (opened.section === 'assistant') return <AssistantSection {...props} />
  return <AccountsSection {...props} />
}

type ActionsProps = Pick<EditorProps, 'store' | 'opened' | 'tokens'> & { readonly isDirty: boolean }

/** The next step is the primary one: saving what is not saved, else publishing. */
function Actions({ store, opened, tokens, isDirty }: ActionsProps) {
  const desk = useDesk()
  const words = text().profiles.editor
  const needsPublishing = !isDirty && opened.saved.isEdited
  const only = tokens.length === 1 ? tokens[0]!.name : null
  return (
    <>
      <Button variant="quiet" onPress={() => drafts.leaveProfile(store)}>
        {words.back}
      </Button>
      <Button
        variant={needsPublishing ? 'primary' : 'secondary'}
        icon="upload"
        onPress={() => beginPublishing(store, only)}
      >
        {words.publish}
      </Button>
      <Button
        variant={isDirty ? 'primary' : 'secondary'}
        isDisabled={!isDirty}
        isBusy={opened.saving.status === 'loading'}
        onPress={() => void saving.saveDraft(store, desk)}
      >
        {words.save}
      </Button>
    </>
  )
}

function SavingNotice({ store, opened }: Pick<EditorProps, 'store' | 'opened'>) {
  const desk = useDesk()
  const words = text().profiles.editor
  if (opened.saving.status !== 'failed') return null
  const { error } = opened.saving
  const { id } = opened.saved
  if (error.code !== 'profile.changed-meanwhile')
    return <FailureNotice error={error} onDismiss={() => saving.dismissSaving(store)} />
  return (
    <>
      <FailureNotice error={error}>
        <Button onPress={() => void saving.reopenProfile(store, desk, id)}>{words.takeTheirs}</Button>
        <Button variant="quiet" onPress={() => void saving.saveOver(store, desk, id)}>
          {words.keepMine}
        </Button>
      </FailureNotice>
      <p className={styles.hint}>{words.takeTheirsHint}</p>
    </>
  )
}

function LeaveDialog({ store }: Pick<EditorProps, 'store'>) {
  const isLeaving = useStore(store, (state) => state.isLeaving)
  const words = text().profiles.leave
  return (
    <ConfirmDialog
      title={words.title}
      isOpen={isLeaving}
      confirmLabel={words.confirm}
      onConfirm={() => drafts.closeProfile(store)}
      onCancel={() => drafts.stayHere(store)}
    >
      <p>{words.text}</p>
    </ConfirmDialog>
  )
}

/** Opening a profile is like going to a place: its title is where one is. */
function useTitleFocus(id: string): void {
  const last = useRef<string>(undefined)
  useEffect(() => {
    if (last.current === id) return
    last.current = id
    document.querySelector<HTMLElement>('main h1')?.focus()
  }, [id])
}
