import { useState } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount } from '../../lib/format.ts'
import { valueOr } from '../../lib/remote.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PickList } from '../../ui/PickList.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import * as actions from './move-actions.ts'
import type { DevicesStore, MoveState } from './store.ts'
import styles from './Devices.module.css'

/** A longer list is searched, not read. */
const MOST_GROUPS = 100

export function MoveDialog({ store }: { readonly store: DevicesStore }) {
  const moving = useStore(store, (state) => state.moving)
  if (!moving?.isOpen) return null
  const isRunning = moving.run?.status === 'running'
  return (
    <Dialog title={text().devices.move.title} isOpen onClose={() => actions.closeMove(store)}>
      <div className={styles.form}>
        {isRunning ? <Running store={store} moving={moving} /> : <Choice store={store} moving={moving} />}
      </div>
    </Dialog>
  )
}

type PartProps = { readonly store: DevicesStore; readonly moving: MoveState }

function Choice({ store, moving }: PartProps) {
  const desk = useDesk()
  const words = text()
  const { plan, run } = moving
  const change = plan.status === 'ready' ? plan.value.change : 0
  return (
    <>
      <p>{words.devices.move.explained}</p>
      <GroupChoice moving={moving} onPick={(group) => void actions.chooseGroup(store, desk, group)} />
      <div className={styles.plan}>
        {plan.status === 'loading' && <ProgressBar label={words.devices.move.checking} fraction={null} />}
        {plan.status === 'failed' && <FailureNotice error={plan.error} />}
        {plan.status === 'ready' && <Plan {...plan.value} />}
        {run?.status === 'failed' && <FailureNotice error={run.error} />}
        {run?.status === 'cancelled' && (
          <Notice tone="neutral" title={words.devices.move.cancelled(formatCount(run.done))} />
        )}
      </div>
      <Dialog.Actions>
        <Button onPress={() => actions.closeMove(store)}>{run ? words.common.close : words.common.cancel}</Button>
        <Button variant="primary" isDisabled={change === 0} onPress={() => void actions.move(store, desk)}>
          {change === 0 ? words.devices.move.nothing : words.devices.move.confirm(change)}
        </Button>
      </Dialog.Actions>
    </>
  )
}

function Plan(plan: Parameters<typeof actions.planText>[0]) {
  return (
    <>
      <p>
        <strong>{actions.planText(plan)}</strong>
      </p>
      {plan.gone > 0 && <p className={styles.absent}>{text().devices.move.goneHint}</p>}
    </>
  )
}

function GroupChoice({ moving, onPick }: { readonly moving: MoveState; readonly onPick: (group: string) => void }) {
  const [search, setSearch] = useState('')
  const words = text().devices.move
  if (moving.groups.status === 'failed') return <FailureNotice error={moving.groups.error} />
  const wanted = search.trim().toLocaleLowerCase()
  const found = valueOr(moving.groups, []).filter((path) => path.toLocaleLowerCase().includes(wanted))
  return (
    <PickList
      label={words.group}
      searchLabel={words.group}
      items={found.slice(0, MOST_GROUPS).map((path) => ({ id: path, text: path, detail: '' }))}
      search={search}
      onSearch={setSearch}
      picked={moving.group === '' ? null : moving.group}
      onPick={onPick}
      emptyText={moving.groups.status === 'ready' ? text().devices.filters.none : ''}
    />
  )
}

function Running({ store, moving: { run, group } }: PartProps) {
  const words = text().devices.move
  if (run?.status !== 'running') return null
  const { done, total } = run
  return (
    <>
      <p>
        <bdi>{group}</bdi>
      </p>
      <ProgressBar
        label={words.running}
        detail={words.progress(formatCount(done), formatCount(total))}
        fraction={total === 0 ? null : done / total}
      />
      <Dialog.Actions>
        <Button onPress={() => actions.cancelMove(store)}>{words.cancel}</Button>
        <Button variant="primary" onPress={() => actions.closeMove(store)}>
          {words.inBackground}
        </Button>
      </Dialog.Actions>
    </>
  )
}
