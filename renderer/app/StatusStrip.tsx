import { IconButton } from '../ui/Button.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Tag } from '../ui/StatusBadge.tsx'
import type { Job } from './jobs.ts'
import styles from './Frame.module.css'

export type StatusStripProps = {
  readonly jobs: readonly Job[]
  readonly isDemo: boolean
  readonly version: string
  readonly onCancel: (job: Job) => void
}

/** Work under way, seen from every place. Always there, so that nothing moves when work starts. */
export function StatusStrip({ jobs, isDemo, version, onCancel }: StatusStripProps) {
  return (
    <footer className={styles.strip} aria-label="Running work">
      {jobs.length === 0 && <span className={styles.resting}>No work under way</span>}
      {jobs.map((job) => (
        <div key={job.id} className={styles.job}>
          <div className={styles.jobProgress}>
            <ProgressBar label={job.title} detail={job.detail} fraction={job.fraction} />
          </div>
          {job.cancels && <IconButton label={`Cancel ${job.title}`} icon="close" onPress={() => onCancel(job)} />}
        </div>
      ))}
      <span className={styles.about}>
        {isDemo && <Tag>Demo data</Tag>}
        {version && <span>{version}</span>}
      </span>
    </footer>
  )
}
