import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataDir, resolveDataDir } from '../../../../main/ports/paths.ts'

test('what was asked for wins over the environment, the environment over the platform', () => {
  expect(resolveDataDir('here', { ADE_DESK_DATA_DIR: 'there' }, 'linux')).toBe(resolve('here'))
  expect(resolveDataDir(undefined, { ADE_DESK_DATA_DIR: 'there' }, 'linux')).toBe(resolve('there'))
})

test('each platform has its place', () => {
  const on = (platform: NodeJS.Platform, home: string, env = {}) => defaultDataDir(env, { platform, home })
  expect(on('darwin', '/Users/ada')).toBe('/Users/ada/Library/Application Support/ADE Desk')
  expect(on('win32', 'C:\\Users\\ada')).toBe('C:\\Users\\ada\\AppData\\Local\\ADE Desk')
  expect(on('win32', 'C:\\Users\\ada', { LOCALAPPDATA: 'D:\\Local' })).toBe('D:\\Local\\ADE Desk')
  expect(on('linux', '/home/ada')).toBe('/home/ada/.local/share/ade-desk')
  expect(on('linux', '/home/ada', { XDG_DATA_HOME: '/data' })).toBe('/data/ade-desk')
})

test('a relative XDG folder is ignored, as its specification says', () => {
  const env = { XDG_DATA_HOME: 'data' }
  expect(defaultDataDir(env, { platform: 'linux', home: '/home/ada' })).toBe('/home/ada/.local/share/ade-desk')
})
