import type { Command } from 'commander'
import type { ReconcileProgress } from '../../shared/contract/reconcile.ts'
import { AppError } from '../../shared/errors.ts'
import {
  VERDICTS,
  type Reconciliation,
  type ReconcileSource,
  type ReconcileRow,
  type Verdict,
} from '../../shared/model/reconcile.ts'
import { reconciliationSummary } from '../../shared/reconcile-text.ts'
import { MAX_PAGE_ROWS } from '../../shared/contract/devices.ts'
import type { Core } from '../core/core.ts'
import { unlockIfGiven, type CliContext } from './context.ts'
import { exportCall } from './devices.ts'
import { table } from './output.ts'
import type { Act } from './program.ts'

type Options = {
  readonly portal: string
  readonly console?: string
  readonly out?: string
  readonly offline?: boolean
}

/** Rows of a table: JSON and --out have all of them. */
const SHOWN_ROWS = 30

export function addReconcileCommands(program: Command, act: Act): void {
  program
    .command('reconcile')
    .requiredOption('--portal <file>', 'the list of the portal: CSV, text or XLSX')
    .option('--console <file>', 'the list of the console; without it the records here')
    .option('--out <file>', 'CSV file to write every row to')
    .option('--offline', 'does not ask Apple about what nothing here tells')
    .description('holds two lists of devices against each other, with cause and remedy of each difference')
    .action(act((context, _args, options: Options) => reconcile(context, options)))
}

async function reconcile(context: CliContext, { portal, console, out, offline = false }: Options): Promise<void> {
  const core = await unlockIfGiven(context)
  const { handlers } = core
  const wish = { portal: { path: portal }, console: console === undefined ? null : { path: console } }
  const call = context.call<ReconcileProgress>((progress) => context.output.progress(progressText(progress)))
  let made = await handlers.reconcile.start(wish, call)
  if (!offline) made = await ask(context, core, made)
  if (out !== undefined) {
    const { rows } = await handlers.reconcile.exportCsv(
      { id: made.id, verdicts: [...VERDICTS], path: out },
      exportCall(context),
    )
    context.output.say(`Wrote ${rows} rows to ${out}.`)
  }
  if (context.output.isJson) return writeJson(context, core, made)
  const text = await readable(context, core, made)
  await context.output.result(null, () => text)
}

/** Sets that ask for somebody's attention. */
const TOLD: readonly Verdict[] = ['mismatched', 'portal-only', 'console-only', 'duplicate', 'invalid']

async function readable({ call }: CliContext, core: Core, made: Reconciliation): Promise<string> {
  const sources = [made.portal, made.console].map((source, index) => [
    index === 0 ? 'Portal' : 'Console',
    source.kind === 'records' ? 'records of this store' : source.name,
    ...[source.rows, source.accepted, source.repaired, source.rejected].map(String),
  ])
  const { total, rows } = await core.handlers.reconcile.rows(
    { id: made.id, verdicts: [...TOLD], offset: 0, limit: SHOWN_ROWS },
    call(),
  )
  const listed = rows.map(({ serial, verdict, cause, remedy, other }) => [serial, verdict, cause, remedy, other])
  return [
    table(['List', 'File', 'Rows', 'Accepted', 'Repaired', 'Rejected'], sources),
    '',
    ...reconciliationSummary(made).map(({ text }) => text),
    ...(rows.length === 0 ? [] : ['', table(['Serial', 'Verdict', 'Cause', 'Remedy', 'Other'], listed)]),
    ...(total > rows.length
      ? [`… and ${total - rows.length} more: --json lists them all, --out FILE writes them.`]
      : []),
  ].join('\n')
}

/** Where the vault is open and a cause is unknown, Apple is asked; that it could not be asked is said, and no failure. */
async function ask(context: CliContext, { vault, handlers }: Core, made: Reconciliation): Promise<Reconciliation> {
  const isUnknown = made.causes.some(({ cause }) => cause === 'unknown-ask-apple')
  if (!isUnknown || vault.status().state !== 'unlocked') return made
  try {
    const call = context.call<ReconcileProgress>((progress) => context.output.progress(progressText(progress)))
    const { reconciliation, left } = await handlers.reconcile.askApple({ id: made.id }, call)
    if (left > 0) context.output.say(`Apple was not asked about ${left} further devices.`)
    return reconciliation
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    context.output.say(`Apple could not be asked (${error.code}): ${error.message}.`)
    return made
  }
}

function progressText({ phase, done, total }: ReconcileProgress): string {
  const share = total ? ` ${Math.round((done / total) * 100)} %` : ''
  return `${PHASES[phase]} …${share}`
}

const PHASES: Readonly<Record<ReconcileProgress['phase'], string>> = {
  portal: 'Reading the portal’s list',
  console: 'Reading the console’s list',
  comparing: 'Comparing',
  explaining: 'Looking for causes',
  saving: 'Keeping the result',
  asking: 'Asking Apple',
}

/** A million rows are no one string: the document is written in parts. */
async function writeJson({ output, call }: CliContext, core: Core, made: Reconciliation): Promise<void> {
  const { counts, id } = made
  const { invalid: _invalid, ...told } = counts
  const head = { id, portal: sourceJson(made.portal), console: sourceJson(made.console), ...told }
  const opening = JSON.stringify(head, null, 2).replace(/\n\}$/, '')
  await output.part(`${opening},\n  "rows": [`, ']')
  let isFirst = true
  const context = call()
  for (let offset = 0; ; offset += MAX_PAGE_ROWS) {
    context.signal.throwIfAborted()
    const { rows } = await core.handlers.reconcile.rows(
      { id, verdicts: [...VERDICTS], offset, limit: MAX_PAGE_ROWS },
      context,
    )
    if (rows.length === 0) break
    await output.part(
      `${isFirst ? '' : ','}\n    ${rows.map((row) => JSON.stringify(rowJson(row))).join(',\n    ')}`,
      ']',
    )
    isFirst = false
  }
  await output.part(`${isFirst ? '' : '\n  '}]\n}\n`)
}

function sourceJson({ rows, accepted, repaired, rejected, name, sha256 }: ReconcileSource) {
  return { rows, accepted, repaired, rejected, file: name === '' ? null : name, sha256 }
}

function rowJson({ serial, verdict, cause, remedy, other, portalLine, consoleLine, differences }: ReconcileRow) {
  return { serial, verdict, cause, remedy, other, portalLine, consoleLine, differences }
}
