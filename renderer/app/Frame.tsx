import { useCallback, useRef, useState, type ReactNode } from 'react'
import { cancelTask } from '../features/assignments/index.ts'
import { cancelExport, cancelMove } from '../features/devices/index.ts'
import { cancelBatch, cancelDiagnosis } from '../features/diagnosis/index.ts'
import { cancelNetworkCheck } from '../features/netcheck/index.ts'
import { openNotices, toggleNotices } from '../features/notices/index.ts'
import { cancelUpdate } from '../features/profiles/index.ts'
import { cancelWork } from '../features/reconcile/index.ts'
import { cancelRehearsal } from '../features/rehearsal/index.ts'
import { cancelRegistration } from '../features/registration-tokens/index.ts'
import { cancelReport } from '../features/reports/index.ts'
import { cancelRun } from '../features/sync/index.ts'
import { useStore } from '../lib/store.ts'
import { text } from '../lib/text.ts'
import { commandsOf } from './commands.ts'
import { reconcileJobs, registrationJobs, reportJobs, runningJobs, troubleshootJobs, type Job } from './jobs.ts'
import { KeyMap } from './KeyMap.tsx'
import type { PageStores } from './page.ts'
import { Palette } from './Palette.tsx'
import { openPalette } from './palette-store.ts'
import type { Place } from '../../shared/model/places.ts'
import type { Shortcut } from './shortcuts.ts'
import { Sidebar } from './Sidebar.tsx'
import { StatusStrip } from './StatusStrip.tsx'
import { useArrival } from './use-arrival.ts'
import { focusNextPart, useShortcuts } from './use-shortcuts.ts'
import styles from './Frame.module.css'

export type FrameProps = {
  readonly page: PageStores
  readonly place: Place
  readonly onGo: (place: Place) => void
  readonly onLock: () => void
  /** What stands over the window beside the chosen place: the notices. */
  readonly panel: ReactNode
  readonly children: ReactNode
}

/** The window: places at the side, the chosen one in the middle, running work below. */
export function Frame({ page, place, onGo, onLock, panel, children }: FrameProps) {
  const main = useRef<HTMLElement>(null)
  const [isKeyMapOpen, setIsKeyMapOpen] = useState(false)
  const showNotices = () => openNotices(page.notices)
  const answer = useCallback(
    (shortcut: Shortcut) => {
      if (shortcut.kind === 'palette') void openPalette(page.palette, page.desk)
      if (shortcut.kind === 'key-map') setIsKeyMapOpen(true)
      if (shortcut.kind === 'place') onGo(shortcut.place)
      if (shortcut.kind === 'next-part') focusNextPart(shortcut.isBack)
    },
    [page, onGo],
  )
  useShortcuts(page.desk.api, answer)
  useArrival(main, place)
  const windowCommands = { go: onGo, lock: onLock, openNotices: showNotices, openKeyMap: () => setIsKeyMapOpen(true) }
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => main.current?.querySelector('h1')?.focus()}>
        {text().frame.skip}
      </button>
      <Sidebar
        page={page}
        place={place}
        onGo={onGo}
        onOpenPalette={() => void openPalette(page.palette, page.desk)}
        onOpenNotices={() => toggleNotices(page.notices)}
        onOpenKeyMap={() => setIsKeyMapOpen(true)}
        onLock={onLock}
      />
      <main ref={main} className={styles.main}>
        {children}
      </main>
      {panel}
      <RunningWork page={page} />
      <Palette page={page} commands={() => commandsOf(page, windowCommands)} />
      <KeyMap isOpen={isKeyMapOpen} onClose={() => setIsKeyMapOpen(false)} />
    </div>
  )
}

function RunningWork({ page }: { readonly page: PageStores }) {
  const sync = useStore(page.sync)
  const exporting = useStore(page.devices, (state) => state.exporting)
  const moving = useStore(page.devices, (state) => state.moving)
  const task = useStore(page.assignments, (state) => state.task)
  const update = useStore(page.profiles, (state) => state.update)
  const diagnosis = useStore(page.diagnosis)
  const netcheck = useStore(page.netcheck)
  const rehearsal = useStore(page.rehearsal)
  const reconciling = useStore(page.reconcile, (state) => state.work)
  const registering = useStore(page.registrations, (state) => state.job)
  const reports = useStore(page.reports, (state) => state.running)
  const { isDemo, version } = useStore(page.shell)
  const cancel = ({ cancels }: Job) => {
    if (cancels?.kind === 'sync') cancelRun(page.sync, page.desk, cancels.tokenId)
    if (cancels?.kind === 'export') cancelExport(page.devices)
    if (cancels?.kind === 'move') cancelMove(page.devices)
    if (cancels?.kind === 'update') cancelUpdate(page.profiles)
    if (cancels?.kind === 'assignment') cancelTask(page.assignments)
    if (cancels?.kind === 'reconcile') cancelWork(page.reconcile)
    if (cancels?.kind === 'registration') cancelRegistration(page.registrations)
    if (cancels?.kind === 'report') cancelReport(page.desk, cancels.id)
    if (cancels?.kind === 'diagnosis') cancelDiagnosis(page.diagnosis)
    if (cancels?.kind === 'batch') cancelBatch(page.diagnosis)
    if (cancels?.kind === 'network') cancelNetworkCheck(page.netcheck)
    if (cancels?.kind === 'rehearsal') cancelRehearsal(page.rehearsal)
  }
  return (
    <StatusStrip
      jobs={[
        ...runningJobs(sync, { exporting, moving }, task, update),
        ...reconcileJobs(reconciling),
        ...registrationJobs(registering),
        ...reportJobs(reports),
        ...troubleshootJobs({ diagnosis, netcheck, rehearsal }),
      ]}
      isDemo={isDemo}
      version={version}
      onCancel={cancel}
    />
  )
}
