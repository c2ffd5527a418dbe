import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const bin = path.resolve('bin/ade-desk.js')

/** A checkout with the real starter and a program that says what it was given. */
function checkout({ isBuilt }: { readonly isBuilt: boolean }): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'checkout-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  mkdirSync(path.join(dir, 'bin'))
  cpSync(bin, path.join(dir, 'bin', 'ade-desk.js'))
  writeFileSync(path.join(dir, 'package.json'), '{"type":"module"}')
  if (isBuilt) {
    mkdirSync(path.join(dir, 'out', 'main'), { recursive: true })
    const program = 'process.stdout.write(process.argv.slice(2).join("|")); process.exitCode = 4'
    writeFileSync(path.join(dir, 'out', 'main', 'cli.js'), program)
  }
  return path.join(dir, 'bin', 'ade-desk.js')
}

test('arguments go in and the exit code comes out unchanged', () => {
  const { stdout, status } = spawnSync(process.execPath, [checkout({ isBuilt: true }), 'token', 'a b', '--json'])
  expect([stdout.toString(), status]).toEqual(['token|a b|--json', 4])
})

test('a checkout without a build says what to run', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [checkout({ isBuilt: false })])
  expect([stdout.toString(), stderr.toString(), status]).toEqual([
    '',
    'ade-desk is not built yet. Run: npm run build\n',
    1,
  ])
})
