import { spawnSync } from 'node:child_process'
import { statSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DEVICE_COLUMNS } from '../../shared/model/device.ts'
import { BENCH_FOLDER, benchStore, DEVICE_COUNT, percentile, startBenchReader, timed } from './list-stage.ts'

/**
 * The lifecycle report of a million devices, beside SQLite's own shell writing the same columns with the same content:
 * words for their numbers, ISO times. The shell neither guards against formulas nor reports progress.
 */
const RATIO_BOUND = 2
const SHELL = '/usr/bin/sqlite3'

const dbPath = benchStore(DEVICE_COUNT)
const ours = join(BENCH_FOLDER, 'ours.csv')
const theirs = join(BENCH_FOLDER, 'theirs.csv')

const shell = await timed(() => {
  const input = `.mode csv\n.headers on\n.output ${theirs}\n${shellQuery()};\n`
  const { status, stderr } = spawnSync(SHELL, ['-readonly', dbPath], { input, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
})

const reader = startBenchReader(dbPath)
const signal = new AbortController().signal
const start = { filter: {}, sort: { column: 'serial', direction: 'asc' } } as const
await reader.ready
const { view } = await reader.api.openView(start, { signal, report: () => {} })
let reports = 0
const loop = monitorEventLoopDelay({ resolution: 5 })
loop.enable()
const waits: number[] = []
const done = new AbortController()
const pages = (async () => {
  while (!done.signal.aborted) {
    const page = await timed(() => reader.api.rows({ view, offset: 500, limit: 100 }, { signal, report: () => {} }))
    waits.push(page.ms)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
})()
const index = await timed(() =>
  reader.api.exportCsv({ ...start, path: ours }, { signal, report: () => void reports++ }),
)
done.abort()
await pages
loop.disable()
await reader.stop()

const ratio = index.ms / shell.ms
console.table({
  'sqlite3 shell, same columns': { seconds: seconds(shell.ms), megabytes: megabytes(theirs), rows: DEVICE_COUNT },
  'lifecycle report': { seconds: seconds(index.ms), megabytes: megabytes(ours), rows: index.value.rows },
})
console.log(`ratio ${ratio.toFixed(2)} (bound ${RATIO_BOUND}); ${reports} progress reports;`)
console.log(
  `pages of the list meanwhile: p95 ${percentile(waits, 0.95).toFixed(1)} ms; main thread blocked at most ${(loop.max / 1e6).toFixed(1)} ms`,
)
rmSync(ours)
rmSync(theirs)
process.exitCode = ratio <= RATIO_BOUND ? 0 : 1

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}

function megabytes(path: string): number {
  return Math.round(statSync(path).size / 1e6)
}

function shellQuery(): string {
  const word = (name: string) => [`${name}.text`, `LEFT JOIN words ${name} ON ${name}.id = d.${name}_id`] as const
  const time = (column: string) => [`strftime('%Y-%m-%dT%H:%M:%fZ', d.${column} / 1000.0, 'unixepoch')`, ''] as const
  const list = (column: string, words: readonly string[]) =>
    [`CASE d.${column} ${words.map((text, code) => `WHEN ${code} THEN '${text}'`).join(' ')} END`, ''] as const
  const columns: Record<(typeof DEVICE_COLUMNS)[number], readonly [expression: string, join: string]> = {
    serial: ['d.serial', ''],
    model: word('model'),
    description: word('description'),
    color: word('color'),
    assetTag: ['d.asset_tag', ''],
    family: word('family'),
    os: word('os'),
    token: ['t.name', 'LEFT JOIN tokens t ON t.no = d.token_no'],
    group: ['g.name', 'LEFT JOIN groups g ON g.no = ifnull(d.group_no, t.group_no)'],
    atApple: list('at_apple', ['unknown', 'present', 'gone']),
    goneSince: time('gone_since_at'),
    goneReason: word('gone_reason'),
    profileStatus: word('profile_status'),
    profileUuid: word('profile_uuid'),
    profileName: ['NULL', ''],
    assignment: list('assignment', ['none', 'in-progress', 'assigned', 'failed', 'throttled', 'not-accessible']),
    assignmentError: word('assignment_error'),
    nextAttemptAt: time('next_attempt_at'),
    enrollmentStatus: list('enrollment_status', [
      'unknown',
      'discovered',
      'registered',
      'in-progress',
      'enrolled',
      'unenrolled',
      'blocked',
    ]),
    user: ['d.user_name', ''],
    friendlyName: ['d.friendly_name', ''],
    consoleLastSeenAt: time('console_seen_at'),
    consoleAsOf: time('console_at'),
    tokenStatus: list('token_status', ['none', 'registration-active', 'registration-expired', 'compliant']),
    assignedDate: time('assigned_date_at'),
    assignedBy: word('assigned_by'),
    profileAssignTime: time('profile_assign_at'),
    profilePushTime: time('profile_push_at'),
    migrationDeadline: time('migration_deadline_at'),
    firstSeenAt: time('first_seen_at'),
    lastSeenAt: time('last_seen_at'),
  }
  const parts = DEVICE_COLUMNS.map((column) => columns[column])
  const joins = parts.map(([, join]) => join).join(' ')
  return `SELECT ${parts.map(([expression]) => expression).join(', ')} FROM devices d ${joins} ORDER BY d.serial`
}
