import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createGrantedPaths } from '../../../../main/shell/granted-paths.ts'
import { createHandedFiles } from '../../../../main/shell/handed-files.ts'

const context = { signal: new AbortController().signal, report: () => {} }

function handed() {
  const dir = mkdtempSync(path.join(tmpdir(), 'handed-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const granted = createGrantedPaths()
  const atExit: (() => void)[] = []
  const { files } = createHandedFiles(dir, granted, (work) => void atExit.push(work))
  const hand = async (name: string, ...portions: string[]) => {
    const bytes = portions.map((text) => Buffer.from(text))
    const id = await files.begin({ name, sizeBytes: Buffer.concat(bytes).length }, context)
    for (const portion of bytes) await files.append({ hand: id, bytes: portion }, context)
    return files.end({ hand: id }, context)
  }
  return { dir, files, granted, hand, exit: () => atExit.forEach((work) => work()) }
}

test('a file that came in portions is whole, keeps its name, is for its owner only and may be read, not written', async () => {
  const { hand, granted } = handed()
  const file = await hand('portal devices.csv', 'Serial Number\n', 'C02ZK0ABMD6T\n')
  expect(path.basename(file)).toBe('portal devices.csv')
  expect(readFileSync(file, 'utf8')).toBe('Serial Number\nC02ZK0ABMD6T\n')
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(granted.require(file, 'read')).toBe(file)
  expect(() => granted.require(file, 'write')).toThrow()
})

test('a name is no place, and files of one name do not replace each other', async () => {
  const { hand, dir } = handed()
  const [first, second] = [await hand('../../a.csv', 'one'), await hand('../../a.csv', 'two')]
  expect(first.startsWith(path.join(dir, 'handed-files'))).toBe(true)
  expect([readFileSync(first, 'utf8'), readFileSync(second, 'utf8')]).toEqual(['one', 'two'])
})

test('more or fewer bytes than announced are refused, and a file that was not begun is not there', async () => {
  const { files } = handed()
  const id = await files.begin({ name: 'a.csv', sizeBytes: 3 }, context)
  await files.append({ hand: id, bytes: Buffer.from('ab') }, context)
  await expect(files.end({ hand: id }, context)).rejects.toMatchObject({ code: 'bad-input' })
  await expect(files.append({ hand: id, bytes: Buffer.from('cd') }, context)).rejects.toMatchObject({
    code: 'bad-input',
  })
  await expect(files.append({ hand: 'else', bytes: Buffer.from('a') }, context)).rejects.toMatchObject({
    code: 'bad-input',
  })
})

test('the newest few are kept, one that is taken back goes at once, and all go with the program', async () => {
  const { hand, files, dir, exit } = handed()
  const paths = []
  for (const name of ['a', 'b', 'c', 'd', 'e']) paths.push(await hand(name, name))
  expect(paths.map((file) => existsSync(file))).toEqual([false, true, true, true, true])
  const own = path.dirname(path.dirname(paths[1]!))
  const before = readdirSync(own).length
  await files.drop({ hand: await files.begin({ name: 'f', sizeBytes: 1 }, context) }, context)
  expect(readdirSync(own).length).toBeLessThan(before)
  exit()
  expect(readdirSync(path.join(dir, 'handed-files'))).toEqual([])
})

test('what a killed program left goes when the next one takes a file; what another one uses now stays', async () => {
  const { hand, dir } = handed()
  const [old, young] = ['old', 'young'].map((name) => path.join(dir, 'handed-files', name))
  mkdirSync(old!, { recursive: true })
  mkdirSync(young!)
  utimesSync(old!, 1, 1)
  await hand('a', 'a')
  expect([existsSync(old!), existsSync(young!)]).toEqual([false, true])
})
