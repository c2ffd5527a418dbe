import type { Desk } from '../../lib/desk.ts'
import { findDevices, MIN_DEVICE_QUERY, TYPING_PAUSE_MS } from '../../lib/find-devices.ts'
import { findProblems, looksPasted, type Problem } from './problems.ts'
import type { DiagnosisStore, Setup } from './store.ts'

export function changeSetup(store: DiagnosisStore, part: Partial<Setup>): void {
  store.setState(({ setup }) => ({ setup: { ...setup, ...part } }))
}

/** Takes what was typed; devices that fit are offered once typing has paused. */
export async function typeSerial(store: DiagnosisStore, desk: Desk, serial: string): Promise<void> {
  changeSetup(store, { serial })
  const search = serial.trim()
  if (search.length < MIN_DEVICE_QUERY) return store.setState({ suggestions: [] })
  await new Promise((resolve) => setTimeout(resolve, TYPING_PAUSE_MS))
  const isCurrent = () => store.getState().setup.serial === serial
  if (!isCurrent()) return
  const found = await findDevices(desk, search)
  if (!isCurrent() || found.status !== 'ready') return
  store.setState({
    suggestions: found.value.devices.map((device) => ({ value: device.serial, detail: device.model ?? '' })),
  })
}

/**
 * Narrows the problems; what is chosen is always one of those in sight. A text with an error in it is read, and leads to
 * the problem that fits.
 */
export async function searchProblems(store: DiagnosisStore, { api }: Desk, search: string): Promise<void> {
  changeSetup(store, { search })
  if (!looksPasted(search)) {
    store.setState({ reading: null })
    return choosePresent(store, findProblems(search))
  }
  const read = await api.diagnosis.readText({ text: search })
  if (store.getState().setup.search === search) store.setState({ reading: read.ok ? read.value : null })
}

function choosePresent(store: DiagnosisStore, problems: readonly Problem[]): void {
  const { tree } = store.getState().setup
  const [first] = problems
  if (first && !problems.some((problem) => problem.tree === tree)) changeSetup(store, { tree: first.tree })
}
