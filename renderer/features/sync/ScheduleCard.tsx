import type { ReactNode } from 'react'
import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import type { SyncProgress, SyncRun } from '../../../shared/model/sync-run.ts'
import type { TokenState } from '../../../shared/model/token.ts'
import type { Failure } from '../../lib/api.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatAgo, formatInterval, formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, Facts } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { chosenInterval, intervalOptions, intervalValue } from './intervals.ts'
import { modeLabel } from './labels.ts'
import { canRun, cursorText, fullFetchText, whyItWaits, type FactLines } from './schedule-words.ts'
import { progressText } from './selectors.ts'
import styles from './Sync.module.css'

export type ScheduleCardProps = {
  readonly schedule: TokenSchedule
  readonly tokenState: TokenState | undefined
  readonly progress: SyncProgress | null
  readonly isRunning: boolean
  /** Its newest run that came to an end. */
  readonly lastRun: SyncRun | null
  readonly refusal: Failure | null
  readonly onRun: (full: boolean) => void
  readonly onCancel: () => void
  readonly onDismiss: () => void
  readonly onInterval: (minutes: number | null) => void
  readonly onAcceptEmpty: () => void
  readonly onShowTokens: () => void
  readonly onShowGroup: (group: string) => void
}

export function ScheduleCard(props: ScheduleCardProps) {
  const { schedule, tokenState, progress, isRunning, refusal } = props
  const now = useNow()
  const words = text().sync
  return (
    <Card title={schedule.token} actions={<Actions {...props} />}>
      {isRunning ? (
        <ProgressBar
          label={progress ? modeLabel(progress.mode) : words.starting}
          fraction={null}
          detail={progress ? progressText(progress) : ''}
        />
      ) : (
        <p>
          {whyItWaits(schedule, tokenState, now)}{' '}
          {NEEDS_TOKENS.has(tokenState) && <Link onPress={props.onShowTokens}>{words.actions.showToken}</Link>}
        </p>
      )}
      {refusal && <FailureNotice error={refusal} onDismiss={props.onDismiss} />}
      {!isRunning && <Trouble {...props} />}
      <Facts facts={facts(props, now)} />
    </Card>
  )
}

/** States that are left under Tokens, and that the line above explains. */
const NEEDS_TOKENS: ReadonlySet<TokenState | undefined> = new Set(['expired', 'rejected', 'terms-not-accepted'])

function Actions({ schedule, tokenState, isRunning, ...on }: ScheduleCardProps) {
  const words = text().sync.actions
  if (isRunning) return <Button onPress={on.onCancel}>{words.cancel}</Button>
  const isDisabled = !canRun(schedule, tokenState)
  return (
    <>
      <Button icon="download" isDisabled={isDisabled} onPress={() => on.onRun(true)}>
        {words.fetch}
      </Button>
      <Button icon="sync" isDisabled={isDisabled} onPress={() => on.onRun(false)}>
        {words.sync}
      </Button>
    </>
  )
}

/** Why the last run failed, with what helps. */
function Trouble({ tokenState, lastRun, onRun, onAcceptEmpty }: ScheduleCardProps) {
  const words = text().sync.empty
  const error = lastRun?.state === 'failed' ? lastRun.error : null
  if (error === null || NEEDS_TOKENS.has(tokenState)) return null
  return (
    <FailureNotice error={{ ...error, ref: '' }}>
      {error.code === 'sync.empty-list' && (
        <>
          <Button onPress={() => onRun(true)}>{words.again}</Button>
          <Button variant="quiet" onPress={onAcceptEmpty}>
            {words.accept}
          </Button>
        </>
      )}
    </FailureNotice>
  )
}

function facts({ schedule, onInterval, onShowGroup }: ScheduleCardProps, now: number) {
  const words = text().sync.facts
  const { lastSuccessAt } = schedule
  return [
    {
      label: words.interval,
      value: (
        <>
          <Select
            label={words.intervalOf(schedule.token)}
            options={intervalOptions(schedule)}
            value={intervalValue(schedule)}
            onChange={(value) => onInterval(chosenInterval(value))}
          />
          <span className={styles.quiet}>
            <Origin schedule={schedule} onShowGroup={onShowGroup} />
          </span>
        </>
      ),
    },
    {
      label: words.lastSuccess,
      value:
        lastSuccessAt === null ? (
          text().sync.last.never
        ) : (
          <Lines first={formatAgo(lastSuccessAt, now)} more={[formatMoment(lastSuccessAt)]} />
        ),
    },
    { label: words.fullFetch, value: <Lines {...fullFetchText(schedule, now)} /> },
    { label: words.cursor, value: <Lines {...cursorText(schedule, now)} /> },
  ]
}

function Origin({ schedule, onShowGroup }: Pick<ScheduleCardProps, 'schedule' | 'onShowGroup'>): ReactNode {
  const words = text().sync.facts
  const { intervalFrom } = schedule
  if (intervalFrom === 'token') return words.fromToken
  const interval = formatInterval(schedule.intervalMinutes)
  if (intervalFrom === 'default') return words.fromDefault(interval)
  const { group } = intervalFrom
  return (
    <>
      {words.fromGroup(interval)}{' '}
      <Link onPress={() => onShowGroup(group)} label={words.showGroup(group)}>
        <bdi>{group}</bdi>
      </Link>
    </>
  )
}

function Lines({ first, more }: FactLines) {
  return (
    <>
      <bdi>{first}</bdi>
      {more.map((line) => (
        <span key={line} className={styles.second}>
          <bdi>{line}</bdi>
        </span>
      ))}
    </>
  )
}
