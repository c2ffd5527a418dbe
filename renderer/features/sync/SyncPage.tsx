import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { TokenState } from '../../../shared/model/token.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { valueOr } from '../../lib/remote.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { BesideDrawer } from '../../ui/BesideDrawer.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import * as actions from './actions.ts'
import { RunDrawer } from './RunDrawer.tsx'
import { RunTable } from './RunTable.tsx'
import { ScheduleCard } from './ScheduleCard.tsx'
import { isRunning, lastEnded } from './selectors.ts'
import type { SyncStore } from './store.ts'

export type SyncPageProps = {
  readonly store: SyncStore
  readonly tokenStates: ReadonlyMap<TokenId, TokenState>
  readonly onShowTokens: () => void
  /** Path of a group. */
  readonly onShowGroup: (group: string) => void
  readonly onShowDevice: (serial: string) => void
}

export function SyncPage(props: SyncPageProps) {
  const { store } = props
  const desk = useDesk()
  const { schedules, runs, sort, opened } = useStore(store)
  const failed = schedules.status === 'failed' ? schedules : runs.status === 'failed' ? runs : null
  return (
    <Page title={text().sync.title} variant="full">
      <BesideDrawer
        drawer={
          opened && (
            <RunDrawer
              key={opened.run.id}
              {...opened}
              onShowDevice={props.onShowDevice}
              onClose={() => actions.closeRun(store)}
            />
          )
        }
      >
        {failed && (
          <FailureNotice error={failed.error}>
            <Button onPress={() => void actions.loadSync(store, desk)}>{text().common.retry}</Button>
          </FailureNotice>
        )}
        {schedules.status === 'ready' && schedules.value.length === 0 && <NoTokens {...props} />}
        {valueOr(schedules, []).map((schedule) => (
          <TokenCard key={schedule.tokenId} schedule={schedule} {...props} />
        ))}
        {runs.status === 'ready' && runs.value.length > 0 && (
          <RunTable
            runs={runs.value}
            sort={sort}
            onSort={(column) => actions.sortRunsBy(store, column)}
            onOpen={(run) => void actions.openRun(store, desk, run)}
          />
        )}
      </BesideDrawer>
      <AcceptEmptyDialog store={store} />
    </Page>
  )
}

function NoTokens({ onShowTokens }: SyncPageProps) {
  const words = text().sync.none
  return (
    <EmptyState
      icon="sync"
      title={words.title}
      actions={
        <Button variant="primary" onPress={onShowTokens}>
          {words.toTokens}
        </Button>
      }
    >
      <p>{words.text}</p>
    </EmptyState>
  )
}

function TokenCard({ store, tokenStates, schedule, ...on }: SyncPageProps & { readonly schedule: TokenSchedule }) {
  const desk = useDesk()
  const state = useStore(store)
  const { tokenId, token } = schedule
  return (
    <ScheduleCard
      schedule={schedule}
      tokenState={tokenStates.get(tokenId)}
      progress={state.running.get(tokenId) ?? null}
      isRunning={isRunning(state, tokenId)}
      lastRun={lastEnded(valueOr(state.runs, []), tokenId)}
      refusal={state.refusals.get(tokenId) ?? null}
      onRun={(full) => void actions.startRun(store, desk, { tokenId, full })}
      onCancel={() => actions.cancelRun(store, desk, tokenId)}
      onDismiss={() => actions.dismissRefusal(store, tokenId)}
      onInterval={(intervalMinutes) => void actions.changeInterval(store, desk, { tokenId, intervalMinutes })}
      onAcceptEmpty={() => actions.askToAcceptEmpty(store, { tokenId, token })}
      onShowTokens={on.onShowTokens}
      onShowGroup={on.onShowGroup}
    />
  )
}

function AcceptEmptyDialog({ store }: { readonly store: SyncStore }) {
  const desk = useDesk()
  const accepting = useStore(store, (state) => state.accepting)
  const words = text().sync.empty
  return (
    <ConfirmDialog
      title={words.title(accepting?.token ?? '')}
      isOpen={accepting !== null}
      confirmLabel={words.confirm}
      onConfirm={() => void actions.acceptEmpty(store, desk)}
      onCancel={() => actions.askToAcceptEmpty(store, null)}
    >
      <p>{words.check}</p>
      <p>{words.what}</p>
    </ConfirmDialog>
  )
}
