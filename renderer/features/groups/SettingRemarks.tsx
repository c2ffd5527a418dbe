import type { GroupDetails, GroupPage } from '../../../shared/model/group.ts'
import { text } from '../../lib/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import styles from './Groups.module.css'
import { nameOf } from './paths.ts'
import { valueText } from './setting-words.ts'

export type SettingRemarksProps = {
  readonly page: GroupPage
  readonly details: GroupDetails
  readonly onShowGroup: (group: string) => void
}

/** What is not to be seen from the setting alone: who forbids to override, and values that are kept but not used. */
export function SettingRemarks({ page, details, onShowGroup }: SettingRemarksProps) {
  const { setting } = text().groups
  const { current, value } = details.pages[page]
  const { forbiddenBy } = details.effective[page]
  if (forbiddenBy === null) {
    return current === 'inherit' && value !== null ? (
      <p className={styles.hint}>{setting.kept(valueText(page, value))}</p>
    ) : null
  }
  const name = nameOf(forbiddenBy)
  return (
    <div className={styles.remark}>
      <Icon name="lock" size="small" />
      <p>
        {current === 'override'
          ? setting.masked(valueText(page, value), name)
          : `${setting.forbidden} ${setting.forbiddenBy(name)}`}{' '}
        <Link onPress={() => onShowGroup(forbiddenBy)}>{setting.goTo(name)}</Link>
      </p>
    </div>
  )
}
