import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, createWriteStream, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openReadOnlyDb } from '../../main/db/open.ts'
import type { ImportInput, ImportResult } from './imports-process.ts'
import { BENCH_FOLDER, benchStore, timed } from './list-stage.ts'
import { createRandom } from './seed.ts'

/**
 * A million rows of the console's list carried over into a million devices, every one of them with another user and another
 * name. Beside it SQLite's own shell: the same file read into a table, one UPDATE and one INSERT of a line for each time line,
 * in one transaction, which nobody else could write beside, and without repairs, dates, states or a way back.
 */
const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000)
const MEMORY_BOUND_MB = 500
const BUSY_BOUND_MS = 50
const SHELL = '/usr/bin/sqlite3'

const store = benchStore(ROWS)
const at = (name: string) => join(BENCH_FOLDER, name)
const [file, ours, theirs] = [at('import.csv'), at('import-ours.db'), at('import-theirs.db')]
await writeList(file)

copyFileSync(store, ours)
const result = await run({ dbPath: ours, path: file })
copyFileSync(store, theirs)
const shell = await timed(runShell)
const sizeMb = Math.round(statSync(file).size / 1e6)
for (const path of [file, ours, theirs]) for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })

const seconds = (ms: number) => Number((ms / 1000).toFixed(1))
const speed = (ms: number) => Math.round(ROWS / (ms / 1000))
console.table({
  ...Object.fromEntries(
    Object.entries(result.phases).map(([phase, ms]) => [
      `import, ${phase}`,
      { seconds: seconds(ms), 'rows/s': speed(ms) },
    ]),
  ),
  'import, whole': { seconds: seconds(result.ms), 'rows/s': speed(result.ms) },
  'sqlite3 shell': { seconds: seconds(shell.ms), 'rows/s': speed(shell.ms) },
})
console.log(`a file of ${sizeMb} MB; ${JSON.stringify(result.counts)}; ${result.reports} progress reports`)
const findings = [
  { isHeld: result.counts.changed === ROWS, text: `${result.counts.changed} of ${ROWS} devices changed` },
  {
    isHeld: result.maxRssMb <= MEMORY_BOUND_MB,
    text: `${Math.round(result.maxRssMb)} MB (≤ ${MEMORY_BOUND_MB} MB) memory of the whole process`,
  },
  {
    isHeld: result.busyMs <= BUSY_BOUND_MS,
    text: `${result.busyMs.toFixed(1)} ms (≤ ${BUSY_BOUND_MS} ms) longest time the main thread was busy meanwhile`,
  },
]
for (const { isHeld, text } of findings) console.log(`${isHeld ? 'ok  ' : 'OVER'}  ${text}`)
console.log(`      ${(result.ms / shell.ms).toFixed(2)} × the shell`)
process.exitCode = findings.every(({ isHeld }) => isHeld) ? 0 : 1

/** As the console writes it, in an order of its own. */
async function writeList(path: string): Promise<void> {
  const db = openReadOnlyDb(store)
  const serials = db.prepare('SELECT serial FROM devices').pluck().all() as string[]
  db.close()
  const random = createRandom(ROWS)
  for (let n = serials.length - 1; n > 0; n--) {
    const other = random(n + 1)
    ;[serials[n], serials[other]] = [serials[other]!, serials[n]!]
  }
  const out = createWriteStream(path)
  let part =
    'Serial Number,Friendly Name,Username,Email Address,Organization Group,Platform,Enrollment Status,Token Status,Last Seen\r\n'
  for (const [n, serial] of serials.entries()) {
    part += `${serial},new${n} iPad,new.user${n},new.user${n}@example.com,/Global/EMEA,Apple,Enrolled,Compliant,2026-09-1${random(9)}T08:11:12Z\r\n`
    if (part.length < 1 << 20) continue
    if (!out.write(part)) await once(out, 'drain')
    part = ''
  }
  out.end(part)
  await once(out, 'finish')
}

async function run(input: ImportInput): Promise<ImportResult> {
  const script = join(import.meta.dirname, 'imports-process.ts')
  const args = ['--disable-warning=ExperimentalWarning', script, JSON.stringify(input)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let last = ''
  createInterface({ input: child.stdout }).on('line', (line) => (last = line))
  await once(child, 'close')
  return JSON.parse(last) as ImportResult // printed by the script
}

function runShell(): void {
  const input = `
    CREATE TABLE list (serial TEXT PRIMARY KEY, friendly, user, mail, place, platform, status, token, seen) WITHOUT ROWID;
    BEGIN;

.import --csv --skip 1 ${file} list
    UPDATE devices SET enrollment_status = 4, token_status = 3, user_name = list.user, friendly_name = list.friendly,
      console_seen_at = unixepoch(list.seen) * 1000, console_at = 1, console_status = 4, console_status_at = 1,
      token_status_at = 1
      FROM list WHERE list.serial = devices.serial;
    INSERT INTO events (device_id, at, kind, detail)
      SELECT id, 1, 'console-told', json_object('user', json_array(NULL, user_name), 'friendlyName', json_array(NULL, friendly_name))
      FROM devices;
    DROP TABLE list;
    COMMIT;`
  const { status, stderr } = spawnSync(SHELL, [theirs], { input, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
