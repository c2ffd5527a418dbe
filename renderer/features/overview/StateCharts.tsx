import type { StageCounts } from '../../../shared/contract/reports.ts'
import type { DeviceFilter } from '../../../shared/model/device.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount } from '../../lib/format.ts'
import { valueOr, type Remote } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Link } from '../../ui/Link.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { countAll, countStates, dimensionTitle, DIMENSIONS, type Dimension, type StateCount } from './lifecycle.ts'
import { Section } from './Section.tsx'
import styles from './StateCharts.module.css'

export type StateChartsProps = {
  readonly counts: Remote<StageCounts>
  readonly onShowDevices: (filter: DeviceFilter) => void
  readonly onRetry: () => void
}

/** How many devices are in which state, by dimension. Every number leads to its list. */
export function StateCharts({ counts, onShowDevices, onRetry }: StateChartsProps) {
  const words = text().overview.devices
  const stages = valueOr(counts, null)
  const total = countAll(stages)
  const all = total !== null && total > 0 && <Link onPress={() => onShowDevices({})}>{words.total(total)}</Link>
  return (
    <Section title={words.title} aside={all}>
      {counts.status === 'failed' && (
        <FailureNotice error={counts.error}>
          <Button onPress={onRetry}>{text().common.retry}</Button>
        </FailureNotice>
      )}
      {counts.status !== 'failed' && (
        <div className={styles.charts}>
          {DIMENSIONS.map((dimension) => (
            <Chart key={dimension} dimension={dimension} stages={stages} onShow={onShowDevices} />
          ))}
        </div>
      )}
      {total === 0 && <p className={styles.quiet}>{words.none}</p>}
    </Section>
  )
}

type ChartProps = {
  readonly dimension: Dimension
  readonly stages: StageCounts | null
  readonly onShow: (filter: DeviceFilter) => void
}

function Chart({ dimension, stages, onShow }: ChartProps) {
  const title = dimensionTitle(dimension)
  return (
    <div className={styles.chart}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.bars} aria-label={title}>
        {countStates(dimension, stages).map((state) => (
          <Bar key={state.label.text} title={title} state={state} onPress={() => onShow(state.filter)} />
        ))}
      </ul>
    </div>
  )
}

type BarProps = { readonly title: string; readonly state: StateCount; readonly onPress: () => void }

function Bar({ title, state: { label, count, share }, onPress }: BarProps) {
  return (
    <li className={styles.bar}>
      <span className={styles.label}>
        <StatusBadge {...label} variant="plain" />
      </span>
      <span className={styles.count}>
        {count === null ? (
          '–'
        ) : count === 0 ? (
          formatCount(0)
        ) : (
          <Count title={title} name={label.text} count={count} onPress={onPress} />
        )}
      </span>
      <span className={styles.track} aria-hidden>
        <span
          className={classNames(styles.fill, styles[label.tone], share > 0 && styles.some)}
          style={{ width: `${share * 100}%` }}
        />
      </span>
    </li>
  )
}

type CountProps = {
  readonly title: string
  readonly name: string
  readonly count: number
  readonly onPress: () => void
}

function Count({ title, name, count, onPress }: CountProps) {
  return (
    <Link label={text().overview.devices.link(title, name, count)} onPress={onPress}>
      {formatCount(count)}
    </Link>
  )
}
