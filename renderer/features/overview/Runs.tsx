import type { ReactNode } from 'react'
import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import type { SyncRun } from '../../../shared/model/sync-run.ts'
import type { Token } from '../../../shared/model/token.ts'
import { formatAgo } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { Link } from '../../ui/Link.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { runStateLabel, whyItWaits } from '../sync/index.ts'
import { tokenStateLabel } from '../tokens/index.ts'
import { lastRuns, scheduleOf } from './runs.ts'
import styles from './Runs.module.css'
import { Section } from './Section.tsx'

export type RunsProps = {
  readonly tokens: readonly Token[]
  readonly schedules: readonly TokenSchedule[]
  readonly runs: readonly SyncRun[]
  readonly onShowTokens: (name: string) => void
  readonly onShowRuns: () => void
}

/** Per token: how it is, how its last run ended, and when the next one starts or why it waits. */
export function Runs({ tokens, schedules, runs, onShowTokens, onShowRuns }: RunsProps) {
  const now = useNow()
  const words = text().overview.runs
  const last = lastRuns(runs)
  return (
    <Section title={words.title} aside={<Link onPress={onShowRuns}>{words.show}</Link>}>
      <table className={styles.table} aria-label={words.title}>
        <thead>
          <tr>
            {[words.token, words.state, words.last, words.next].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => {
            const schedule = scheduleOf(schedules, token.id)
            return (
              <tr key={token.id}>
                <td className={styles.name}>{tokenLink(token, onShowTokens)}</td>
                <td>
                  <StatusBadge {...tokenStateLabel(token.state)} variant="plain" />
                </td>
                <td>{lastRun(last.get(token.id), token, now)}</td>
                <td>{schedule && whyItWaits(schedule, token.state, now)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

function tokenLink({ name }: Token, onShow: (name: string) => void): ReactNode {
  return (
    <Link label={text().overview.tokens.show(name)} onPress={() => onShow(name)}>
      <bdi title={name}>{name}</bdi>
    </Link>
  )
}

/** Where the newest runs of all tokens hold none of this one, its last success is still known. */
function lastRun(run: SyncRun | undefined, { lastSyncAt }: Token, now: number): ReactNode {
  const words = text().overview.runs
  const state = run?.state ?? (lastSyncAt === null ? null : 'done')
  if (state === null) return <span className={styles.quiet}>{words.never}</span>
  const label = runStateLabel(state)
  const at = run ? (run.finishedAt ?? run.startedAt) : (lastSyncAt ?? now)
  return <StatusBadge {...label} text={words.lastEnded(label.text, formatAgo(at, now))} variant="plain" />
}
