import { MAX_NAMED_SERIALS } from '../../../shared/contract/devices.ts'
import { toSerial, type Serial } from '../../../shared/model/ids.ts'
import { copyText } from '../../lib/copy-text.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast, toastRefusal } from '../../lib/feedback.ts'
import { formatCount } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { chooseDevices } from './list-actions.ts'
import { rowAt } from './row-pages.ts'
import { countSelected, isSelected, NOTHING, selectAll, withDevices, type Selection } from './selection.ts'
import { selectedCount } from './selectors.ts'
import type { DevicesStore } from './store.ts'

/** A row that is still on its way cannot be chosen. */
export function toggleRow(store: DevicesStore, desk: Desk, index: number): void {
  const { pages, selection } = store.getState()
  const device = rowAt(pages, index)
  if (!device) return
  choose(store, desk, withDevices(selection, [device.serial], !isSelected(selection, device.serial)))
}

export function chooseAll(store: DevicesStore, desk: Desk): void {
  choose(store, desk, selectAll(store.getState().filter))
}

export function chooseNothing(store: DevicesStore, desk: Desk): void {
  choose(store, desk, NOTHING)
}

/** Chooses devices that another place has named, in the list without a filter. */
export function selectSerials(store: DevicesStore, desk: Desk, serials: readonly Serial[]): void {
  chooseDevices(store, desk, {})
  choose(store, desk, withDevices(NOTHING, serials, true))
}

/** All rows between the two, both included, beside what was chosen before the range began. */
export async function chooseRange(store: DevicesStore, desk: Desk, anchor: number, index: number): Promise<void> {
  const { range: before, selection, view } = store.getState()
  if (view.status !== 'ready') return
  const range = before?.anchor === anchor ? before : { anchor, base: selection }
  store.setState({ range })
  const [first, end] = [Math.min(anchor, index), Math.max(anchor, index) + 1]
  if (first === 0 && end >= view.value.total) {
    choose(store, desk, selectAll(store.getState().filter), range)
    return
  }
  if (end - first > MAX_NAMED_SERIALS) return refuse(desk)
  const serials = await serialsBetween(store, desk, first, end)
  // Another range was begun, or this one went on, while the serial numbers were on their way.
  if (!serials || store.getState().range !== range) return
  choose(store, desk, withDevices(range.base, serials, true), range)
}

async function serialsBetween(
  store: DevicesStore,
  { api }: Desk,
  first: number,
  end: number,
): Promise<readonly Serial[] | undefined> {
  const { pages, view } = store.getState()
  const known: Serial[] = []
  for (let index = first; index < end; index++) {
    const device = rowAt(pages, index)
    if (!device) break
    known.push(device.serial)
  }
  if (known.length === end - first) return known
  if (view.status !== 'ready') return undefined
  const lines = await api.devices.serials({ view: view.value.view, offset: first, limit: end - first })
  return lines.ok ? toSerials(lines.value) : undefined
}

export function toSerials(lines: string): readonly Serial[] {
  return lines === '' ? [] : lines.split('\n').map(toSerial)
}

/** Puts the chosen serial numbers on the clipboard, a line each. */
export async function copySerials(store: DevicesStore, desk: Desk): Promise<void> {
  const { selection, view } = store.getState()
  if (view.status !== 'ready') return
  let serials: readonly Serial[]
  if (selection.kind === 'serials') serials = [...selection.serials]
  else {
    const { view: id, total } = view.value
    if (countSelected(selection, total) > MAX_NAMED_SERIALS) return refuse(desk)
    const limit = Math.min(total, MAX_NAMED_SERIALS)
    const lines = await desk.api.devices.serials({ view: id, offset: 0, limit })
    if (!lines.ok) return
    serials = toSerials(lines.value).filter((serial) => !selection.except.has(serial))
  }
  if (!(await copyText(desk, serials.join('\n')))) return
  toast(desk.feedback, text().devices.selection.copied(serials.length))
}

type Range = NonNullable<ReturnType<DevicesStore['getState']>['range']>

function choose(store: DevicesStore, desk: Desk, selection: Selection | undefined, range: Range | null = null): void {
  if (!selection) return refuse(desk)
  store.setState({ selection, range })
  const count = selectedCount(store.getState())
  const words = text().devices.selection
  announce(desk.feedback, count === 0 ? words.cleared : words.announced(count))
}

function refuse({ feedback }: Desk): void {
  toastRefusal(feedback, text().devices.selection.tooMany(formatCount(MAX_NAMED_SERIALS)))
}
