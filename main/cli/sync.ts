import type { Command } from 'commander'
import type { SyncProgress, SyncRun } from '../../shared/model/sync-run.ts'
import { AppError } from '../../shared/errors.ts'
import { unlockVault, type CliContext } from './context.ts'
import { exitCodeOfParts } from './exit-codes.ts'
import { failureWords } from './failure-words.ts'
import { runJson } from './json.ts'
import { table } from './output.ts'
import type { Act } from './program.ts'

type SyncOptions = {
  readonly token?: string
  readonly all?: boolean
  readonly full?: boolean
  readonly acceptEmpty?: boolean
  readonly ifDue?: boolean
}

export function addSyncCommands(program: Command, act: Act): void {
  program
    .command('sync')
    .description('reads devices from Apple: what changed, or with --full everything')
    .option('--token <token>', 'one token, by id or name')
    .option('--all', 'all tokens (the default)')
    .option('--full', 'a full fetch, which also finds what left silently')
    .option('--accept-empty', 'with --full: a list without any device is true, and all known devices have left')
    .option('--if-due', 'only tokens whose schedule says so')
    .action(act((context, _args, options: SyncOptions) => sync(context, options)))
}

async function sync(context: CliContext, options: SyncOptions): Promise<void> {
  if (options.token !== undefined && options.all) {
    throw new AppError('bad-input', 'give either --token or --all', { path: '--all' })
  }
  if (options.acceptEmpty && !options.full) {
    throw new AppError('bad-input', 'an empty list is accepted of a full fetch only', { path: '--accept-empty' })
  }
  const core = await unlockVault(context)
  const only = options.token === undefined ? undefined : core.tokens.find(options.token).id
  const runs = await core.sync.runMany(
    {
      ...(only && { tokenId: only }),
      full: options.full ?? false,
      acceptEmpty: options.acceptEmpty ?? false,
      onlyDue: options.ifDue ?? false,
    },
    context.call<SyncProgress>((progress) => context.output.progress(progressLine(progress))),
  )
  for (const run of runs) {
    if (run.state === 'skipped') context.output.say(`"${run.token}" is being synced by another process; skipped.`)
  }
  await context.output.result({ runs: runs.map(runJson) }, () => runTable(runs))
  context.exitCode = exitCodeOfParts(runs.map((run) => run.error?.code ?? null))
}

function progressLine({ token, phase, pages, received, reason }: SyncProgress): string {
  return `${token}: ${phase}${reason ? ` (${reason})` : ''}, ${pages} pages, ${received} devices`
}

function runTable(runs: readonly SyncRun[]): string {
  if (runs.length === 0) return 'Nothing to do: no token is due, or none is connected.'
  const rows = runs.map((run) => [
    run.token,
    run.mode,
    run.state,
    String(run.pages),
    String(run.received),
    String(run.added),
    String(run.modified),
    String(run.removed),
    String(run.unchanged),
    String(run.foundOnlyByFetch),
  ])
  const headers = [
    'TOKEN',
    'MODE',
    'STATE',
    'PAGES',
    'RECEIVED',
    'ADDED',
    'MODIFIED',
    'REMOVED',
    'UNCHANGED',
    'ONLY BY FETCH',
  ]
  const failures = runs.flatMap((run) => {
    if (run.warning === 'large-drop')
      return [`\n${run.token}: ${run.removed} devices were no longer listed. Compare with the portal.`]
    if (!run.error) return []
    const { title, detail, next } = failureWords(run.error)
    const how =
      run.error.code === 'sync.empty-list' ? '\nTo accept it: ade-desk sync --token NAME --full --accept-empty' : ''
    return [`\n${run.token}: ${title}. ${detail}\n${next}${how}`]
  })
  return [table(headers, rows), ...failures].join('\n')
}
