import { expect, test } from 'vitest'
import { electronPowers } from '../../../../../main/shell/electron/powers.ts'

function fakeDesktop({ canceled = false, failure = '' } = {}) {
  const asked: unknown[] = []
  const electron = {
    app: { getPath: () => '/downloads' },
    dialog: {
      showSaveDialog: async (options: unknown) => {
        asked.push(options)
        return { canceled, filePath: canceled ? '' : '/downloads/a.csv' }
      },
      showOpenDialog: async (options: unknown) => {
        asked.push(options)
        return { canceled, filePaths: canceled ? [] : ['/home/a.csv', '/home/b.csv'] }
      },
    },
    shell: {
      openExternal: async () => {},
      showItemInFolder: () => {},
      openPath: async (path: string) => {
        asked.push(path)
        return failure
      },
    },
  }
  return { powers: electronPowers(electron, 'darwin', async () => new Uint8Array()), asked }
}

test('a file to open is one file of the kinds asked for', async () => {
  const { powers, asked } = fakeDesktop()
  expect(await powers.chooseFile({ title: 'Open the tree', extensions: ['csv', 'txt'] })).toBe('/home/a.csv')
  await powers.chooseFile({ title: 'Open', extensions: [] })
  expect(asked).toEqual([
    {
      title: 'Open the tree',
      filters: [{ name: 'Open the tree', extensions: ['csv', 'txt'] }],
      properties: ['openFile'],
    },
    { title: 'Open', filters: [], properties: ['openFile'] },
  ])
})

test('a dialog that was closed chooses nothing', async () => {
  const { powers } = fakeDesktop({ canceled: true })
  expect(await powers.chooseFile({ title: '', extensions: [] })).toBeNull()
  expect(await powers.choosePath({ title: '', suggestedName: 'a' })).toBeNull()
})

test('a folder that cannot be opened is a failure, not silence', async () => {
  await expect(fakeDesktop({ failure: 'no such folder' }).powers.openFolder('/x')).rejects.toThrow('no such folder')
  const { powers, asked } = fakeDesktop()
  await powers.openFolder('/data/logs')
  expect(asked).toEqual(['/data/logs'])
})
