import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { fileReason } from '../../shared/file-reason.ts'
import { removeUnfinished, unfinishedName } from './unfinished-files.ts'
import { openWholeFile } from './whole-file.ts'

// Windows ignores modes: there the user's profile folder keeps others out.
const PRIVATE_FILE = 0o600
const PRIVATE_DIR = 0o700

export type Files = {
  /** The whole of a regular file of at most `maxBytes`. Fails with `file.unreadable`. */
  readonly read: (path: string, maxBytes: number) => Promise<Uint8Array>
  /** A new file only its owner may read, whole or not at all. Fails with `file.exists`, `file.unwritable`. */
  readonly writeNew: (path: string, bytes: Uint8Array) => Promise<void>
  /** A file for a person, in place of what was there, whole or not at all. Fails with `file.unwritable`. */
  readonly writeWhole: (path: string, text: string) => Promise<void>
}

export const nodeFiles: Files = { read: readBounded, writeNew: writeNewPrivateFile, writeWhole }

/** Makes the folder if need be and closes it to everybody else. */
export function preparePrivateDir(path: string): void {
  unlessUnwritable(path, () => {
    makeDir(path)
    chmodSync(path, PRIVATE_DIR)
  })
}

/** One folder after the other: Node's own `recursive` never returns where a file system such as /proc says ENOENT. */
function makeDir(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(path) !== path) makeDir(dirname(path))
  try {
    mkdirSync(path, { mode: PRIVATE_DIR })
  } catch (error) {
    // Another process made it in the meantime.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** Makes the file, empty, if need be and closes it to everybody else: for a log, before it is opened. */
export function preparePrivateFile(path: string): void {
  unlessUnwritable(path, () => {
    closeSync(openSync(path, 'a', PRIVATE_FILE))
    chmodSync(path, PRIVATE_FILE)
  })
}

/**
 * The same for a database, before SQLite opens it: the `-wal` and `-shm` files it makes later take the mode of the
 * main file, those left by an earlier run are closed here.
 */
export function preparePrivateDatabase(path: string): void {
  preparePrivateFile(path)
  for (const beside of [`${path}-wal`, `${path}-shm`]) {
    if (statSync(beside, { throwIfNoEntry: false })) preparePrivateFile(beside)
  }
}

/** Replaces the file, or makes it: a reader sees the old content or the new one, never a part. Mode 0600. */
export async function writePrivateFile(path: string, bytes: Uint8Array): Promise<void> {
  await removeUnfinished(dirname(path))
  const temporary = join(dirname(path), unfinishedName())
  try {
    await writeDurably(temporary, bytes)
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (cause) {
    await rm(temporary, { force: true })
    throw unwritable(path, cause)
  }
}

/**
 * Like `writePrivateFile`, but never over an existing file. The name is taken first with an empty file, because hard
 * links, the other way to do this without a race, do not exist on the file systems of memory sticks.
 */
async function writeNewPrivateFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await (await open(path, 'wx', PRIVATE_FILE)).close()
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') throw new AppError('file.exists', 'the file exists already', { path, cause })
    throw unwritable(path, cause)
  }
  try {
    await writePrivateFile(path, bytes)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

async function readBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    // Before it is opened: opening a pipe would wait for its writer.
    const found = await stat(path)
    if (!found.isFile()) {
      const kind = found.isDirectory() ? 'it is a folder' : 'it is no ordinary file'
      throw new AppError('file.unreadable', kind, { path })
    }
    if (found.size > maxBytes) {
      const message = `it has ${found.size} bytes, more than the ${maxBytes} expected here`
      throw new AppError('file.unreadable', message, { path })
    }
    const file = await open(path, 'r')
    try {
      const bytes = new Uint8Array(found.size)
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
      return bytes.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('file.unreadable', fileReason(cause, 'read'), { path, cause })
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', PRIVATE_FILE)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the rename itself survive a power cut, where folders can be opened at all (not on Windows). */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
}

function unlessUnwritable(path: string, act: () => void): void {
  try {
    act()
  } catch (cause) {
    throw unwritable(path, cause)
  }
}

function unwritable(path: string, cause: unknown): AppError {
  return new AppError('file.unwritable', fileReason(cause, 'write'), { path, cause })
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await openWholeFile(path)
  try {
    await file.write(text)
    await file.finish()
  } catch (error) {
    await file.discard()
    throw error
  }
}
