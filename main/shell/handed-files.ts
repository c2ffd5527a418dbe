import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Handlers } from '../../shared/contract/define.ts'
import { MAX_HANDED_BYTES, type files } from '../../shared/contract/files.ts'
import { AppError } from '../../shared/errors.ts'
import { plainFileName } from './desktop-handlers.ts'
import type { GrantedPaths } from './granted-paths.ts'

/** As many files are kept: two to compare, one to import, and those a person has just changed their mind about. */
const KEPT_FILES = 4
/** Longer than any window stays open over one file: a folder this old was left by a program that was killed. */
const LEFT_BEHIND_MS = 24 * 3_600_000

type Hand = { readonly path: string; readonly sizeBytes: number; written: number }

/**
 * Files that came over as bytes, for their owner only, in a folder of this run that goes when the program ends; one that
 * was left by a program that was killed goes when the next one takes a file.
 */
export function createHandedFiles(
  dataDir: string,
  granted: GrantedPaths,
  onExit: (work: () => void) => void = (work) => void process.once('exit', work),
): Handlers<typeof files> {
  const parent = path.join(dataDir, 'handed-files')
  const own = path.join(parent, randomUUID())
  const open = new Map<string, Hand>()
  /** Oldest first. */
  const kept: string[] = []
  let isReady = false

  async function prepare() {
    if (isReady) return
    await mkdir(own, { recursive: true, mode: 0o700 })
    isReady = true
    onExit(() => rmSync(own, { recursive: true, force: true }))
    await removeLeftBehind(parent, own)
  }

  function requireHand(hand: string): Hand {
    const found = open.get(hand)
    if (!found) throw new AppError('bad-input', 'this file was not begun here', { path: 'hand' })
    return found
  }

  async function forget(hand: string) {
    open.delete(hand)
    await rm(path.join(own, hand), { recursive: true, force: true })
  }

  return {
    files: {
      begin: async ({ name, sizeBytes }) => {
        const hand = randomUUID()
        const folder = path.join(own, hand)
        // Its own folder, so that it keeps its name: people know it by that.
        const file = path.join(folder, plainFileName(name))
        await writing(file, async () => {
          await prepare()
          await mkdir(folder, { mode: 0o700 })
          await writeFile(file, '', { mode: 0o600 })
        })
        open.set(hand, { path: file, sizeBytes, written: 0 })
        kept.push(hand)
        while (kept.length > KEPT_FILES) await forget(kept.shift()!)
        return hand
      },

      append: async ({ hand, bytes }) => {
        const found = requireHand(hand)
        if (found.written + bytes.length > Math.min(found.sizeBytes, MAX_HANDED_BYTES)) {
          throw new AppError('bad-input', 'these are more bytes than were announced', { path: 'bytes' })
        }
        found.written += bytes.length
        await writing(found.path, () => appendFile(found.path, bytes))
        return null
      },

      end: async ({ hand }) => {
        const found = requireHand(hand)
        if (found.written !== found.sizeBytes) {
          throw new AppError('bad-input', 'these are fewer bytes than were announced', { path: 'hand' })
        }
        open.delete(hand)
        return granted.grant(found.path, 'read')
      },

      drop: async ({ hand }) => {
        requireHand(hand)
        await forget(hand)
        return null
      },
    },
  }
}

async function writing(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    throw new AppError('file.unwritable', 'keeping a file that was handed over', { path: file, cause })
  }
}

async function removeLeftBehind(parent: string, own: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const folder = path.join(parent, name)
    if (folder === own) continue
    const { mtimeMs } = await stat(folder)
    if (Date.now() - mtimeMs > LEFT_BEHIND_MS) await rm(folder, { recursive: true, force: true })
  }
}
