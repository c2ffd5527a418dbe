#!/usr/bin/env node
// The command line in a checkout. Whatever Node is installed may start this file; the program itself needs the pinned one
// (package.json: node), which SQLite's binding was built for. `npx` puts that one first in PATH, a plain `node` does not.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 24

const entry = new URL('../out/main/cli.js', import.meta.url)
const pinnedNode = new URL(
  process.platform === 'win32' ? '../node_modules/node/bin/node.exe' : '../node_modules/node/bin/node',
  import.meta.url,
)

if (!existsSync(entry)) {
  fail('ade-desk is not built yet. Run: npm run build')
} else if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
  await import(entry.href)
} else if (existsSync(pinnedNode)) {
  runPinned()
} else {
  fail(`ade-desk needs Node ${OLDEST_NODE}; this is ${process.version}. Run: npm ci`)
}

function runPinned() {
  const args = [...process.execArgv, fileURLToPath(entry), ...process.argv.slice(2)]
  const child = spawn(fileURLToPath(pinnedNode), args, { stdio: 'inherit' })
  // A terminal's Ctrl-C reaches both: this one only waits for the other to leave its store consistent, because a second
  // signal would end it at once. On Windows `kill` never asks, it ends.
  const reachesBoth = (signal) => process.platform === 'win32' || (signal === 'SIGINT' && process.stdin.isTTY)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!reachesBoth(signal)) child.kill(signal)
    })
  }
  child.on('error', (error) => fail(`ade-desk cannot be started: ${error.message}`))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0)
  })
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}
