import type { HostCategory } from '../../../shared/model/network-check.ts'
import { describeNetwork, networkCsv, networkText } from '../../../shared/network-report.ts'
import type { Failure } from '../../lib/api.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { fromResult, IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { readFurtherHosts } from './further-hosts.ts'
import { textPage } from './text-page.ts'
import type { NetcheckStore } from './store.ts'

export function chooseCategories(store: NetcheckStore, categories: readonly HostCategory[]): void {
  store.setState({ categories })
}

/** Checks what is chosen. A wrong line of further hosts starts nothing: the field says so. */
export async function runNetworkCheck(store: NetcheckStore, { api, feedback }: Desk): Promise<void> {
  const { categories, hosts, run } = store.getState()
  const further = readFurtherHosts(hosts)
  if (run || !further.ok) return
  const controller = new AbortController()
  store.setState({ run: { controller, progress: null }, shown: null, saving: IDLE })
  const result = await api.netcheck.run(
    { categories: [...categories], hosts: [...further.hosts] },
    {
      signal: controller.signal,
      onProgress: (progress) =>
        store.setState(({ run: now }) => (now?.controller === controller ? { run: { controller, progress } } : {})),
    },
  )
  store.setState({ run: null })
  if (result.ok) {
    store.setState({ check: fromResult(result) })
    announce(feedback, text().troubleshoot.network.announced(describeNetwork(result.value, text().netcheck).title))
  } else if (result.error.code === 'cancelled') announce(feedback, text().troubleshoot.network.cancelled)
  else store.setState({ check: fromResult(result) })
}

export function cancelNetworkCheck(store: NetcheckStore): void {
  store.getState().run?.controller.abort()
}

/** The table a network team can act on. */
export async function saveNetworkCheck(store: NetcheckStore, { api }: Desk, format: 'csv' | 'pdf'): Promise<void> {
  const { check } = store.getState()
  if (check.status !== 'ready') return
  const fail = (error: Failure) => store.setState({ saving: { status: 'failed', error } })
  const words = text().troubleshoot
  const suggestedName = `network-check-${new Date(check.value.startedAt).toISOString().slice(0, 10)}.${format}`
  const chosen = await api.shell.chooseSavePath({ suggestedName, title: words.network.csvTitle })
  if (!chosen.ok) return fail(chosen.error)
  const path = chosen.value
  if (path === null) return
  store.setState({ saving: LOADING })
  const saved = await (format === 'csv'
    ? api.shell.saveText({ path, text: networkCsv(check.value, text().netcheck) })
    : api.shell.savePdf({ path, html: textPage(words.sections.network, networkText(check.value, text().netcheck)) }))
  if (!saved.ok) return fail(saved.error)
  store.setState({ saving: { status: 'ready', value: path } })
}

export async function revealSaved(store: NetcheckStore, { api }: Desk): Promise<void> {
  const { saving } = store.getState()
  if (saving.status === 'ready') await api.shell.revealFile({ path: saving.value })
}

export function forgetSaved(store: NetcheckStore): void {
  store.setState({ saving: IDLE })
}

/** Pressing the column that sorts turns the order round. */
export function sortHosts(store: NetcheckStore, column: string): void {
  store.setState(({ sort }) => ({
    sort: { column, direction: sort.column === column && sort.direction === 'asc' ? 'desc' : 'asc' },
  }))
}
