import { useState } from 'react'
import type { Profile } from '../../../shared/model/profile.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { valueOr } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { PickList } from '../../ui/PickList.tsx'
import * as actions from './actions.ts'
import { Plan } from './Plan.tsx'
import type { AssignmentsStore, Task } from './store.ts'
import styles from './Assignments.module.css'

/** A longer list is searched, not read. */
const MOST_PROFILES = 100

type AskProps = { readonly store: AssignmentsStore; readonly task: Task }

/** Asks which profile, and says what it comes to before anything is sent. */
export function AskAssign({ store, task }: AskProps) {
  const desk = useDesk()
  const words = text().assignments.assign
  return (
    <>
      <p>{words.explained}</p>
      <ProfileChoice task={task} onPick={(profile) => void actions.chooseProfile(store, desk, profile)} />
      <Ask store={store} task={task} nothing={words.nothing} confirm={words.confirm} />
    </>
  )
}

export function AskUnassign({ store, task }: AskProps) {
  const words = text().assignments.unassign
  return (
    <>
      <p>{words.explained}</p>
      <p className={styles.quiet}>{words.keeps}</p>
      <Ask store={store} task={task} nothing={words.nothing} confirm={words.confirm} />
    </>
  )
}

export function AskRetry({ store, task }: AskProps) {
  const words = text().assignments.retry
  return (
    <>
      <p>{words.explained}</p>
      <p className={styles.quiet}>{words.warning}</p>
      <Ask store={store} task={task} nothing={words.nothing} confirm={words.confirm} />
    </>
  )
}

type ConfirmWords = { readonly nothing: string; readonly confirm: (count: number) => string }

/** The dry run and the way on. */
function Ask({ store, task, nothing, confirm }: AskProps & ConfirmWords) {
  const desk = useDesk()
  const words = text()
  const { plan, run } = task
  // Devices without a published version are wished for all the same: the wish is kept.
  const wished = plan.status === 'ready' ? plan.value.change + plan.value.unpublished : 0
  return (
    <>
      <Plan task={task} />
      <Dialog.Actions>
        <Button onPress={() => actions.closeTask(store)}>{run ? words.common.close : words.common.cancel}</Button>
        <Button variant="primary" isDisabled={wished === 0} onPress={() => void actions.runTask(store, desk)}>
          {wished === 0 ? nothing : confirm(wished)}
        </Button>
      </Dialog.Actions>
    </>
  )
}

function ProfileChoice({ task, onPick }: { readonly task: Task; readonly onPick: (profile: string) => void }) {
  const [search, setSearch] = useState('')
  const words = text().assignments.assign
  const { profiles } = task
  if (profiles.status === 'failed') return <FailureNotice error={profiles.error} />
  const wanted = search.trim().toLocaleLowerCase()
  const all = valueOr(profiles, [])
  const found = all.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  return (
    <PickList
      label={words.profile}
      searchLabel={words.profile}
      items={found.slice(0, MOST_PROFILES).map((profile) => ({
        id: profile.id,
        text: profile.name,
        detail: whereabouts(profile),
      }))}
      search={search}
      onSearch={setSearch}
      picked={task.profile}
      onPick={onPick}
      emptyText={profiles.status === 'ready' && all.length === 0 ? words.noProfiles : words.noMatch}
    />
  )
}

function whereabouts({ versions }: Profile): string {
  const words = text().assignments.assign
  const tokens = new Set(versions.filter(({ state }) => state === 'published').map(({ token }) => token))
  return tokens.size === 0 ? words.notPublished : words.onTokens([...tokens].join(', '))
}
