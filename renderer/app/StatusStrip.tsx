import { IconButton } from '../ui/Button.tsx'
import { text } from '../lib/text.ts'
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
  const words = text().frame.strip
  return (
    <footer className={styles.strip} aria-label={words.label} tabIndex={-1}>
      {jobs.length === 0 && <span className={styles.resting}>{words.resting}</span>}
      {jobs.map((job) => (
        <div key={job.id} className={styles.job}>
          <div className={styles.jobProgress}>
            <ProgressBar label={job.title} detail={job.detail} fraction={job.fraction} />
          </div>
          {job.cancels && <IconButton label={words.cancel(job.title)} icon="close" onPress={() => onCancel(job)} />}
        </div>
      ))}
      <span className={styles.about}>
        {isDemo && <Tag>{words.demo}</Tag>}
        {version && <span>{version}</span>}
      </span>
    </footer>
  )
}
