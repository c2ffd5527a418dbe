import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import type { SyncProgress } from '../../../shared/model/sync-run.ts'
import type { TokenState } from '../../../shared/model/token.ts'
import type { Failure } from '../../lib/api.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { intervalOptions } from './intervals.ts'
import { MODE_LABELS } from './labels.ts'
import { lastSuccessText, progressText, whyItWaits } from './selectors.ts'
import styles from './Sync.module.css'

export type ScheduleCardProps = {
  readonly schedule: TokenSchedule
  readonly tokenState: TokenState | undefined
  readonly progress: SyncProgress | null
  readonly isRunning: boolean
  readonly refusal: Failure | null
  readonly onRun: (full: boolean) => void
  readonly onCancel: () => void
  readonly onDismiss: () => void
  readonly onInterval: (minutes: number) => void
}

export function ScheduleCard({ schedule, tokenState, progress, isRunning, refusal, ...on }: ScheduleCardProps) {
  const now = useNow()
  return (
    <Card
      title={schedule.token}
      actions={
        isRunning ? (
          <Button onPress={on.onCancel}>Cancel</Button>
        ) : (
          <>
            <Select
              label={`How often ${schedule.token} is synced`}
              options={intervalOptions(schedule.intervalMinutes)}
              value={String(schedule.intervalMinutes)}
              onChange={(minutes) => on.onInterval(Number(minutes))}
            />
            <Button icon="download" onPress={() => on.onRun(true)}>
              Fetch all
            </Button>
            <Button icon="sync" onPress={() => on.onRun(false)}>
              Sync
            </Button>
          </>
        )
      }
    >
      {isRunning ? (
        <ProgressBar
          label={progress ? MODE_LABELS[progress.mode] : 'Starting'}
          fraction={null}
          detail={progress ? progressText(progress) : ''}
        />
      ) : (
        <div className={styles.plan}>
          <p>{whyItWaits(schedule, tokenState, now)}</p>
          <p className={styles.quiet}>{lastSuccessText(schedule, now) ?? 'Never synced.'}</p>
        </div>
      )}
      {refusal && <FailureNotice error={refusal} onDismiss={on.onDismiss} />}
    </Card>
  )
}
