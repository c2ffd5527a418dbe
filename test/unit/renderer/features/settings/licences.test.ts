import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LICENCES } from '../../../../../renderer/features/settings/licences.ts'

type Package = {
  readonly version: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
}
type Lock = { readonly packages: Readonly<Record<string, Package & { readonly devDependencies?: object }>> }

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

/** Packages that the build takes into the page, and the runtime beside it: development packages to npm. */
const BUILT_IN = ['electron', 'lucide-react', 'react', 'react-aria-components', 'react-dom', 'zustand']

/** As Node looks for it: beside the package that wants it, then further up. */
function find(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (packages[path]) return path
    if (folder === '') return undefined
  }
}

function shipped(): readonly string[] {
  const found = new Set<string>()
  const add = (name: string, from: string) => {
    const path = find(name, from)
    if (path === undefined || found.has(path)) return
    found.add(path)
    // What Electron's package needs is for fetching the runtime.
    if (name !== 'electron') Object.keys(packages[path]?.dependencies ?? {}).forEach((next) => add(next, path))
  }
  for (const name of [...Object.keys(packages['']?.dependencies ?? {}), ...BUILT_IN]) add(name, '')
  return [...found].filter((path) => !path.includes('/@types/'))
}

const HEADER = `/**
 * What the program contains of others: name, version, licence. Written from package-lock.json by its test
 * (npx vitest run -u test/unit/renderer/features/settings/licences.test.ts); for reading only.
 */
export const LICENCES: readonly (readonly [name: string, version: string, licence: string])[] = [
`

test('the list of licences is that of the packages that are shipped', async () => {
  const rows = shipped().map((path) => {
    const { version, license = '' } = packages[path]!
    return [path.slice(path.lastIndexOf('node_modules/') + 13), version, license] as const
  })
  const unique = [...new Map(rows.map((row) => [row.join(' '), row])).values()]
  const lines = unique
    .toSorted(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map((row) => `  [${row.map((text) => `'${text.replaceAll("'", "\\'")}'`).join(', ')}],\n`)
  await expect(`${HEADER}${lines.join('')}]\n`).toMatchFileSnapshot(
    '../../../../../renderer/features/settings/licences.ts',
  )
})

test('every package has a licence that lets a free program contain it', () => {
  const known = /^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|Python-2\.0|CC0-1\.0|Unlicense|WTFPL)\b/
  expect(LICENCES.filter(([, , licence]) => !known.test(licence))).toEqual([])
})
