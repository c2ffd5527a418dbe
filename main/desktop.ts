import { randomUUID } from 'node:crypto'
import { AppError } from '../shared/errors.ts'
import { errorText } from '../shared/error-text.ts'
import { Secret } from '../shared/secret.ts'
import type { Core } from './core/core.ts'
import type { SystemProxy } from './core/netcheck/index.ts'
import { systemClock } from './ports/clock.ts'
import { createFileLog } from './ports/file-log.ts'
import { logPath } from './ports/log-files.ts'
import { loadNetworkSettings, type NetworkSettings } from './ports/network.ts'
import type { Log } from './ports/log.ts'
import type { OsSealing } from './ports/sealing.ts'
import { startCore } from './start-core.ts'
import { VERSION } from './version.ts'

export type DesktopOptions = {
  readonly dataDir: string
  readonly sealing: OsSealing
  readonly log: Log
  /** Else from the environment. */
  readonly network?: NetworkSettings | undefined
  /** Opens the vault at the start; else from the environment, else the page asks. */
  readonly passphrase?: string | undefined
  /** What the operating system answers, where the shell can ask it. */
  readonly systemProxy?: SystemProxy | undefined
}

/** The log of one data folder. Opened before everything else, so that a start that fails is told there. */
export function openLog(dataDir: string): Log {
  return createFileLog(logPath(dataDir), systemClock)
}

/** A short text that finds a failure in the log. */
export function newRef(): string {
  return randomUUID().slice(0, 8)
}

/** The core as every window has it: long work in worker threads, runs on schedule. */
export async function openDesktopCore(options: DesktopOptions): Promise<Core> {
  const { dataDir, sealing, log, network, passphrase, systemProxy } = options
  const core = await startCore({
    dataDir,
    network: network ?? (await loadNetworkSettings({}, process.env)),
    sealing,
    log,
    systemProxy,
  })
  await unlockAtStart(core, passphrase ?? process.env['ADE_DESK_PASSPHRASE'])
  core.startSchedule()
  log.info('app.started', { version: VERSION, runtime: process.versions })
  return core
}

/** By the passphrase given, else by the operating system. What does not open stays locked, and the page asks. */
async function unlockAtStart(core: Core, passphrase: string | undefined): Promise<void> {
  if (core.vault.status().state !== 'locked') return
  const call = { signal: new AbortController().signal, report: () => {} }
  try {
    await core.handlers.vault.unlock(passphrase ? { passphrase: new Secret(passphrase) } : {}, call)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    core.log.info('vault.stays-locked', { code: error.code })
  }
}

/** Logs why the program cannot start and gives the words for the person who started it. */
export function explainFailedStart(error: unknown, log: Log): { readonly title: string; readonly text: string } {
  const ref = newRef()
  log.error('app.not-started', { ref, error })
  const { title, detail, next } = errorText(error instanceof AppError ? error : { code: 'internal' })
  return { title, text: `${detail}\n\n${next}\n\nReference: ${ref}` }
}
