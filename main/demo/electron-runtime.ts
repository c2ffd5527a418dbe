import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FETCH_TIMEOUT_MS = 20_000

/** Where Electron's own package keeps its runtime, or undefined where that package or its runtime is missing. */
export function electronRuntime(): string | undefined {
  const folder = electronFolder()
  if (folder === undefined) return undefined
  const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string]
  const path = join(folder, 'dist', name ?? 'electron')
  return existsSync(path) ? path : undefined
}

/** Lets Electron's package download its runtime, for a short time: closed networks refuse it or never answer. */
export async function fetchElectronRuntime(): Promise<string | undefined> {
  const folder = electronFolder()
  if (folder === undefined) return undefined
  const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), FETCH_TIMEOUT_MS)
  await new Promise((resolve) => {
    child.once('error', resolve)
    child.once('exit', resolve)
  })
  clearTimeout(timer)
  return electronRuntime()
}

function electronFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return undefined
  }
}
