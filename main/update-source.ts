import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readUpdateUrl, requirePublisher, type Updater } from './shell/electron/updates.ts'

type Source = { readonly findUrl: () => Promise<string | undefined>; readonly loadUpdater: () => Promise<Updater> }

/** Where updates come from, if an administrator named a server. Linux has packages for this: their tool updates them. */
export function updateSource(dataDir: string): Source {
  return {
    findUrl: async () => {
      if (process.platform !== 'darwin' && process.platform !== 'win32') return undefined
      const file = await readFile(join(dataDir, 'updates.json'), 'utf8').catch(() => undefined)
      return readUpdateUrl(process.env['ADE_DESK_UPDATE_URL'], file)
    },
    loadUpdater: async () => {
      if (process.platform === 'win32') {
        requirePublisher(await readFile(join(process.resourcesPath, 'app-update.yml'), 'utf8'))
      }
      const { autoUpdater } = (await import('electron-updater')).default
      return autoUpdater
    },
  }
}
