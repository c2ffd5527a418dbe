import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

const PREFIX = 'browser-'

/**
 * A browser profile for this run only, empty and private. Those of runs that ended without tidying up (a power cut)
 * are removed: their name holds the process that made them.
 */
export function createProfileDir(dataDir: string, pid: number = process.pid): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(dataDir)) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : NaN
    if (Number.isInteger(owner) && (owner === pid || !isRunning(owner))) removeProfileDir(path.join(dataDir, name))
  }
  const dir = path.join(dataDir, `${PREFIX}${pid}`)
  mkdirSync(dir, { mode: 0o700 })
  return dir
}

/** A browser that is still on its way out may hold a file for a moment (Windows). */
export function removeProfileDir(dir: string): void {
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
