import { Fragment } from 'react'
import type { EffectiveSetting, GroupPage } from '../../../shared/model/group.ts'
import { text } from '../../lib/text.ts'
import { Link } from '../../ui/Link.tsx'
import { SpokenOnly } from '../../ui/SpokenOnly.tsx'
import styles from './Groups.module.css'
import { nameOf } from './paths.ts'
import { traceWords, valueText } from './setting-words.ts'

export type EffectiveValueProps = {
  readonly page: GroupPage
  /** The group that is shown; it is not linked to itself. */
  readonly group: string
  readonly effective: EffectiveSetting
  readonly onShowGroup: (group: string) => void
}

/** What counts here, where it comes from, and the way it was found. */
export function EffectiveValue({ page, group, effective, onShowGroup }: EffectiveValueProps) {
  const { setting, trace, noValue } = text().groups
  const { value, from } = effective
  return (
    <div className={styles.effective}>
      <p>
        <SpokenOnly>{`${setting.counts}: `}</SpokenOnly>
        <bdi className={value === null ? styles.noValue : styles.value}>
          {value === null ? noValue[page] : valueText(page, value)}
        </bdi>
        {from !== null && (
          <span className={styles.origin}>
            {from === group ? (
              setting.setHere
            ) : (
              <Link onPress={() => onShowGroup(from)}>{setting.setAt(nameOf(from))}</Link>
            )}
          </span>
        )}
      </p>
      <p className={styles.trace}>
        <span>{`${trace.label}: `}</span>
        {effective.trace.map((step, place) => (
          <Fragment key={step.group}>
            {place > 0 && <span aria-hidden>{' → '}</span>}
            <span className={styles.step}>
              <bdi className={styles.stepName}>{nameOf(step.group)}</bdi> {traceWords(step)}
            </span>
          </Fragment>
        ))}
      </p>
    </div>
  )
}
