import { useEffect } from 'react'
import type { CredentialList } from '../../../shared/model/credential.ts'
import type { DeviceFilter } from '../../../shared/model/device.ts'
import type { Notice } from '../../../shared/model/notice.ts'
import type { Token } from '../../../shared/model/token.ts'
import type { Failure } from '../../lib/api.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { valueOr, type Remote } from '../../lib/remote.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import type { NoticesStore } from '../notices/index.ts'
import type { SyncStore } from '../sync/index.ts'
import { leaveOverview, loadCounts, showOverview } from './actions.ts'
import { Attention } from './Attention.tsx'
import { Calendar } from './Calendar.tsx'
import { FirstRun, type FirstRunProps } from './FirstRun.tsx'
import { Runs } from './Runs.tsx'
import { StateCharts } from './StateCharts.tsx'
import type { OverviewStore } from './store.ts'

export type OverviewPageProps = FirstRunProps & {
  readonly store: OverviewStore
  readonly notices: NoticesStore
  readonly sync: SyncStore
  readonly tokens: Remote<readonly Token[]>
  readonly credentials: Remote<CredentialList>
  /** Of a calendar or a list that could not be saved. */
  readonly savingFailure: Failure | null
  readonly onForgetFailure: () => void
  readonly onSaveCalendar: () => void
  readonly onExportCredentials: () => void
  /** The one next action of a notice: leads to where it is done. */
  readonly onAct: (notice: Notice) => void
  readonly onReloadTokens: () => void
  /** Name of the card: of a token, or of whatever else expires. */
  readonly onShowTokens: (name: string) => void
  readonly onShowRuns: () => void
  readonly onShowDevices: (filter: DeviceFilter) => void
}

/** The first place: what needs somebody, what expires when, what the devices are doing, what ran and will run. */
export function OverviewPage({ store, notices, tokens, ...props }: OverviewPageProps) {
  const desk = useDesk()
  useEffect(() => {
    void showOverview(store, desk)
    return () => leaveOverview(store)
  }, [store, desk])

  const isFirstRun = tokens.status === 'ready' && tokens.value.length === 0
  return (
    <Page title={text().frame.places.overview}>
      {isFirstRun ? (
        <FirstRun onConnect={props.onConnect} onTryDemo={props.onTryDemo} demoWork={props.demoWork} />
      ) : (
        <>
          <Attention store={notices} onAct={props.onAct} />
          {tokens.status === 'failed' && (
            <FailureNotice error={tokens.error}>
              <Button onPress={props.onReloadTokens}>{text().common.retry}</Button>
            </FailureNotice>
          )}
          {props.savingFailure && <FailureNotice error={props.savingFailure} onDismiss={props.onForgetFailure} />}
          <TokenParts {...props} store={store} tokens={valueOr(tokens, [])} />
        </>
      )}
    </Page>
  )
}

type TokenPartsProps = Pick<
  OverviewPageProps,
  | 'store'
  | 'sync'
  | 'credentials'
  | 'onSaveCalendar'
  | 'onExportCredentials'
  | 'onShowTokens'
  | 'onShowRuns'
  | 'onShowDevices'
> & {
  readonly tokens: readonly Token[]
}

function TokenParts({ store, sync, tokens, credentials, ...on }: TokenPartsProps) {
  const { onShowTokens, onShowRuns, onShowDevices } = on
  const desk = useDesk()
  const counts = useStore(store, (state) => state.counts)
  const { schedules, runs } = useStore(sync)
  return (
    <>
      {credentials.status === 'ready' && credentials.value.credentials.length > 0 && (
        <Calendar
          list={credentials.value}
          onShow={onShowTokens}
          onSaveCalendar={on.onSaveCalendar}
          onExport={on.onExportCredentials}
        />
      )}
      <StateCharts counts={counts} onShowDevices={onShowDevices} onRetry={() => void loadCounts(store, desk)} />
      {tokens.length > 0 && (
        <Runs
          tokens={tokens}
          schedules={valueOr(schedules, [])}
          runs={valueOr(runs, [])}
          onShowTokens={onShowTokens}
          onShowRuns={onShowRuns}
        />
      )}
    </>
  )
}
