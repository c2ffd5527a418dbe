import type { GroupConflict, GroupPage, GroupPreview } from '../../../shared/model/group.ts'
import { text } from '../../lib/text.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ConflictList } from './ConflictList.tsx'
import styles from './Groups.module.css'
import { nameOf } from './paths.ts'
import { changedGroupCount, isRefused, newConflicts, previewLines, type PreviewLine } from './preview-lines.ts'
import { PAGE_ICONS, valueText } from './setting-words.ts'

const SHOWN_LINES = 20
const SHOWN_GROUPS = 50
const SHOWN_CONFLICTS = 10

export type PreviewBodyProps = {
  readonly preview: GroupPreview
  /** Conflicts of the tree as it is. */
  readonly standing: readonly GroupConflict[]
}

/** What would count where, and what stands against it. */
export function PreviewBody({ preview, standing }: PreviewBodyProps) {
  const lines = previewLines(preview)
  const unlisted = new Set(lines.slice(SHOWN_LINES).flatMap(({ groups }) => groups)).size
  const { preview: words } = text().groups
  const conflicts = newConflicts(preview, standing)
  const further = conflicts.length - SHOWN_CONFLICTS
  return (
    <>
      {conflicts.length > 0 && <h3>{isRefused(preview) ? words.refused : words.warned}</h3>}
      <ConflictList conflicts={conflicts.slice(0, SHOWN_CONFLICTS)} />
      {further > 0 && <p className={styles.quiet}>{words.furtherConflicts(further)}</p>}
      <p className={styles.strong}>{summary(preview)}</p>
      {lines.slice(0, SHOWN_LINES).map((line) => (
        <Line key={`${line.page} ${line.groups[0]}`} line={line} />
      ))}
      {unlisted > 0 && <p className={styles.quiet}>{words.furtherGroups(unlisted)}</p>}
    </>
  )
}

function summary(preview: GroupPreview): string {
  const { preview: words } = text().groups
  if (preview.deviceCount > 0) return words.some(preview.deviceCount)
  const groups = changedGroupCount(preview)
  return groups > 0 ? words.groupsOnly(groups) : words.none
}

function Line({ line }: { readonly line: PreviewLine }) {
  const { preview: words, pages } = text().groups
  const rest = line.groups.length - SHOWN_GROUPS
  return (
    <section className={styles.line} aria-label={pages[line.page]}>
      <p className={styles.lineHead}>
        <Icon name={PAGE_ICONS[line.page]} size="small" />
        <span className={styles.strong}>{pages[line.page]}</span>
        <span className={styles.reach}>{words.reach(line.deviceCount, line.groups.length)}</span>
      </p>
      <dl className={styles.sides}>
        <Side label={words.before} page={line.page} {...line.before} />
        <Side label={words.after} page={line.page} {...line.after} />
      </dl>
      <Disclosure title={words.affected(line.groups.length)}>
        <ul className={styles.affected}>
          {line.groups.slice(0, SHOWN_GROUPS).map((group) => (
            <li key={group}>
              <bdi>{group}</bdi>
            </li>
          ))}
          {rest > 0 && <li className={styles.quiet}>{words.furtherGroups(rest)}</li>}
        </ul>
      </Disclosure>
    </section>
  )
}

type SideProps = {
  readonly label: string
  readonly page: GroupPage
  readonly value: string | null
  readonly from: string | null
}

function Side({ label, page, value, from }: SideProps) {
  const { preview: words } = text().groups
  return (
    <div className={styles.sideLine}>
      <dt className={styles.quiet}>{label}</dt>
      <dd>
        <bdi>{valueText(page, value)}</bdi>{' '}
        <span className={styles.quiet} title={from ?? ''}>
          {from === null ? words.fromNobody : words.from(nameOf(from))}
        </span>
      </dd>
    </div>
  )
}
