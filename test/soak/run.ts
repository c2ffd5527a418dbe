/** `npm run test:soak`: the soak and fuzz tests at full length. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

const env = {
  SOAK_KILLS: '200',
  SOAK_ASSIGN_KILLS: '100',
  SOAK_ASSIGN_RUNS: '400',
  SOAK_CUT_ROUNDS: '100',
  SOAK: '1',
  AXE: 'all',
  FUZZ_RUNS: '3000',
  FUZZ_TABLES: '20000',
  FUZZ_FEEDS: '3000',
  SOAK_IMPORT_KILLS: '100',
  SOAK_REPORT_KILLS: '40',
  ...process.env,
}
const FILES = [
  'test/soak',
  'test/unit/main/core/assign/convergence.test.ts',
  'test/unit/main/clients/token-file/mutated-files.test.ts',
  'test/unit/main/core/vault/backup-file.test.ts',
  'test/unit/main/core/imports/fuzz.test.ts',
  'test/unit/main/core/sync/any-order.test.ts',
  'test/unit/main/core/devices/device-index.test.ts',
]
const COMMANDS = [
  ['vitest', 'run', ...FILES],
  ['playwright', 'test', '--project=browser', 'axe'],
] as const

for (const [command, ...args] of COMMANDS) {
  const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32', env })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) process.exitCode = 1
}
