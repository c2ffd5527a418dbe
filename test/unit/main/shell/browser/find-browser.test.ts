import { expect, test } from 'vitest'
import { browserCandidates, findBrowser } from '../../../../../main/shell/browser/find-browser.ts'

test('a browser named by the person is the only one tried', () => {
  expect(browserCandidates({ ADE_DESK_BROWSER: '/opt/b', PATH: '/usr/bin' }, 'linux')).toEqual(['/opt/b'])
})

test('on Linux the folders of PATH are searched, Chrome before Chromium', () => {
  const installed = new Set(['/usr/bin/chromium', '/snap/bin/google-chrome'])
  const env = { PATH: '/usr/bin:relative:/snap/bin' }
  expect(findBrowser(env, 'linux', (path) => installed.has(path))).toBe('/snap/bin/google-chrome')
  expect(browserCandidates(env, 'linux').every((path) => path.startsWith('/'))).toBe(true)
})

test('on Windows Edge is found where it always is', () => {
  const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  expect(findBrowser(env, 'win32', (path) => path === edge)).toBe(edge)
})

test("on macOS the person's own applications count", () => {
  const edge = '/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  expect(findBrowser({ HOME: '/Users/ada' }, 'darwin', (path) => path === edge)).toBe(edge)
})

test('no browser is an answer, not a guess', () => {
  expect(findBrowser({ PATH: '/usr/bin' }, 'linux', () => false)).toBeUndefined()
})
