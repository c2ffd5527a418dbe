import { appendFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock } from './clock.ts'
import { preparePrivateDir, preparePrivateFile } from './files.ts'
import type { Log, LogFields } from './log.ts'
import { redact } from './redact.ts'

const MAX_BYTES = 5 * 1024 * 1024
const KEPT_FILES = 3

type Level = 'debug' | 'info' | 'warn' | 'error'
const LEVELS: readonly Level[] = ['debug', 'info', 'warn', 'error']

type FileLogOptions = {
  /** Lines below this level are left out. */
  readonly lowest?: Level
  /** Bytes at which a new file is begun; lower in tests only. */
  readonly maxBytes?: number
}

/**
 * One JSON object per line, redacted, readable by its owner only, rotated at five megabytes with three older files kept.
 * Lines are written at once: what happened just before a crash is what one wants to read. A log that cannot be written
 * (disk full) never stops the work.
 */
export function createFileLog(
  path: string,
  clock: Clock,
  { lowest = 'info', maxBytes = MAX_BYTES }: FileLogOptions = {},
): Log {
  preparePrivateDir(dirname(path))
  preparePrivateFile(path)
  let size = sizeOf(path)

  function write(level: Level, event: string, fields: LogFields): void {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(lowest)) return
    const entry = { at: new Date(clock.now()).toISOString(), level, event, ...(redact(fields) as LogFields) }
    const line = `${JSON.stringify(entry)}\n`
    try {
      if (size >= maxBytes) {
        rotate(path)
        preparePrivateFile(path)
        size = 0
      }
      appendFileSync(path, line)
      size += Buffer.byteLength(line)
    } catch {
      // Nowhere to say it; the next line tries again.
    }
  }

  return {
    keepsDebug: lowest === 'debug',
    debug: (event, fields) => write('debug', event, fields),
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function rotate(path: string): void {
  rmSync(`${path}.${KEPT_FILES}`, { force: true })
  for (let n = KEPT_FILES - 1; n >= 0; n--) {
    const from = n === 0 ? path : `${path}.${n}`
    if (sizeOf(from) > 0) renameSync(from, `${path}.${n + 1}`)
  }
}
