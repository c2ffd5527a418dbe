import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { fileReason } from '../../shared/file-reason.ts'

/** Every block is a buffer of its own: whoever reads may keep parts of it. */
const BLOCK_BYTES = 1024 * 1024

/** A file that is read once, from front to back. */
export type ByteSource = {
  /** Without its folder. */
  readonly name: string
  /** Undefined for a pipe. */
  readonly size: number | undefined
  /** When it was written last, milliseconds UTC; undefined for a pipe. */
  readonly modifiedAt?: number | undefined
  /** Rejects with `file.unreadable`. */
  readonly chunks: () => AsyncGenerator<Buffer, void, undefined>
  /** Bytes read so far. */
  readonly done: () => number
  /** Of all that was read, hexadecimal; once, at the end. */
  readonly sha256: () => string
}

export type OpenByteSource = (path: string) => Promise<ByteSource>

/** Opens a file of any size for reading, or a pipe. Throws `file.unreadable`. */
export async function openByteSource(path: string): Promise<ByteSource> {
  const found = await attempt(path, () => stat(path))
  if (found.isDirectory()) throw new AppError('file.unreadable', 'it is a folder', { path })
  const hash = createHash('sha256')
  let done = 0

  async function* chunks(): AsyncGenerator<Buffer, void, undefined> {
    const file = await attempt(path, () => open(path, 'r'))
    const readNext = () => {
      const block = Buffer.allocUnsafeSlow(BLOCK_BYTES)
      const reading = attempt(path, () => file.read(block, 0, BLOCK_BYTES, null))
      reading.catch(() => {}) // it is awaited later, or by nobody when the reader stops
      return { block, reading }
    }
    // One block is on its way while the one before is looked at.
    let next = readNext()
    try {
      for (;;) {
        const { block } = next
        const { bytesRead } = await next.reading
        if (bytesRead === 0) return
        next = readNext()
        const read = block.subarray(0, bytesRead)
        hash.update(read)
        done += bytesRead
        yield read
      }
    } finally {
      await next.reading.catch(() => {})
      await file.close()
    }
  }

  return {
    name: basename(path),
    size: found.isFile() ? found.size : undefined,
    modifiedAt: found.isFile() ? found.mtimeMs : undefined,
    chunks,
    done: () => done,
    sha256: () => hash.digest('hex'),
  }
}

async function attempt<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (cause) {
    throw new AppError('file.unreadable', fileReason(cause, 'read'), { path, cause })
  }
}
