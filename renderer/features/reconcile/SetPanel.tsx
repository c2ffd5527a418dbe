import { useCallback, useMemo } from 'react'
import type { Cause, ReconcileRow } from '../../../shared/model/reconcile.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount } from '../../lib/format.ts'
import { rowAt } from '../../lib/row-pages.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { CountTabs } from '../../ui/CountTabs.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { RowRange } from '../../ui/row-window.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'
import { VirtualTable } from '../../ui/VirtualTable.tsx'
import styles from './Reconcile.module.css'
import { rowColumns } from './row-columns.tsx'
import { countOf, SETS } from './selectors.ts'
import * as actions from './set-actions.ts'
import type { Opened, ReconcileStore } from './store.ts'
import { WorkNotice } from './WorkNotice.tsx'

const EVERY = 'every'
/** The order of the files: another one is not offered. */
const AS_IN_FILES = { column: '', direction: 'asc' } as const

export type SetPanelProps = {
  readonly store: ReconcileStore
  readonly opened: Opened
  readonly onChoose: () => void
}

/** The sets with their numbers; of one the rows, what they can be narrowed by, and what can be done with them. */
export function SetPanel({ store, opened, onChoose }: SetPanelProps) {
  const desk = useDesk()
  const { reconciliation, set } = opened
  const words = text()
  return (
    <CountTabs
      label={words.reconcilePage.result.sets}
      tabs={SETS.map((value) => ({
        value,
        text: words.reconcile.verdicts[value],
        count: formatCount(countOf(reconciliation, value)),
      }))}
      value={set.verdict}
      onChange={(verdict) => void actions.showSet(store, desk, { verdict })}
    >
      {reconciliation.hasRows ? (
        <>
          <Narrowing store={store} opened={opened} onChoose={onChoose} />
          <Exported store={store} />
          {set.failure && <FailureNotice error={set.failure} />}
          {set.total === 0 && !set.failure && <p className={styles.quiet}>{words.reconcilePage.result.noRows}</p>}
          {set.total !== 0 && <Rows store={store} opened={opened} />}
        </>
      ) : (
        <Notice tone="neutral" title={words.reconcilePage.result.rowsGone} />
      )}
    </CountTabs>
  )
}

function Narrowing({ store, opened: { reconciliation, set }, onChoose }: SetPanelProps) {
  const desk = useDesk()
  const isBusy = useStore(store, (state) => state.work !== null)
  const words = text().reconcilePage.result
  const { causeNames } = text().reconcile
  const causes = reconciliation.causes.filter(({ verdict }) => verdict === set.verdict)
  const isEmpty = set.total === null || set.total === 0
  const hasDevices = !isEmpty && set.verdict !== 'invalid'
  return (
    <div className={styles.bar}>
      <SearchField
        label={words.search}
        placeholder={words.searchPlaceholder}
        value={set.search}
        onSearch={(search) => void actions.narrow(store, desk, { search })}
      />
      {causes.length > 0 && (
        <Select
          label={words.cause}
          options={[
            { value: EVERY, text: words.everyCause },
            ...causes.map(({ cause, count }) => ({
              value: cause,
              text: words.causeCount(causeNames[cause], formatCount(count)),
            })),
          ]}
          value={set.cause ?? EVERY}
          onChange={(value: Cause | typeof EVERY) =>
            void actions.narrow(store, desk, { cause: value === EVERY ? null : value })
          }
        />
      )}
      <span className={styles.quiet}>{set.total === null ? '' : words.rows(set.total)}</span>
      <div className={styles.barActions}>
        <Button icon="laptop" isDisabled={!hasDevices} onPress={onChoose}>
          {words.toDevices}
        </Button>
        <Button icon="copy" isDisabled={!hasDevices} onPress={() => void actions.copySerials(store, desk)}>
          {words.copy}
        </Button>
        <Button icon="download" isDisabled={isEmpty || isBusy} onPress={() => void actions.exportSet(store, desk)}>
          {words.export}
        </Button>
      </div>
    </div>
  )
}

function Exported({ store }: { readonly store: ReconcileStore }) {
  const desk = useDesk()
  const exported = useStore(store, (state) => state.exported)
  const words = text()
  return (
    <>
      <WorkNotice store={store} kind="export" />
      {exported && (
        <Notice
          tone="good"
          title={words.reconcilePage.result.exported(exported.rows)}
          onDismiss={() => actions.dismissExport(store)}
          actions={
            <Button icon="folder" onPress={() => void desk.api.shell.revealFile({ path: exported.path })}>
              {words.devices.showFile}
            </Button>
          }
        >
          <Copyable label={words.devices.path} value={exported.path} />
        </Notice>
      )}
    </>
  )
}

function Rows({ store, opened: { set } }: Omit<SetPanelProps, 'onChoose'>) {
  const desk = useDesk()
  const columns = useMemo(() => rowColumns(set.verdict), [set.verdict])
  const { pages } = set
  const at = useCallback((index: number): ReconcileRow | undefined => rowAt(pages, index), [pages])
  const show = useCallback((range: RowRange) => actions.showRows(store, desk, range), [store, desk])
  return (
    <TableFrame rows={set.total ?? Infinity}>
      <VirtualTable
        label={text().reconcile.verdicts[set.verdict]}
        columns={columns}
        rowCount={set.total}
        rowAt={at}
        sort={AS_IN_FILES}
        onSort={() => {}}
        onVisibleRows={show}
        onOpen={(index) => actions.openRow(store, index)}
        scrollKey={String(set.key)}
      />
    </TableFrame>
  )
}
