import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { electronRuntime } from '../../main/demo/electron-runtime.ts'

/**
 * `npm run test:electron`: the journeys in Electron's own runtime, one window at a time. Where that is not present there is
 * nothing to test, and that is said; with `--required` (our builds) its absence is a failure.
 */
if (electronRuntime()) {
  const playwright = path.resolve('node_modules/@playwright/test/cli.js')
  const { status } = spawnSync(process.execPath, [playwright, 'test', '--project=electron', '--workers=1'], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} else {
  process.stdout.write("Electron's runtime is not present: the tests in real Electron were NOT run.\n")
  process.stdout.write('To get it: npx install-electron --no\n')
  process.exitCode = process.argv.includes('--required') ? 1 : 0
}
