import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { removeUnfinished, unfinishedName } from './unfinished-files.ts'
import { fileReason } from '../../shared/file-reason.ts'

/**
 * A file for a person, written in parts: it appears at `path`, in place of what was there, only when it is finished.
 * Until then it is a hidden file beside it; a killed process leaves that one, which the next file in that folder clears
 * away, and the old file as it was. A link is followed, a write-protected file refused, and a device or pipe is written
 * to as it is. Throws `file.unwritable`.
 */
export async function openWholeFile(path: string) {
  const { target, isStream } = await attempt(path, () => whereTo(path))
  if (isStream) return openStream(target)
  await removeUnfinished(dirname(target))
  const unfinished = join(dirname(target), unfinishedName())
  const file = await attempt(path, () => open(unfinished, 'wx'))

  async function discard(): Promise<void> {
    await file.close().catch(() => {}) // closed already when `finish` failed
    await rm(unfinished, { force: true })
  }

  return {
    write: (part: string | Uint8Array): Promise<void> => attempt(path, () => file.appendFile(part)),

    async finish(): Promise<void> {
      try {
        await attempt(path, async () => {
          await file.sync()
          await file.close()
          await rename(unfinished, target)
        })
      } catch (error) {
        await discard()
        throw error
      }
    },

    discard,
  }
}

async function whereTo(path: string): Promise<{ readonly target: string; readonly isStream: boolean }> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return { target: path, isStream: false }
  // Renaming asks the folder only: without this a file that nobody may write would be replaced.
  await access(path, constants.W_OK)
  const isStream = !found.isFile() && !found.isDirectory()
  return { target: isStream ? path : await realpath(path), isStream }
}

/** Renaming a finished file over `/dev/stdout` or a named pipe would remove what was meant to be written to. */
async function openStream(path: string) {
  const file = await attempt(path, () => open(path, 'w'))
  return {
    write: (part: string | Uint8Array): Promise<void> => attempt(path, () => file.writeFile(part)),
    finish: (): Promise<void> => attempt(path, () => file.close()),
    discard: (): Promise<void> => file.close().catch(() => {}),
  }
}

async function attempt<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (cause) {
    throw new AppError('file.unwritable', fileReason(cause, 'write'), { path, cause })
  }
}
