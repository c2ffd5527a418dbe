import { execFile, spawn } from 'node:child_process'

/** A program with its arguments: no shell takes part, so nothing in them can become a command. */
export type Command = {
  readonly file: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** Resolves once it runs, rejects when it cannot be started. */
export function startCommand({ file, args }: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'ignore', detached: true })
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}

export type ProgramAnswer = { readonly isInstalled: boolean; readonly output: string | null }

/** What a program prints; null where it is not installed or ended with a failure. */
export function answerOf({ file, args, env }: Command): Promise<ProgramAnswer> {
  return new Promise((resolve) => {
    execFile(file, args, { env: { ...process.env, ...env }, windowsHide: true }, (error, output) => {
      resolve({ isInstalled: error?.code !== 'ENOENT', output: error ? null : output })
    })
  })
}
