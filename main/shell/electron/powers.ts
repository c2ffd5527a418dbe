import { join } from 'node:path'
import type { App, Dialog, Shell } from 'electron'
import type { DesktopPowers } from '../desktop-handlers.ts'
import { desktopPlatform } from '../platform.ts'

type Electron = {
  readonly app: Pick<App, 'getPath'>
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showOpenDialog'>
  readonly shell: Pick<Shell, 'openExternal' | 'showItemInFolder' | 'openPath'>
}

/** Electron's side of the desktop contract. The save dialog itself asks before an existing file is replaced. */
export function electronPowers(
  { app, dialog, shell }: Electron,
  platform: NodeJS.Platform,
  printPdf: DesktopPowers['printPdf'],
): DesktopPowers {
  return {
    info: { shell: 'electron', platform: desktopPlatform(platform) },
    choosePath: async ({ suggestedName, title }) => {
      const answer = await dialog.showSaveDialog({
        title,
        defaultPath: join(app.getPath('downloads'), suggestedName),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      return answer.canceled ? null : answer.filePath
    },
    chooseFile: async ({ title, extensions }) => {
      const filters = extensions.length > 0 ? [{ name: title, extensions: [...extensions] }] : []
      const answer = await dialog.showOpenDialog({ title, filters, properties: ['openFile'] })
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },
    printPdf,
    openLink: (url) => shell.openExternal(url),
    revealFile: async (path) => shell.showItemInFolder(path),
    openFolder: async (path) => {
      const failure = await shell.openPath(path)
      if (failure !== '') throw new Error(failure)
    },
  }
}
