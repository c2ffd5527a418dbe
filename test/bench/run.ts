/**
 * `npm run bench`: every benchmark, one after the other, each in a process of its own. What they print is kept in
 * `docs/benchmarks.md`; each figure stands beside its peer or floor of the same run, because machines differ.
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const BENCHES = [
  { file: 'sync.ts', title: 'Sync: the server waited for, the write path, memory, the main thread' },
  { file: 'assign.ts', title: 'Assigning a profile: the server waited for' },
  { file: 'views.ts', title: 'Views of a million devices' },
  { file: 'search.ts', title: 'Search in a million devices' },
  { file: 'csv.ts', title: 'Export of a million devices' },
  { file: 'reconcile.ts', title: 'A million rows against a million: DuckDB' },
  { file: 'diagnose.ts', title: 'Diagnoses: beyond the servers’ own waiting, beside a host that hangs, many at once' },
  { file: 'groups.ts', title: 'A tree of five thousand groups over a million devices' },
] as const

const wanted = process.argv.slice(2)
const chosen = BENCHES.filter(({ file }) => wanted.length === 0 || wanted.includes(path.parse(file).name))
const sections: string[] = []
let hasFailed = false
for (const { file, title } of chosen) {
  process.stdout.write(`\n── ${title}\n`)
  const { output, exitCode } = await run(path.resolve('test/bench', file))
  hasFailed ||= exitCode !== 0
  sections.push(`## ${title}\n\n\`\`\`text\n${output.trim()}\n\`\`\`\n`)
}
// A figure over its bound is kept too: it is what the next change has to beat.
if (chosen.length === BENCHES.length) writeFileSync('docs/benchmarks.md', `${heading()}\n${sections.join('\n')}`)
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

function heading(): string {
  const [processor] = cpus()
  const machine = `${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`
  return `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, Node ${process.versions.node}, ${process.platform}.
Ratios count; absolute times are this machine's.
`
}
