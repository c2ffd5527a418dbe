import type { GroupDetails } from '../../../shared/model/group.ts'
import { useDesk } from '../../lib/desk.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Facts } from '../../ui/Card.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import { ActionMenu } from '../../ui/Menu.tsx'
import { ask, previewChange } from './change-actions.ts'
import { typeIcon } from './group-icons.ts'
import styles from './Groups.module.css'
import type { GroupsStore } from './store.ts'

export type GroupHeadProps = {
  readonly store: GroupsStore
  readonly details: GroupDetails
  readonly onShowDevices: (group: string) => void
}

/** Name, facts and actions of the chosen group. */
export function GroupHead({ store, details, onShowDevices }: GroupHeadProps) {
  const { group } = details
  const { panel } = text().groups
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <span className={styles.typeIcon}>
          <Icon name={typeIcon(group.type)} />
        </span>
        <h2 className={styles.headName}>
          <bdi>{group.name}</bdi>
        </h2>
        <Actions store={store} details={details} />
      </div>
      <Facts
        variant="lines"
        facts={[
          { label: panel.type, value: <bdi>{group.type}</bdi> },
          {
            label: panel.groupId,
            value:
              group.groupId === null ? (
                <span className={styles.quiet}>{panel.noGroupId}</span>
              ) : (
                <Copyable label={panel.groupIdName} value={group.groupId} variant="code" />
              ),
          },
          { label: panel.path, value: <Copyable label={panel.pathName} value={group.path} variant="code" /> },
          { label: panel.deviceCount, value: <DeviceCounts details={details} onShowDevices={onShowDevices} /> },
        ]}
      />
    </header>
  )
}

/** The list behind the link holds the whole branch, so the count of this very group is told without one. */
function DeviceCounts({ details, onShowDevices }: Pick<GroupHeadProps, 'details' | 'onShowDevices'>) {
  const { group, branchDeviceCount } = details
  const { panel } = text().groups
  const isWhole = branchDeviceCount === group.deviceCount
  const count = isWhole ? panel.here(branchDeviceCount) : panel.branch(branchDeviceCount)
  // The name begins with what is seen, so that it can be spoken.
  const label = `${count}: ${panel.showDevices(group.name, branchDeviceCount)}`
  return (
    <span className={styles.counts}>
      {!isWhole && <span>{panel.here(group.deviceCount)}</span>}
      <Link label={label} onPress={() => onShowDevices(group.path)}>
        {count}
      </Link>
    </span>
  )
}

function Actions({ store, details: { group } }: Pick<GroupHeadProps, 'store' | 'details'>) {
  const desk = useDesk()
  const { groups } = text()
  const isRoot = group.parent === null
  const open = (kind: 'add' | 'rename' | 'edit' | 'move') => ask(store, { kind, group: group.path })
  return (
    <div className={styles.headActions}>
      <Button isDisabled={isRoot} onPress={() => open('move')}>
        {groups.move}
      </Button>
      <Button onPress={() => open('rename')}>{groups.rename}</Button>
      <ActionMenu
        label={groups.more(group.name)}
        actions={[
          { id: 'add', text: groups.addHere, icon: 'plus', onAction: () => open('add') },
          { id: 'edit', text: groups.edit, icon: 'pencil', onAction: () => open('edit') },
          {
            id: 'remove',
            text: groups.remove,
            icon: 'trash',
            variant: 'danger',
            isDisabled: isRoot,
            onAction: () => void previewChange(store, desk, { kind: 'remove', group: group.path }),
          },
        ]}
      />
    </div>
  )
}
