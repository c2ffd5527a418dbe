import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { browserPowers, folderCommand, openCommand, revealCommand } from '../../../../../main/shell/browser/powers.ts'

test('a saved file never takes the place of another, nor of one promised before', async () => {
  const downloadsDir = mkdtempSync(path.join(tmpdir(), 'downloads-'))
  onTestFinished(() => rmSync(downloadsDir, { recursive: true }))
  writeFileSync(path.join(downloadsDir, 'devices.csv'), 'mine')
  const { choosePath } = browserPowers({
    downloadsDir,
    platform: 'linux',
    chooseFile: async () => null,
    printPdf: async () => new Uint8Array(),
  })
  const wish = { suggestedName: 'devices.csv', title: '' }
  expect([await choosePath(wish), await choosePath(wish)]).toEqual([
    path.join(downloadsDir, 'devices (1).csv'),
    path.join(downloadsDir, 'devices (2).csv'),
  ])
})

test('an address is handed to the system as one argument, without a shell', () => {
  const url = 'https://example.com/?a=1&b=$(id)'
  expect(openCommand(url, 'win32')).toEqual({ file: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] })
  expect(openCommand(url, 'darwin')).toEqual({ file: 'open', args: [url] })
  expect(openCommand(url, 'linux')).toEqual({ file: 'xdg-open', args: [url] })
})

test('a file is shown in its folder', () => {
  expect(revealCommand('C:\\a\\b.csv', 'win32')).toEqual({ file: 'explorer.exe', args: ['/select,C:\\a\\b.csv'] })
  expect(revealCommand('/a/b.csv', 'darwin')).toEqual({ file: 'open', args: ['-R', '/a/b.csv'] })
  expect(revealCommand('/a/b.csv', 'linux')).toEqual({ file: 'xdg-open', args: ['/a'] })
})

test('a folder is opened in the file manager', () => {
  expect(folderCommand('C:\\a', 'win32')).toEqual({ file: 'explorer.exe', args: ['C:\\a'] })
  expect(folderCommand('/a', 'darwin')).toEqual({ file: 'open', args: ['/a'] })
  expect(folderCommand('/a', 'linux')).toEqual({ file: 'xdg-open', args: ['/a'] })
})
