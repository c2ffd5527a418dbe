import type { OwnReport, ReportSummary } from '../../../shared/model/report.ts'
import { PRESET_CONTENT, isReportPreset } from '../../../shared/model/report-presets.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { PlainCell, PlainTable } from '../../ui/PlainTable.tsx'
import * as actions from './actions.ts'
import styles from './Reports.module.css'
import type { ReportsStore } from './store.ts'
import { reportName, reportWhat } from './words.ts'
import { WritingNotice } from './WritingNotice.tsx'

export type ReportViewProps = {
  readonly store: ReportsStore
  readonly report: ReportSummary
  /** Null for a preset. */
  readonly own: OwnReport | null
}

/** One report: what it holds, its first rows, and what can be done with it. */
export function ReportView({ store, report, own }: ReportViewProps) {
  const desk = useDesk()
  const isWriting = useStore(store, (state) => state.writing !== null)
  const words = text().reports.place
  const [first, second] = own?.fileType === 'xlsx' ? (['xlsx', 'csv'] as const) : (['csv', 'xlsx'] as const)
  const label = { csv: words.export, xlsx: words.exportSheet }
  const write = (fileType: 'csv' | 'xlsx') => void actions.exportReport(store, desk, { report, fileType })
  return (
    <section className={styles.view} aria-label={reportName(report.name)}>
      <header className={styles.head}>
        <div className={styles.heading}>
          <h2>
            <bdi>{reportName(report.name)}</bdi>
          </h2>
          <p className={styles.quiet}>{reportWhat(report.ref)}</p>
        </div>
        <div className={styles.actions}>
          <Button variant="primary" icon="download" isDisabled={isWriting} onPress={() => write(first)}>
            {label[first]}
          </Button>
          <Button isDisabled={isWriting} onPress={() => write(second)}>
            {label[second]}
          </Button>
          <Button icon="clock" onPress={() => actions.scheduleReport(store, report)}>
            {words.schedule}
          </Button>
          <ChangeButtons store={store} report={report} own={own} />
        </div>
      </header>
      <WritingNotice store={store} />
      <Preview store={store} name={reportName(report.name)} />
    </section>
  )
}

function ChangeButtons({ store, report, own }: ReportViewProps) {
  const words = text().reports.place
  if (own) {
    return (
      <>
        <Button icon="pencil" onPress={() => actions.editReport(store, own)}>
          {words.edit}
        </Button>
        <Button icon="trash" onPress={() => store.setState({ removing: report })}>
          {words.remove}
        </Button>
      </>
    )
  }
  const isOfDevices = isReportPreset(report.ref) && PRESET_CONTENT[report.ref].kind === 'devices'
  if (!isOfDevices) return null
  return (
    <Button icon="copy" onPress={() => actions.editNew(store, report.ref)}>
      {words.copy}
    </Button>
  )
}

function Preview({ store, name }: { readonly store: ReportsStore; readonly name: string }) {
  const desk = useDesk()
  const preview = useStore(store, (state) => state.preview)
  const words = text().reports.place
  if (preview.status === 'failed') {
    return (
      <FailureNotice error={preview.error}>
        <Button onPress={() => void actions.loadPreview(store, desk)}>{words.again}</Button>
      </FailureNotice>
    )
  }
  if (preview.status !== 'ready') return null
  const { titles, rows, total } = preview.value
  if (total === 0) return <p className={styles.quiet}>{words.noRows}</p>
  const columns = titles.map((title, place) => ({
    id: title,
    title,
    render: ({ cells }: PreviewRow) => <PlainCell text={cells[place] ?? ''} />,
  }))
  return (
    <>
      <p className={styles.quiet}>{words.preview(formatCount(rows.length), formatCount(total))}</p>
      <PlainTable
        label={words.previewLabel(name)}
        columns={columns}
        rows={rows.map((cells, line) => ({ cells, line }))}
        keyOf={({ line }) => line}
      />
    </>
  )
}

type PreviewRow = { readonly cells: readonly string[]; readonly line: number }
