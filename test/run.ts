/**
 * `npm test`: everything a change must hold, in the order that fails fastest, closing with one line that counts it all.
 * `npm test -- --check` leaves out the build and the end-to-end journeys.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }
type Step = {
  readonly title: string
  readonly command: readonly string[]
  readonly count?: (reportFile: string) => Counts
}

const reports = mkdtempSync(join(tmpdir(), 'ade-desk-test-'))
const checkOnly = process.argv.includes('--check')

/** Each looks at the files alone: two at a time. */
const LOOKS: readonly Step[] = [
  { title: 'formatting', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { title: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { title: 'types: shared', command: ['tsc', '-p', 'tsconfig.shared.json'] },
  { title: 'types: node', command: ['tsc', '-p', 'tsconfig.node.json'] },
  { title: 'types: page', command: ['tsc', '-p', 'tsconfig.web.json'] },
  ...(checkOnly ? [] : [{ title: 'build', command: ['npm', 'run', '--silent', 'build'] }]),
]

/** Each takes the whole computer. */
const RUNS: readonly Step[] = [
  {
    title: 'unit tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, 'unit')}`],
    count: () => vitestCounts(join(reports, 'unit')),
  },
  ...(checkOnly
    ? []
    : [
        {
          title: 'packed program',
          command: [
            'vitest',
            'run',
            '--config',
            'test/packaging/vitest.config.ts',
            '--reporter=default',
            '--reporter=json',
            `--outputFile.json=${join(reports, 'packed')}`,
          ],
          count: () => vitestCounts(join(reports, 'packed')),
        },
        {
          title: 'end-to-end journeys',
          command: ['playwright', 'test', '--project=browser', '--reporter=list,json'],
          count: () => playwrightCounts(join(reports, 'e2e')),
        },
      ]),
]

let total: Counts = { passed: 0, failed: 0, skipped: 0 }
const waiting = [...LOOKS]
const lane = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) await carryOut(step, 'when it has ended')
}
await Promise.all([lane(), lane()])
for (const step of RUNS) await carryOut(step, 'at once')
rmSync(reports, { recursive: true, force: true })

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exitCode = total.failed > 0 ? 1 : 0

/** Beside another step, what it prints is kept until it has ended. */
async function carryOut(step: Step, prints: 'at once' | 'when it has ended'): Promise<void> {
  const head = `\n── ${step.title}\n`
  const startedAt = performance.now()
  if (prints === 'at once') process.stdout.write(head)
  const { code, output } = await run(step.command, prints === 'at once')
  const counts = countsOf(step, code)
  total = add(total, counts)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  if (prints !== 'at once') process.stdout.write(`${head}${output}`)
  process.stdout.write(`── ${step.title}: ${code === 0 ? 'ok' : `failed (exit ${code})`}, ${seconds} s\n`)
}

function run([command, ...args]: readonly string[], isShown: boolean): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command!, args, {
      stdio: isShown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e'),
        // Tests start hundreds of processes and threads from the same sources.
        NODE_COMPILE_CACHE: join(reports, 'compiled'),
      },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** A runner that fails without counting a failure (it crashed, it found no tests) is one failure. */
function countsOf({ count }: Step, code: number): Counts {
  const plain = code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
  if (!count) return plain
  try {
    const counts = count(reports)
    const isSilent = counts.passed + counts.failed === 0 || (code !== 0 && counts.failed === 0)
    return isSilent ? add(counts, { passed: 0, failed: 1, skipped: 0 }) : counts
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function vitestCounts(file: string): Counts {
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly numPassedTests: number
    readonly numFailedTests: number
    readonly numPendingTests: number
  }
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests }
}

function playwrightCounts(file: string): Counts {
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly stats: {
      readonly expected: number
      readonly unexpected: number
      readonly flaky: number
      readonly skipped: number
    }
  }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}
