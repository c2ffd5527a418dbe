import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  nodeFiles,
  preparePrivateDatabase,
  preparePrivateDir,
  preparePrivateFile,
  writePrivateFile,
} from '../../../../main/ports/files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ade-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe.skipIf(process.platform === 'win32')('modes', () => {
  it('closes a folder to everybody else, also one that stood open', () => {
    const [made, open] = [join(folder, 'a', 'b'), join(folder, 'open')]
    mkdirSync(open, { mode: 0o755 })
    preparePrivateDir(made)
    preparePrivateDir(open)
    expect([mode(made), mode(open)]).toEqual(['700', '700'])
  })

  it.runIf(process.platform === 'linux')('gives up where a file system makes no folders', () => {
    expect(() => preparePrivateDir('/proc/nowhere/data')).toThrow(expect.objectContaining({ code: 'file.unwritable' }))
  })

  it('closes a file to everybody else and keeps its content', () => {
    const path = join(folder, 'log')
    writeFileSync(path, 'kept', { mode: 0o644 })
    preparePrivateFile(path)
    expect([mode(path), readFileSync(path, 'utf8')]).toEqual(['600', 'kept'])
  })

  it('closes a database with the files SQLite left beside it', () => {
    const path = join(folder, 'store.db')
    for (const name of [path, `${path}-wal`]) writeFileSync(name, '', { mode: 0o644 })
    preparePrivateDatabase(path)
    expect([mode(path), mode(`${path}-wal`), readdirSync(folder).length]).toEqual(['600', '600', 2])
  })

  it('writes files that only their owner may read', async () => {
    const [replaced, made] = [join(folder, 'replaced'), join(folder, 'made')]
    writeFileSync(replaced, 'old', { mode: 0o644 })
    await writePrivateFile(replaced, bytes('new'))
    await nodeFiles.writeNew(made, bytes('new'))
    expect([mode(replaced), mode(made)]).toEqual(['600', '600'])
  })
})

describe('writing', () => {
  it('replaces a file and leaves nothing else behind', async () => {
    const path = join(folder, 'file')
    await writePrivateFile(path, bytes('old'))
    await writePrivateFile(path, bytes('new'))
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['new', ['file']])
  })

  it('refuses to overwrite an existing file when a new one is meant', async () => {
    const path = join(folder, 'file')
    writeFileSync(path, 'mine')
    await expect(nodeFiles.writeNew(path, bytes('other'))).rejects.toMatchObject({ code: 'file.exists', path })
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['mine', ['file']])
  })

  it('says so when the folder is missing', async () => {
    const path = join(folder, 'nowhere', 'file')
    await expect(nodeFiles.writeNew(path, bytes(''))).rejects.toMatchObject({ code: 'file.unwritable' })
    await expect(writePrivateFile(path, bytes(''))).rejects.toMatchObject({ code: 'file.unwritable' })
    expect(() => preparePrivateFile(path)).toThrow(expect.objectContaining({ code: 'file.unwritable' }))
  })

  it('leaves nothing behind when the target cannot be replaced', async () => {
    mkdirSync(join(folder, 'taken', 'inside'), { recursive: true })
    await expect(writePrivateFile(join(folder, 'taken'), bytes(''))).rejects.toMatchObject({ code: 'file.unwritable' })
    expect(readdirSync(folder)).toEqual(['taken'])
  })
})

describe('reading', () => {
  it('gives the whole file up to the bound and refuses one byte more', async () => {
    const path = join(folder, 'file')
    writeFileSync(path, '12345')
    expect(Buffer.from(await nodeFiles.read(path, 5)).toString()).toBe('12345')
    await expect(nodeFiles.read(path, 4)).rejects.toMatchObject({ code: 'file.unreadable', path })
  })

  it('refuses what is missing or no regular file', async () => {
    await expect(nodeFiles.read(join(folder, 'none'), 10)).rejects.toMatchObject({ code: 'file.unreadable' })
    await expect(nodeFiles.read(folder, 10_000)).rejects.toMatchObject({ code: 'file.unreadable' })
  })
})
