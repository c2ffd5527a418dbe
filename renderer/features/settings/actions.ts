import type { SettingsChange } from '../../../shared/contract/settings.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast } from '../../lib/feedback.ts'
import { fromResult, LOADING, startLoading } from '../../lib/remote.ts'
import { followTask } from '../../lib/tasks.ts'
import { text } from '../../lib/text.ts'
import type { SettingsStore, SettingsTask } from './store.ts'

export async function loadSettings(store: SettingsStore, { api }: Desk): Promise<void> {
  store.setState((state) => ({
    settings: startLoading(state.settings),
    certificates: startLoading(state.certificates),
    network: startLoading(state.network),
  }))
  const [settings, certificates, network, about] = await Promise.all([
    api.settings.read({}),
    api.settings.certificates({}),
    api.settings.network({}),
    api.app.about({}),
  ])
  store.setState({
    settings: fromResult(settings),
    certificates: fromResult(certificates),
    network: fromResult(network),
    about: fromResult(about),
  })
}

/** Changed here, in another window's stead by the command line, or brought by a restore. */
export function receiveSettings(store: SettingsStore, desk: Desk, settings: Settings): void {
  const { settings: known } = store.getState()
  if (known.status !== 'ready') return
  store.setState({ settings: { status: 'ready', value: settings } })
  void refreshNetwork(store, desk)
}

async function refreshNetwork(store: SettingsStore, { api }: Desk): Promise<void> {
  const [certificates, network] = await Promise.all([api.settings.certificates({}), api.settings.network({})])
  store.setState({ certificates: fromResult(certificates), network: fromResult(network) })
}

/** True when it holds. What was wrong stands in `tasks`. */
export async function changeSettings(
  store: SettingsStore,
  desk: Desk,
  change: SettingsChange,
  task: SettingsTask,
): Promise<boolean> {
  const done = await followTask(store, task, desk.api.settings.change(change))
  if (!done) return false
  store.setState({ settings: { status: 'ready', value: done.value } })
  announce(desk.feedback, text().settings.saved)
  await refreshNetwork(store, desk)
  return true
}

/** Trusts every certificate of a file, beside those that are trusted already. */
export async function addCertificates(store: SettingsStore, desk: Desk, file: Uint8Array): Promise<void> {
  const read = await followTask(store, 'certificates', desk.api.settings.readCertificates({ file }))
  const { certificates } = store.getState()
  if (!read || certificates.status !== 'ready') return
  const before = certificates.value.map(({ pem }) => pem)
  const extraCertificates = [...new Set([...before, ...read.value.map(({ pem }) => pem)])]
  if (await changeSettings(store, desk, { extraCertificates }, 'certificates')) {
    toast(desk.feedback, text().settings.network.added(extraCertificates.length - before.length))
  }
}

export async function removeCertificate(store: SettingsStore, desk: Desk, fingerprint: string): Promise<void> {
  const { certificates } = store.getState()
  if (certificates.status !== 'ready') return
  const kept = certificates.value.filter(({ fingerprintSha256 }) => fingerprintSha256 !== fingerprint)
  await changeSettings(store, desk, { extraCertificates: kept.map(({ pem }) => pem) }, 'certificates')
}

export async function testNotice(store: SettingsStore, desk: Desk): Promise<void> {
  if (await followTask(store, 'test', desk.api.notices.test({}))) toast(desk.feedback, text().settings.notices.tested)
}

export async function checkStore(store: SettingsStore, { api, feedback }: Desk): Promise<void> {
  store.setState({ doctor: LOADING })
  const doctor = fromResult(await api.app.doctor({}))
  store.setState({ doctor })
  const words = text().settings.data
  if (doctor.status === 'ready') announce(feedback, doctor.value.store.integrity === 'ok' ? words.sound : words.damaged)
}

export async function openFolder(store: SettingsStore, desk: Desk, folder: 'data' | 'logs'): Promise<void> {
  await followTask(store, 'folder', desk.api.shell.openFolder({ folder }))
}

export async function saveDiagnostics(store: SettingsStore, desk: Desk): Promise<void> {
  const words = text().settings.diagnostics
  const suggestedName = words.fileName(new Date().toISOString().slice(0, 10))
  const chosen = await desk.api.shell.chooseSavePath({ suggestedName, title: words.dialogTitle })
  if (!chosen.ok || chosen.value === null) return
  const path = chosen.value
  if (await followTask(store, 'diagnostics', desk.api.shell.saveDiagnostics({ path }))) {
    store.setState({ diagnosticsPath: path })
    announce(desk.feedback, words.done)
  }
}

export function revealDiagnostics(store: SettingsStore, { api }: Desk): void {
  const { diagnosticsPath: path } = store.getState()
  if (path !== null) void api.shell.revealFile({ path })
}

/** The window changes after the answer. */
export async function switchDemo(store: SettingsStore, desk: Desk, wanted: boolean): Promise<void> {
  const { openDemo, leaveDemo } = desk.api.shell
  await followTask(store, 'demo', wanted ? openDemo({}) : leaveDemo({}))
}
