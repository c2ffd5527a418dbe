import { readFile, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { AppError } from '../../shared/errors.ts'
import { fileReason } from '../../shared/file-reason.ts'

/** Token files, key files and serial lists are small; a larger file was not meant. */
const MAX_INPUT_BYTES = 64 * 1024 * 1024

/** The process's own terminal. Ctrl-C cancels the command, which leaves the store consistent and answers 130. */
export function processTerminal() {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  // A reader that went away (`| head`) ends the command quietly; a full disk behind `>` is told by the write itself.
  let isReaderGone = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') return
    isReaderGone = true
    controller.abort()
  })
  return {
    writeOut: (text: string) =>
      new Promise<void>((resolve, reject) => {
        process.stdout.write(text, (cause: NodeJS.ErrnoException | null | undefined) => {
          if (!cause || cause.code === 'EPIPE') resolve()
          else reject(new AppError('file.unwritable', fileReason(cause, 'write'), { path: 'stdout', cause }))
        })
      }),
    writeErr: (text: string) => {
      if (!isReaderGone) process.stderr.write(text)
    },
    env: process.env,
    isInteractive: process.stderr.isTTY && process.stdin.isTTY,
    askSecret,
    signal: controller.signal,
  }
}

/** Reads a whole file, or standard input for `-`; refuses what no input of ours can be. */
export async function readInputFile(path: string): Promise<Uint8Array> {
  const bytes = path === '-' ? await readStdin() : await readFile(path)
  if (bytes.byteLength <= MAX_INPUT_BYTES) return bytes
  throw new AppError('file.unreadable', 'it is larger than 64 MB, so it is not what is expected here', { path })
}

export function writeOutputFile(path: string, text: string): Promise<void> {
  return writeFile(path, text)
}

async function readStdin(): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    parts.push(part)
    size += part.byteLength
    if (size > MAX_INPUT_BYTES) break
  }
  return Buffer.concat(parts)
}

/** Asks without showing what is typed. */
async function askSecret(question: string): Promise<string> {
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  try {
    return await reader.question('')
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}
