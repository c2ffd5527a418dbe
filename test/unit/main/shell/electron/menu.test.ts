import { expect, test } from 'vitest'
import { menuTemplate } from '../../../../../main/shell/electron/menu.ts'

const roles = (platform: NodeJS.Platform, isPackaged: boolean) =>
  JSON.stringify(menuTemplate(platform, { isPackaged }))
    .match(/"role":"(\w+)"/g)
    ?.map((match) => match.slice(8, -1))

test('macOS has the application menu first and no help menu for it alone', () => {
  expect(roles('darwin', true)?.[0]).toBe('appMenu')
  expect(roles('darwin', true)).not.toContain('about')
  expect(roles('win32', true)).toContain('about')
})

test('copy and paste work by their shortcuts everywhere', () => {
  for (const platform of ['darwin', 'win32', 'linux'] as const) expect(roles(platform, true)).toContain('editMenu')
})

test('only developers reload the page and open its tools', () => {
  expect(roles('linux', false)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
  expect(roles('linux', true)).not.toContain('reload')
  expect(roles('linux', true)).not.toContain('toggleDevTools')
})
