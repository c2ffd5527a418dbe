import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/**
 * A file for a person, written in parts: it appears at `path`, in place of what was there, only when it is finished.
 * Until then it is a hidden file beside it; a killed process leaves that one and the old file as it was. Throws
 * `file.unwritable`.
 */
export async function openWholeFile(path: string) {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  const file = await attempt(path, () => open(unfinished, 'wx'))

  async function discard(): Promise<void> {
    await file.close().catch(() => {}) // closed already when `finish` failed
    await rm(unfinished, { force: true })
  }

  return {
    write: (text: string): Promise<void> => attempt(path, () => file.appendFile(text)),

    async finish(): Promise<void> {
      try {
        await attempt(path, async () => {
          await file.sync()
          await file.close()
          await rename(unfinished, path)
        })
      } catch (error) {
        await discard()
        throw error
      }
    },

    discard,
  }
}

async function attempt<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (cause) {
    throw new AppError('file.unwritable', 'the file cannot be written', { path, cause })
  }
}
