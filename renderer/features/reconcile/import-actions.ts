import type { ImportProgress } from '../../../shared/contract/imports.ts'
import { REMARK_KINDS, type ImportRecord, type RemarkKind } from '../../../shared/model/import.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { fromResult, LOADING, startLoading, type Remote } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { readMoment } from '../../lib/typed-date.ts'
import { removeFile } from './file-actions.ts'
import { asOfFault } from './selectors.ts'
import type { RemarkPage, ReconcileStore } from './store.ts'
import { follow } from './work.ts'

const SHOWN_REMARKS = 200

export function showImport(store: ReconcileStore, desk: Desk): void {
  store.setState({ view: 'import', failure: null, wasCancelled: null })
  void loadImports(store, desk)
}

export async function loadImports(store: ReconcileStore, { api }: Desk): Promise<void> {
  store.setState(({ imports }) => ({ imports: startLoading(imports) }))
  store.setState({ imports: fromResult(await api.imports.list({})) })
}

/** Takes over the file that was looked at, as it was looked at. */
export async function runImport(store: ReconcileStore, desk: Desk): Promise<void> {
  const file = store.getState().files.import
  if (!file || file.path === null || file.preview.status !== 'ready') return
  if (asOfFault(file, Date.now()) !== '') return
  const { path, choices, remembers } = file
  const { sha256 } = file.preview.value
  const asOf = file.asOf === null ? null : readMoment(file.asOf)
  const record = await follow<ImportRecord, ImportProgress>(store, 'import', (options) =>
    desk.api.imports.run(
      { path, ...choices, sha256, ...(asOf === null ? {} : { asOf }), ...(remembers ? { remember: true } : {}) },
      options,
    ),
  )
  if (!record) return
  announce(desk.feedback, text().imports.place.done(record.counts.changed))
  removeFile(store, 'import')
  await Promise.all([loadImports(store, desk), openImport(store, desk, record)])
}

/** What came of an import, with the rows somebody may want to look at. */
export async function openImport(store: ReconcileStore, { api }: Desk, record: ImportRecord): Promise<void> {
  const { id } = record
  const loading = Object.fromEntries(REMARK_KINDS.map((kind) => [kind, LOADING]))
  store.setState({ view: 'import', imported: { record, remarks: loading } })
  const pages = await Promise.all(
    REMARK_KINDS.map(async (kind): Promise<[RemarkKind, Remote<RemarkPage>]> => {
      const page = await api.imports.remarks({ id, kind, offset: 0, limit: SHOWN_REMARKS })
      return [kind, fromResult(page)]
    }),
  )
  store.setState(({ imported }) =>
    imported?.record.id === id ? { imported: { record, remarks: Object.fromEntries(pages) } } : {},
  )
}

export function closeImport(store: ReconcileStore): void {
  store.setState({ imported: null })
}
