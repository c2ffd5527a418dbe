import { GROUP_PAGES, type GroupDetails } from '../../../shared/model/group.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { loadGroups, chooseGroup } from './actions.ts'
import { previewChange } from './change-actions.ts'
import { ConflictList } from './ConflictList.tsx'
import { EmptyTree } from './EmptyTree.tsx'
import { GroupHead } from './GroupHead.tsx'
import styles from './Groups.module.css'
import { LayoutAdvice } from './LayoutAdvice.tsx'
import { PageCard } from './PageCard.tsx'
import { RuleCard } from './RuleCard.tsx'
import type { GroupsStore } from './store.ts'

export type NamedToken = { readonly name: string; readonly group: string }

export type GroupPanelProps = {
  readonly store: GroupsStore
  readonly tokens: readonly NamedToken[]
  readonly onShowDevices: (group: string) => void
}

/** The right side: the chosen group and what counts there. */
export function GroupPanel({ store, tokens, onShowDevices }: GroupPanelProps) {
  const desk = useDesk()
  const details = useStore(store, (state) => state.details)
  const isOnlyRoot = useStore(store, ({ loaded }) => loaded.status === 'ready' && loaded.value.index.byPath.size === 1)
  if (details.status === 'failed') {
    return (
      <div className={styles.panel}>
        <FailureNotice error={details.error}>
          <Button onPress={() => void loadGroups(store, desk)}>{text().common.retry}</Button>
        </FailureNotice>
      </div>
    )
  }
  if (details.status !== 'ready') return <div className={styles.panel} aria-busy="true" />
  return (
    <section className={styles.panel} aria-label={details.value.group.name}>
      <div className={styles.panelBody}>
        <GroupHead store={store} details={details.value} onShowDevices={onShowDevices} />
        {isOnlyRoot && <EmptyTree store={store} />}
        <ConflictList conflicts={details.value.conflicts} />
        <Pages store={store} details={details.value} tokens={tokens} />
        <RuleCard
          store={store}
          group={details.value.group.path}
          onShowGroup={(group) => void chooseGroup(store, desk, group)}
        />
        <LayoutAdvice />
      </div>
    </section>
  )
}

type PagesProps = Pick<GroupPanelProps, 'store' | 'tokens'> & { readonly details: GroupDetails }

function Pages({ store, details, tokens }: PagesProps) {
  const desk = useDesk()
  return GROUP_PAGES.map((page) => (
    <PageCard
      // What was being edited ends with what it was based on.
      key={`${details.group.path} ${page} ${JSON.stringify(details.pages[page])}`}
      page={page}
      details={details}
      tokens={tokens}
      onShowGroup={(group) => void chooseGroup(store, desk, group)}
      onPreview={(change) => void previewChange(store, desk, change)}
    />
  ))
}
