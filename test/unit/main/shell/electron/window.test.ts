import { expect, test } from 'vitest'
import { windowOptions } from '../../../../../main/shell/electron/window.ts'

test('the page runs isolated, in the sandbox, without Node, and fetches no dictionaries', () => {
  const { webPreferences } = windowOptions({ bounds: { width: 1280, height: 800 }, preload: '/out/preload.cjs' })
  expect(webPreferences).toEqual({
    preload: '/out/preload.cjs',
    partition: 'ade-desk',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
  })
})

test('what the page stores stays in memory', () => {
  expect(windowOptions({ bounds: {}, preload: '' }).webPreferences?.partition).not.toMatch(/^persist:/)
})
