import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** The table of SECURITY.md is a list of promises with the tests that hold them: every test it names is there. */
const TABLE = readFileSync('SECURITY.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[ -]*(#|What|-)/.test(line))
  .map((line) => line.split(' | ').at(-1)!.replace(/ \|$/, ''))
const FILES = globSync(['test/**/*.test.ts', 'test/e2e/*.electron.ts']).map((file) => file.replaceAll('\\', '/'))
/** Where the marks of the table lead. Without a mark a test is one of `test/unit`. */
const SUITES: Readonly<Record<string, (file: string) => boolean>> = {
  e2e: (file) => file.startsWith('test/e2e/') && file.endsWith('.test.ts'),
  electron: (file) => file.endsWith('.electron.ts'),
  packed: (file) => file.startsWith('test/packaging/'),
}
const texts = new Map(FILES.map((file) => [file, readFileSync(file, 'utf8')]))

/** What a cell names: files, and tests with the suites they are said to be in. */
function promisesOf(cell: string) {
  const files = Array.from(cell.matchAll(/`([\w-]+\.test\.ts)`/g), ([, name]) => name!)
  const named = cell.split(' · ').flatMap((part) => {
    const marks = Array.from(part.matchAll(/\*\*(\w+)\*\*/g), ([, mark]) => mark!)
    const names = Array.from(part.replaceAll(/\*\*\w+\*\*/g, '').matchAll(/\*([^*]+)\*/g), ([, name]) => name!)
    return names.flatMap((name) =>
      (marks.length === 0 ? ['unit'] : marks).map((suite) => ({ suite, name: name.replace(/[,:]? ?…$/, '') })),
    )
  })
  return { files, named }
}

test('every test that the table of security promises names exists, in the suite it is said to be in', () => {
  const promises = TABLE.map(promisesOf)
  const files = promises.flatMap((promise) => promise.files)
  const named = promises.flatMap((promise) => promise.named)
  expect(files.length).toBeGreaterThan(20)
  expect(named.length).toBeGreaterThan(20)
  expect(files.filter((name) => !FILES.some((file) => path.posix.basename(file) === name))).toEqual([])
  const missing = named.filter(({ suite, name }) => {
    const isIn = SUITES[suite] ?? ((file: string) => file.startsWith('test/unit/'))
    return !FILES.some((file) => isIn(file) && texts.get(file)!.includes(`'${name}`))
  })
  expect(missing).toEqual([])
})

test('each of the twenty points of Electron’s checklist has a row with a test', () => {
  const rows = readFileSync('SECURITY.md', 'utf8').matchAll(/^\| ([\d, ]+) \|.*\| (.+) \|$/gm)
  const points = Array.from(rows, ([, numbers = '', held = '']) =>
    /test\.ts|\*|as \d/.test(held) ? numbers : '',
  ).flatMap((numbers) => numbers.split(', ').map(Number))
  expect(points).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})
