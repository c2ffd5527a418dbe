import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Who may import whom (docs/architecture.md). The first room whose folder holds a file decides; a room may always
 * import itself. Entries, the files of `main/` itself and the demo, are where things meet: they may import everything.
 */
const PAGE = ['shared', 'renderer/ui', 'renderer/lib', 'react', 'zustand', 'lucide-react']
const ROOMS: readonly (readonly [room: string, mayImport: readonly string[]])[] = [
  ['shared', ['zod']],
  ['preload', ['shared', 'electron']],
  ['renderer/ui', ['react', 'react-dom', 'react-aria-components', 'lucide-react', '@codemirror', '@lezer']],
  ['renderer/lib', PAGE],
  ['renderer/features', PAGE],
  ['renderer', [...PAGE, 'react-dom']],
  ['main/ports', ['shared', 'node']],
  ['main/ipc', ['shared', 'main/ports', 'node']],
  ['main/clients', ['shared', 'node', 'node-forge', 'plist', 'undici']],
  ['main/db', ['shared', 'node', 'better-sqlite3']],
  [
    'main/core',
    [
      'shared',
      'main/db',
      'node:buffer',
      'node:crypto',
      'node:path',
      'node:util',
      'node:zlib',
      'ical-generator',
      'read-excel-file',
    ],
  ],
  ['main/jobs', ['shared', 'main/core', 'main/db', 'main/clients', 'main/ports', 'main/ipc', 'node', 'zod']],
  ['main/cli', ['shared', 'main/core', 'node', 'commander']],
  ['main/simulator', ['shared', 'node', 'node-forge']],
  ['main/shell/electron', ['shared', 'main/shell', 'main/ports', 'main/ipc', 'node', 'zod', 'electron']],
  ['main/shell/browser', ['shared', 'main/shell', 'main/ports', 'main/ipc', 'node', 'playwright-core']],
  ['main/shell', ['shared', 'main/ports', 'main/ipc', 'node']],
]

/** Rooms whose folders are nouns: another one is seen through its `index.ts` only, by a thread also through its `job.ts`. */
const NOUNS = /^(main\/core|renderer\/features)\/([^/]+)\//

/** What the core asks its ports for instead. */
const NOT_IN_CORE = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|(?<![.\w])fetch\(|\bperformance\.now\(/

const MAX_LINES = 500

const files = globSync('{shared,preload,renderer,main,test}/**/*.{ts,tsx}').map((file) => file.replaceAll('\\', '/'))
const sources = files.filter((file) => !file.startsWith('test/') && !file.endsWith('.d.ts'))
const textOf = (file: string) => readFileSync(file, 'utf8')

/** Every import that runs, `import type` apart; relative ones as paths from the top. */
function importsOf(file: string): string[] {
  const pattern =
    /^(?:import|export)\b(?!\s+type\b)[^'"`;]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm
  return Array.from(textOf(file).matchAll(pattern), ([, from, bare, lazy]) => (from ?? bare ?? lazy)!).map((name) =>
    name.startsWith('.') ? posix.join(posix.dirname(file), name) : name,
  )
}

function isAllowed(file: string, imported: string): boolean {
  const [room, mayImport] = ROOMS.find(([folder]) => file.startsWith(`${folder}/`)) ?? []
  if (!room || !mayImport) return /^main\/([^/]+\.ts$|demo\/)/.test(file)
  return [room, ...mayImport].some(
    (name) => imported === name || imported.startsWith(`${name}/`) || isNode(name, imported),
  )
}

function isNode(name: string, imported: string): boolean {
  return name === 'node' && imported.startsWith('node:')
}

function isOtherNounsInside(file: string, imported: string): boolean {
  const noun = NOUNS.exec(imported)
  if (noun === null || file.startsWith(noun[0])) return false
  const inside = imported.slice(noun[0].length)
  return !/^index\.tsx?$/.test(inside) && !(inside === 'job.ts' && file.startsWith('main/jobs/'))
}

test('every file imports only what its room may', () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter((imported) => !isAllowed(file, imported) || isOtherNounsInside(file, imported))
      .map((imported) => `${file} → ${imported}`),
  )
  expect(sources.length).toBeGreaterThan(100)
  expect(wrong).toEqual([])
})

test('the core takes time, chance and the network from its ports', () => {
  const wrong = sources.filter((file) => file.startsWith('main/core/') && NOT_IN_CORE.test(textOf(file)))
  expect(wrong).toEqual([])
})

test('no file is longer than 500 lines', () => {
  expect(files.filter((file) => textOf(file).split('\n').length > MAX_LINES + 1)).toEqual([])
})
