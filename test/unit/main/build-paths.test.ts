import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { buildPaths } from '../../../main/build-paths.ts'

const seenFrom = (...parts: string[]) => {
  const { page, preload, entry } = buildPaths(pathToFileURL(path.resolve(...parts)).href)
  return [page, preload, entry('cli')]
}
const under = (...folder: string[]) => [
  path.resolve(...folder, 'out', 'renderer'),
  path.resolve(...folder, 'out', 'preload', 'preload.cjs'),
  path.resolve(...folder, 'out', 'main', 'cli.js'),
]

test('every module of a build finds the same folders, wherever the bundler put it', () => {
  expect(seenFrom('/app', 'out', 'main', 'index.js')).toEqual(under('/app'))
  expect(seenFrom('/app', 'out', 'main', 'chunks', 'open-A1.js')).toEqual(under('/app'))
  expect(seenFrom('/app.asar', 'out', 'main', 'jobs', 'sync.js')).toEqual(under('/app.asar'))
})

test('a checkout that lies in a folder of that name is not mistaken', () => {
  expect(seenFrom('/out/main/checkout', 'out', 'main', 'cli.js')).toEqual(under('/out/main/checkout'))
})

test('from source the build beside it is shown', () => {
  expect(buildPaths().page).toBe(path.resolve('out', 'renderer'))
})
