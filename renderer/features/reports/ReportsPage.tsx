import { useEffect } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { Page } from '../../ui/Page.tsx'
import { SideTabs } from '../../ui/SideTabs.tsx'
import * as actions from './actions.ts'
import { ExportsView } from './ExportsView.tsx'
import styles from './Reports.module.css'
import { ReportDialog } from './ReportDialog.tsx'
import { ReportView } from './ReportView.tsx'
import { ScheduleDialog } from './ScheduleDialog.tsx'
import { EXPORTS, type ReportsStore } from './store.ts'
import { reportName } from './words.ts'

/** Reports for people and other programs: presets, own ones, and those that write themselves. */
export function ReportsPage({ store }: { readonly store: ReportsStore }) {
  const desk = useDesk()
  const list = useStore(store, (state) => state.list)
  const words = text().reports.place
  useEffect(() => void actions.arrive(store, desk), [store, desk])
  return (
    <Page
      title={words.title}
      variant="full"
      actions={
        <Button icon="plus" onPress={() => actions.editNew(store)}>
          {words.make}
        </Button>
      }
    >
      {list.status === 'failed' && (
        <div className={styles.alone}>
          <FailureNotice error={list.error}>
            <Button onPress={() => void actions.loadReports(store, desk)}>{words.again}</Button>
          </FailureNotice>
        </div>
      )}
      {list.status === 'ready' && <Tabs store={store} />}
      <Dialogs store={store} />
    </Page>
  )
}

function Tabs({ store }: { readonly store: ReportsStore }) {
  const desk = useDesk()
  const list = useStore(store, (state) => state.list)
  const shown = useStore(store, (state) => state.shown)
  const words = text().reports.place
  const { reports, own } = list.status === 'ready' ? list.value : { reports: [], own: [] }
  const report = reports.find(({ ref }) => ref === shown)
  const tabs = [
    ...reports.map(({ ref, name, isPreset }) => ({
      value: ref,
      title: reportName(name),
      icon: isPreset ? ('file-text' as const) : ('pencil' as const),
    })),
    { value: EXPORTS, title: words.exports, icon: 'clock' as const },
  ]
  return (
    <SideTabs
      label={words.list}
      tabs={tabs}
      value={report ? shown : EXPORTS}
      onChange={(value) => void actions.showReport(store, desk, value)}
    >
      {report ? (
        <ReportView store={store} report={report} own={own.find(({ id }) => id === report.ref) ?? null} />
      ) : (
        <ExportsView store={store} />
      )}
    </SideTabs>
  )
}

function Dialogs({ store }: { readonly store: ReportsStore }) {
  const desk = useDesk()
  const draft = useStore(store, (state) => state.draft)
  const schedule = useStore(store, (state) => state.schedule)
  const removing = useStore(store, (state) => state.removing)
  const words = text().reports.place
  return (
    <>
      {draft && <ReportDialog store={store} draft={draft} />}
      {schedule && <ScheduleDialog store={store} schedule={schedule} />}
      {removing && (
        <ConfirmDialog
          title={words.removeTitle(removing.name)}
          isOpen
          confirmLabel={words.remove}
          onConfirm={() => void actions.removeReport(store, desk)}
          onCancel={() => actions.closeDialogs(store)}
        >
          {words.removeText}
        </ConfirmDialog>
      )}
    </>
  )
}
