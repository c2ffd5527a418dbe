import { formatCount } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { typeIcon } from './group-icons.ts'
import styles from './Groups.module.css'
import { PAGE_ICONS } from './setting-words.ts'
import type { IndexedGroup } from './tree-index.ts'

/** A group in the tree: what it is, how many devices, what is set here and what does not fit. */
export function GroupRow({ group }: { readonly group: IndexedGroup }) {
  const { marks, name, groupId, type, deviceCount } = group
  const { groups } = text()
  return (
    <>
      <span className={styles.typeIcon} title={type}>
        <Icon name={typeIcon(type)} size="small" />
      </span>
      <span className={styles.rowNames} title={group.path}>
        <bdi className={styles.rowName}>{name}</bdi>
        {groupId !== null && <bdi className={styles.rowId}>{groupId}</bdi>}
      </span>
      <span className={styles.marks}>
        {marks.sets.map((page) => (
          <span key={page} className={styles.mark} title={groups.tree.sets(groups.pagesInText[page])}>
            <Icon name={PAGE_ICONS[page]} size="small" />
          </span>
        ))}
        <ConflictMark group={group} />
      </span>
      <span className={styles.rowCount}>{formatCount(deviceCount)}</span>
    </>
  )
}

function ConflictMark({ group: { marks } }: { readonly group: IndexedGroup }) {
  const { tree } = text().groups
  if (marks.conflicts.length > 0) {
    return (
      <span className={styles.conflictMark} title={tree.conflicts(marks.conflicts.length)}>
        <Icon name="alert" size="small" />
      </span>
    )
  }
  if (marks.conflictsBelow === 0) return null
  return <span className={styles.belowMark} title={tree.conflictsBelow(marks.conflictsBelow)} />
}

/** Everything a row shows, as one name. */
export function rowName({ name, type, deviceCount, groupId, marks }: IndexedGroup): string {
  const { tree, pagesInText } = text().groups
  return [
    tree.row({ name, type, deviceCount }),
    ...(groupId === null ? [] : [groupId]),
    ...(marks.sets.length === 0 ? [] : [tree.sets(marks.sets.map((page) => pagesInText[page]).join(', '))]),
    ...(marks.conflicts.length === 0 ? [] : [tree.conflicts(marks.conflicts.length)]),
    ...(marks.conflictsBelow === 0 ? [] : [tree.conflictsBelow(marks.conflictsBelow)]),
  ].join(', ')
}
