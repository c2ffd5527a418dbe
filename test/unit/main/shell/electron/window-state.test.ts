import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  loadWindowState,
  placeWindow,
  saveWindowState,
  type WindowState,
} from '../../../../../main/shell/electron/window-state.ts'

const screen = (x: number, y: number) => ({ workArea: { x, y, width: 1920, height: 1040 } })
const at = (x: number, y: number, width = 1200, height = 700): WindowState => ({
  bounds: { x, y, width, height },
  isMaximized: false,
})
const DEFAULT = { width: 1280, height: 800 }

test('the window opens where it was, also on the second screen', () => {
  expect(placeWindow(at(100, 50), [screen(0, 0)])).toEqual({ x: 100, y: 50, width: 1200, height: 700 })
  expect(placeWindow(at(-1800, 50), [screen(0, 0), screen(-1920, 0)])).toMatchObject({ x: -1800 })
})

test('a window on a screen that is gone, or out of reach, opens at the default size', () => {
  const unreachable = [at(-1800, 50), at(5000, 0), at(100, -400), at(100, 1030), at(1900, 50)]
  for (const state of unreachable) expect(placeWindow(state, [screen(0, 0)])).toEqual(DEFAULT)
  expect(placeWindow(undefined, [screen(0, 0)])).toEqual(DEFAULT)
})

test('a window that stood on a larger screen fits the one there is now', () => {
  expect(placeWindow(at(0, 0, 3840, 2160), [screen(0, 0)])).toEqual({ x: 0, y: 0, width: 1920, height: 1040 })
})

test('a window never opens smaller than the page can be used', () => {
  expect(placeWindow(at(0, 0, 300, 200), [screen(0, 0)])).toMatchObject({ width: 900, height: 600 })
})

test('the state is read back as saved, and a damaged or foreign one counts as none', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'window-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const file = path.join(dir, 'window.json')
  expect(await loadWindowState(file)).toBeUndefined()
  await saveWindowState(file, at(1, 2))
  expect(await loadWindowState(file)).toEqual(at(1, 2))
  expect(readdirSync(dir)).toEqual(['window.json'])
  for (const text of ['', '{"bounds":', '[]', '{"bounds":{"x":1e99,"y":0,"width":1,"height":1},"isMaximized":false}']) {
    writeFileSync(file, text)
    expect(await loadWindowState(file)).toBeUndefined()
  }
})
