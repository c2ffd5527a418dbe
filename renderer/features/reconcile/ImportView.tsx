import { REMARK_KINDS, type ImportRecord } from '../../../shared/model/import.ts'
import { useDesk, type Desk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount, formatMoment } from '../../lib/format.ts'
import { valueOr } from '../../lib/remote.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, Facts } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PlainCell, PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx'
import { FileBox } from './FileBox.tsx'
import * as actions from './import-actions.ts'
import styles from './Reconcile.module.css'
import { RemarkList } from './RemarkList.tsx'
import { asOfFault } from './selectors.ts'
import type { ReconcilePageState, ReconcileStore } from './store.ts'
import { WorkNotice } from './WorkNotice.tsx'

export type ImportViewProps = { readonly store: ReconcileStore; readonly onShowDevices: () => void }

/** What the console says of its devices is taken over: a file, how it is read, what came of it. */
export function ImportView({ store, onShowDevices }: ImportViewProps) {
  const desk = useDesk()
  const file = useStore(store, (state) => state.files.import)
  const imported = useStore(store, (state) => state.imported)
  const isBusy = useStore(store, (state) => state.work !== null)
  const words = text().imports.place
  const now = useNow()
  const isRead = file?.preview.status === 'ready' && file.preview.value.mapping.serial !== undefined
  const isReady = isRead && asOfFault(file, now) === ''
  return (
    <>
      {imported ? (
        <Imported store={store} imported={imported} onShowDevices={onShowDevices} />
      ) : (
        <Card title={words.title}>
          <FileBox store={store} of="import" hint={words.intro} />
          <WorkNotice store={store} kind="import" />
          {file && !isBusy && (
            <div className={styles.actions}>
              <Button variant="primary" isDisabled={!isReady} onPress={() => void actions.runImport(store, desk)}>
                {words.run}
              </Button>
            </div>
          )}
        </Card>
      )}
      <Earlier store={store} />
    </>
  )
}

type ImportedProps = ImportViewProps & { readonly imported: NonNullable<ReconcilePageState['imported']> }

function Imported({ store, imported: { record, remarks }, onShowDevices }: ImportedProps) {
  const words = text().imports
  return (
    <Card
      title={record.fileName}
      actions={
        <>
          <Button icon="laptop" onPress={onShowDevices}>
            {words.place.showDevices}
          </Button>
          <Button icon="upload" onPress={() => actions.closeImport(store)}>
            {words.place.another}
          </Button>
        </>
      }
    >
      <Notice tone={record.counts.rejected > 0 ? 'warn' : 'good'} title={words.place.done(record.counts.changed)}>
        <p>
          {words.kinds[record.kind]} · {words.place.asOf(formatMoment(record.asOf))}
        </p>
      </Notice>
      <Facts facts={facts(record)} />
      {REMARK_KINDS.map((kind) => {
        const page = remarks[kind]
        if (page?.status === 'failed') return <FailureNotice key={kind} error={page.error} />
        return page?.status === 'ready' ? (
          <RemarkList key={kind} kind={kind} remarks={page.value.rows} total={page.value.total} />
        ) : null
      })}
    </Card>
  )
}

const COUNTS = [
  'rows',
  'accepted',
  'repaired',
  'rejected',
  'duplicates',
  'changed',
  'unchanged',
  'older',
  'unknown',
  'notUnderstood',
] as const

function facts({ counts }: ImportRecord) {
  const words = text().imports.place.counts
  return COUNTS.map((name) => ({ label: words[name], value: formatCount(counts[name]) }))
}

function Earlier({ store }: { readonly store: ReconcileStore }) {
  const desk = useDesk()
  const imports = useStore(store, (state) => state.imports)
  const words = text().imports
  const list = valueOr(imports, [])
  if (imports.status === 'failed') {
    return (
      <FailureNotice error={imports.error}>
        <Button onPress={() => void actions.loadImports(store, desk)}>{text().common.retry}</Button>
      </FailureNotice>
    )
  }
  if (list.length === 0) return null
  return (
    <div className={styles.history}>
      <h2>{words.place.history}</h2>
      <PlainTable label={words.place.history} columns={columns(store, desk)} rows={list} keyOf={({ id }) => id} />
    </div>
  )
}

function columns(store: ReconcileStore, desk: Desk): readonly PlainColumn<ImportRecord>[] {
  const words = text().imports
  const titles = words.place.historyColumns
  const count = (id: 'rows' | 'changed' | 'rejected'): PlainColumn<ImportRecord> => ({
    id,
    title: titles[id],
    align: 'end',
    render: ({ counts }) => formatCount(counts[id]),
  })
  return [
    { id: 'at', title: titles.at, render: ({ startedAt }) => formatMoment(startedAt) },
    {
      id: 'file',
      title: titles.file,
      render: (record) => (
        <Link onPress={() => void actions.openImport(store, desk, record)} label={words.place.openOne(record.fileName)}>
          <PlainCell text={record.fileName} />
        </Link>
      ),
    },
    { id: 'kind', title: titles.kind, render: ({ kind }) => words.kinds[kind] },
    { id: 'asOf', title: titles.asOf, render: ({ asOf }) => formatMoment(asOf) },
    count('rows'),
    count('changed'),
    count('rejected'),
  ]
}
