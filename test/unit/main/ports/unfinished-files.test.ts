import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nodeFiles } from '../../../../main/ports/files.ts'
import { removeUnfinished, unfinishedName } from '../../../../main/ports/unfinished-files.ts'
import { openWholeFile } from '../../../../main/ports/whole-file.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ade-unfinished-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const MODULE = join(import.meta.dirname, '../../../../main/ports/whole-file.ts')
const WRITER = `
  import { openWholeFile } from ${JSON.stringify(MODULE)}
  const file = await openWholeFile(process.argv[1])
  await file.write('half a rep')
  process.stdout.write('writing')
  setInterval(() => {}, 1000)`

/** A process in the middle of a file. */
async function startWriting(path: string) {
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '-e', WRITER, path]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

const hidden = () => readdirSync(folder).filter((name) => name.startsWith('.'))

/** As if the process had had another number. */
const nameOf = (pid: number) => unfinishedName().replace(`-${process.pid}-`, `-${pid}-`)

test('what a killed process left is gone with the next file in that folder, and not while it lives', async () => {
  const path = join(folder, 'nightly.csv')
  writeFileSync(path, 'as before')
  const writer = await startWriting(path)
  expect(hidden()).toHaveLength(1)
  const other = await openWholeFile(join(folder, 'other.csv'))
  await other.finish()
  expect(hidden()).toHaveLength(1)

  writer.kill('SIGKILL')
  await once(writer, 'close')
  expect([hidden().length, readFileSync(path, 'utf8')]).toEqual([1, 'as before'])
  const next = await openWholeFile(path)
  await next.write('whole')
  await next.finish()
  expect([readdirSync(folder).toSorted(), readFileSync(path, 'utf8')]).toEqual([['nightly.csv', 'other.csv'], 'whole'])
})

test('a private file clears them away too', async () => {
  const writer = await startWriting(join(folder, 'a.csv'))
  writer.kill('SIGKILL')
  await once(writer, 'close')
  await nodeFiles.writeNew(join(folder, 'backup'), new Uint8Array([1]))
  expect(readdirSync(folder)).toEqual(['backup'])
})

test("only the program's own files of dead processes on this computer are removed", async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'close')
  const dead = nameOf(child.pid!)
  const kept = [
    unfinishedName(),
    nameOf(1),
    dead.replace(/-[0-9a-f]{8}-/, '-00000000-'),
    dead.replace('.part', '.part.csv'),
    dead.slice(1),
    `.report.csv.0123456789ab.part`,
    `.ade-desk-notes.part`,
    dead.replace(/-[0-9a-f]{12}/, '-x'),
  ]
  for (const name of [...kept, dead]) writeFileSync(join(folder, name), '')
  const asFolder = dead.replace(/[0-9a-f]{12}\.part/, 'aaaaaaaaaaaa.part')
  mkdirSync(join(folder, asFolder))
  expect(await removeUnfinished(folder)).toBe(1)
  expect(readdirSync(folder).toSorted()).toEqual([...kept, asFolder].toSorted())
})

test('a folder that is not there is nothing to clear away', async () => {
  expect(await removeUnfinished(join(folder, 'none'))).toBe(0)
})
