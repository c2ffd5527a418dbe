import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Parts of other components, what draws nothing, and what fills a place. */
const NOT_BY_ITSELF = new Set(['BesideDrawer', 'SpokenOnly', 'TableHeader', 'TableRow', 'UiLanguage'])

test('every component of the design system is in the gallery', () => {
  const gallery = globSync('test/e2e/page/components/*.tsx')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const missing = globSync('renderer/ui/*.tsx')
    .map((file) => path.basename(file, '.tsx'))
    .filter((name) => !NOT_BY_ITSELF.has(name) && !gallery.includes(`/renderer/ui/${name}.tsx'`))
  expect(missing).toEqual([])
})
