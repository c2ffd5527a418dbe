import { MAX_NAMED_SERIALS } from '../../../shared/contract/devices.ts'
import { toSerial, type Serial } from '../../../shared/model/ids.ts'
import type { Desk } from '../../lib/desk.ts'
import type { Remote } from '../../lib/remote.ts'
import type { Chosen } from './store.ts'

/** The devices of a selection by name, for what is done only with devices that were named. */
export async function readSerials({ api }: Desk, { selection, count }: Chosen): Promise<Remote<readonly Serial[]>> {
  if (selection.kind === 'serials') return { status: 'ready', value: selection.serials }
  if (count > MAX_NAMED_SERIALS) return { status: 'idle' }
  const view = await api.devices.openView({
    filter: selection.filter,
    sort: { column: 'serial', direction: 'asc' },
  })
  if (!view.ok) return { status: 'failed', error: view.error }
  const { view: id, total } = view.value
  const except = new Set(selection.except)
  const isTooMany = total - except.size > MAX_NAMED_SERIALS
  const lines = isTooMany ? undefined : await readAll(api, id, total)
  void api.devices.closeView({ view: id })
  if (lines === undefined) return { status: 'idle' }
  if (!lines.ok) return { status: 'failed', error: lines.error }
  return { status: 'ready', value: lines.value.filter((serial) => !except.has(serial)) }
}

async function readAll(api: Desk['api'], view: number, total: number) {
  const serials: Serial[] = []
  for (let offset = 0; offset < total; offset += MAX_NAMED_SERIALS) {
    const lines = await api.devices.serials({ view, offset, limit: MAX_NAMED_SERIALS })
    if (!lines.ok) return lines
    if (lines.value !== '') serials.push(...lines.value.split('\n').map(toSerial))
  }
  return { ok: true as const, value: serials }
}
