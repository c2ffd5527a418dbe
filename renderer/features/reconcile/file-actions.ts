import type { ImportField, ImportKind } from '../../../shared/model/import.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast } from '../../lib/feedback.ts'
import { formatCount } from '../../lib/format.ts'
import { givenPath } from '../../lib/given-file.ts'
import { fromResult, IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import type { FileChoices, FileRole, GivenFile, ReconcileStore } from './store.ts'

const EXTENSIONS = ['csv', 'txt', 'tsv', 'xlsx']

/** Takes a file that was dropped or chosen, and looks into it. */
export async function giveFile(store: ReconcileStore, desk: Desk, role: FileRole, file: File): Promise<void> {
  const given = begin(store, role, file.name)
  const path = await givenPath(desk, file, {
    signal: given.controller.signal,
    onProgress: (fraction) => change(store, role, given.controller, { fraction }),
  })
  if (path.ok) return read(store, desk, role, { ...given, path: path.value })
  if (path.error === 'too-large') change(store, role, given.controller, { isTooLarge: true, preview: IDLE })
  else change(store, role, given.controller, { preview: { status: 'failed', error: path.error } })
}

/** For files that are too large for the page. */
export async function chooseFile(store: ReconcileStore, desk: Desk, role: FileRole): Promise<void> {
  const chosen = await desk.api.shell.chooseOpenPath({ title: text().imports.file.choose, extensions: EXTENSIONS })
  if (!chosen.ok) return
  if (chosen.value === null) return toast(desk.feedback, text().imports.file.noDialog)
  const path = chosen.value
  const given = begin(store, role, path.split(/[\\/]/).at(-1) ?? path)
  await read(store, desk, role, { ...given, path })
}

export function removeFile(store: ReconcileStore, role: FileRole): void {
  store.getState().files[role]?.controller.abort()
  store.setState(({ files }) => ({ files: { ...files, [role]: null } }))
}

/** Reads the file once more, as a person says it is meant. */
export async function chooseKind(store: ReconcileStore, desk: Desk, role: FileRole, kind: ImportKind): Promise<void> {
  await readWith(store, desk, role, { kind })
}

/** Undefined: the field is in no column. */
export async function chooseColumn(
  store: ReconcileStore,
  desk: Desk,
  role: FileRole,
  { field, column }: { readonly field: ImportField; readonly column: number | undefined },
): Promise<void> {
  const file = store.getState().files[role]
  const { [field]: _before, ...rest } = file?.choices.mapping ?? file?.last?.mapping ?? {}
  await readWith(store, desk, role, { mapping: column === undefined ? rest : { ...rest, [field]: column } })
}

export async function readWith(store: ReconcileStore, desk: Desk, role: FileRole, part: FileChoices): Promise<void> {
  const file = store.getState().files[role]
  if (!file) return
  file.controller.abort()
  await read(store, desk, role, {
    ...file,
    choices: { ...file.choices, ...part },
    remembers: true,
    controller: new AbortController(),
  })
}

export function rememberColumns(store: ReconcileStore, role: FileRole, remembers: boolean): void {
  const file = store.getState().files[role]
  if (file) change(store, role, file.controller, { remembers })
}

/** Says which moment an imported list speaks of, in place of the file's own date. */
export function dateFile(store: ReconcileStore, role: FileRole, asOf: string): void {
  const file = store.getState().files[role]
  if (file) change(store, role, file.controller, { asOf })
}

/** Forgets what was chosen for files with this header, and guesses again. */
export async function guessAgain(store: ReconcileStore, desk: Desk, role: FileRole): Promise<void> {
  const file = store.getState().files[role]
  if (!file?.last) return
  if (file.last.isRemembered) await desk.api.imports.forgetMapping({ signature: file.last.signature })
  await read(store, desk, role, { ...file, choices: {}, remembers: false, controller: new AbortController() })
}

/** Keeps what was chosen for this header, where that was wanted. */
export async function keepColumns({ api }: Desk, file: GivenFile): Promise<void> {
  const { last, choices, remembers } = file
  if (!remembers || !last || last.signature === '' || (!choices.mapping && !choices.kind)) return
  await api.imports.saveMapping({ signature: last.signature, kind: last.kind, mapping: last.mapping })
}

function begin(store: ReconcileStore, role: FileRole, name: string): GivenFile {
  store.getState().files[role]?.controller.abort()
  const given: GivenFile = {
    name,
    path: null,
    fraction: 0,
    preview: LOADING,
    last: null,
    choices: {},
    asOf: null,
    remembers: false,
    isTooLarge: false,
    controller: new AbortController(),
  }
  store.setState(({ files }) => ({ files: { ...files, [role]: given }, imported: null, failure: null }))
  return given
}

async function read(store: ReconcileStore, { api, feedback }: Desk, role: FileRole, given: GivenFile): Promise<void> {
  const { path, choices, controller } = given
  if (path === null) return
  store.setState(({ files }) => ({ files: { ...files, [role]: { ...given, preview: LOADING, fraction: 0 } } }))
  const preview = await api.imports.preview(
    { path, ...choices },
    {
      signal: controller.signal,
      onProgress: ({ done, total }) =>
        change(store, role, controller, { fraction: total === 0 ? 1 : Math.min(1, done / total) }),
    },
  )
  if (store.getState().files[role]?.controller !== controller) return
  change(store, role, controller, {
    preview: fromResult(preview),
    ...(preview.ok ? { last: preview.value } : {}),
  })
  if (preview.ok) announce(feedback, countsText(preview.value.counts))
}

export function countsText({ rows, accepted, repaired, rejected }: NonNullable<GivenFile['last']>['counts']): string {
  const words = text().imports.file
  return words.counts(rows, formatCount(accepted), formatCount(repaired), formatCount(rejected))
}

/** Nothing where another file has taken its place meanwhile. */
function change(store: ReconcileStore, role: FileRole, controller: AbortController, part: Partial<GivenFile>): void {
  store.setState(({ files }) => {
    const file = files[role]
    return file?.controller === controller ? { files: { ...files, [role]: { ...file, ...part } } } : {}
  })
}
