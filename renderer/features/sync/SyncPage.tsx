import type { TokenId } from '../../../shared/model/ids.ts'
import type { TokenState } from '../../../shared/model/token.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import * as actions from './actions.ts'
import { RunTable } from './RunTable.tsx'
import { ScheduleCard } from './ScheduleCard.tsx'
import { isRunning } from './selectors.ts'
import type { SyncStore } from './store.ts'

export type SyncPageProps = {
  readonly store: SyncStore
  readonly tokenStates: ReadonlyMap<TokenId, TokenState>
  readonly onShowTokens: () => void
}

export function SyncPage({ store, tokenStates, onShowTokens }: SyncPageProps) {
  const desk = useDesk()
  const state = useStore(store)
  const { schedules, runs, running, refusals } = state
  const failed = schedules.status === 'failed' ? schedules : runs.status === 'failed' ? runs : null

  return (
    <Page title="Sync">
      {failed && (
        <FailureNotice error={failed.error}>
          <Button onPress={() => void actions.loadSync(store, desk)}>Try again</Button>
        </FailureNotice>
      )}
      {schedules.status === 'ready' && schedules.value.length === 0 && (
        <EmptyState
          icon="sync"
          title="Nothing to sync yet"
          actions={
            <Button variant="primary" onPress={onShowTokens}>
              Go to Tokens
            </Button>
          }
        >
          <p>Runs appear here as soon as a token is connected. Each shows what it added, changed and removed.</p>
        </EmptyState>
      )}
      {schedules.status === 'ready' &&
        schedules.value.map((schedule) => (
          <ScheduleCard
            key={schedule.tokenId}
            schedule={schedule}
            tokenState={tokenStates.get(schedule.tokenId)}
            progress={running.get(schedule.tokenId) ?? null}
            isRunning={isRunning(state, schedule.tokenId)}
            refusal={refusals.get(schedule.tokenId) ?? null}
            onRun={(full) => void actions.startRun(store, desk, { tokenId: schedule.tokenId, full })}
            onCancel={() => actions.cancelRun(store, desk, schedule.tokenId)}
            onDismiss={() => actions.dismissRefusal(store, schedule.tokenId)}
            onInterval={(intervalMinutes) =>
              void actions.changeInterval(store, desk, { tokenId: schedule.tokenId, intervalMinutes })
            }
          />
        ))}
      {runs.status === 'ready' && runs.value.length > 0 && <RunTable runs={runs.value} />}
    </Page>
  )
}
