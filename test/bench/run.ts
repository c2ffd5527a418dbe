/**
 * `npm run bench`: every benchmark, one after the other, each in a process of its own; `npm run bench -- sync views` only
 * these. What they print is kept in `docs/benchmarks.md`, each in its section, and what people wrote there stays; each
 * figure stands beside its peer or floor of the same run, because machines differ.
 */
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const BENCHES = [
  { file: 'sync.ts', title: 'Sync: the server waited for, the write path, memory, the main thread' },
  { file: 'assign.ts', title: 'Assigning a profile: the server waited for' },
  { file: 'views.ts', title: 'Views of a million devices' },
  { file: 'search.ts', title: 'Search in a million devices' },
  { file: 'csv.ts', title: 'Export of a million devices' },
  { file: 'imports.ts', title: 'A million rows of the console carried over' },
  { file: 'reconcile.ts', title: 'A million rows against a million: DuckDB' },
  { file: 'diagnose.ts', title: 'Diagnoses: beyond the servers’ own waiting, beside a host that hangs, many at once' },
  { file: 'window.ts', title: 'The window over a million devices' },
  { file: 'groups.ts', title: 'A tree of five thousand groups over a million devices' },
] as const

const wanted = process.argv.slice(2)
const chosen = BENCHES.filter(({ file }) => wanted.length === 0 || wanted.includes(path.parse(file).name))
const KEPT_IN = 'docs/benchmarks.md'
let hasFailed = false
for (const { file, title } of chosen) {
  process.stdout.write(`\n── ${title}\n`)
  const { output, exitCode } = await run(path.resolve('test/bench', file))
  hasFailed ||= exitCode !== 0
  // A figure over its bound is kept too: it is what the next change has to beat.
  putSection(title, `${machine()}\n\n\`\`\`text\n${output.trim()}\n\`\`\``)
}
process.exitCode = hasFailed ? 1 : 0

function run(file: string): Promise<{ readonly output: string; readonly exitCode: number }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file])
    let output = ''
    const keep = (target: NodeJS.WriteStream) => (part: Buffer) => {
      output += stripVTControlCharacters(part.toString())
      target.write(part)
    }
    child.stdout.on('data', keep(process.stdout))
    child.stderr.on('data', keep(process.stderr))
    child.once('close', (exitCode) => resolve({ output, exitCode: exitCode ?? 1 }))
  })
}

/** In place of the section with the same title, or at the end. */
function putSection(title: string, body: string): void {
  const parts = readFileSync(KEPT_IN, 'utf8').split(/^## /m)
  const [head, ...sections] = parts.map((part) => part.trim())
  const section = `${title}\n\n${body}`
  const place = sections.findIndex((each) => each.startsWith(`${title}\n`))
  const all = place === -1 ? [...sections, section] : sections.with(place, section)
  writeFileSync(KEPT_IN, `${[head, ...all].join('\n\n## ')}\n`)
}

function machine(): string {
  const [processor] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = loadavg()[0]!.toFixed(1)
  return (
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ` +
    `${memory} GiB, Node ${process.versions.node}, ${process.platform}, load ${load} at the end.`
  )
}
