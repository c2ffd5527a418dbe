import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWholeFile } from '../../../../main/ports/whole-file.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ade-file-'))
  path = join(folder, 'report.csv')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a file appears when it is finished, in place of the old one, and not before', async () => {
  writeFileSync(path, 'old')
  const file = await openWholeFile(path)
  await file.write('new ')
  await file.write('text')
  const before = readFileSync(path, 'utf8')
  await file.finish()
  expect([before, readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', 'new text', ['report.csv']])
})

test('a discarded file leaves nothing behind and the old one as it was', async () => {
  writeFileSync(path, 'old')
  const file = await openWholeFile(path)
  await file.write('half')
  await file.discard()
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', ['report.csv']])
})

test('a folder that is not there is named in the failure', async () => {
  const missing = join(folder, 'none', 'report.csv')
  await expect(openWholeFile(missing)).rejects.toMatchObject({ code: 'file.unwritable', path: missing })
})

test('a target that is a folder is named in the failure, and nothing is left beside it', async () => {
  const file = await openWholeFile(folder)
  await file.write('text')
  await expect(file.finish()).rejects.toMatchObject({ code: 'file.unwritable', path: folder })
  expect(readdirSync(join(folder, '..')).filter((name) => name.endsWith('.part'))).toEqual([])
})

test.skipIf(process.platform === 'win32')('a link stays a link, and the file it leads to is replaced', async () => {
  const link = join(folder, 'link.csv')
  writeFileSync(path, 'old')
  symlinkSync(path, link)
  const file = await openWholeFile(link)
  await file.write('new')
  await file.finish()
  expect([readFileSync(path, 'utf8'), lstatSync(link).isSymbolicLink()]).toEqual(['new', true])
})

test.skipIf(process.platform === 'win32')('a pipe is written to and stays a pipe', async () => {
  execFileSync('mkfifo', [path])
  const text = readFile(path, 'utf8')
  const file = await openWholeFile(path)
  await file.write('some ')
  await file.write('text')
  await file.finish()
  expect([await text, lstatSync(path).isFIFO(), readdirSync(folder)]).toEqual(['some text', true, ['report.csv']])
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a write-protected file is not replaced',
  async () => {
    writeFileSync(path, 'kept')
    chmodSync(path, 0o400)
    await expect(openWholeFile(path)).rejects.toMatchObject({ code: 'file.unwritable', path })
    expect(readFileSync(path, 'utf8')).toBe('kept')
  },
)
