import Database from 'better-sqlite3'
import { closeSync, existsSync, openSync, renameSync } from 'node:fs'
import type { ReadDb } from './open.ts'

const PRIVATE_FILE = 0o600

/**
 * A complete copy of what is committed, beside the store, named `<store>.<label>`, readable by its owner only. One that
 * exists already is kept: the first copy is the one from before. Copied over a connection of its own, so that the
 * caller may hold the write lock meanwhile.
 */
export function copyAside(db: ReadDb, label: string): string | undefined {
  if (db.memory) return undefined
  const copy = `${db.name}.${label}`
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.part`
  makePrivateFile(unfinished)
  const source = new Database(db.name, { readonly: true })
  try {
    source.prepare('VACUUM INTO ?').run(unfinished)
  } finally {
    source.close()
  }
  renameSync(unfinished, copy)
  return copy
}

/** SQLite gives a file it makes the mode of the process; an empty one that is there it keeps. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'w', PRIVATE_FILE))
}

/** Moves the store with its journal out of the way. Nothing is deleted. */
export function moveAside(path: string, label: string): string {
  const aside = `${path}.${label}`
  if (existsSync(aside)) throw new Error(`${aside} exists already`)
  for (const end of ['-wal', '-shm', '']) {
    if (existsSync(path + end)) renameSync(path + end, aside + end)
  }
  return aside
}
