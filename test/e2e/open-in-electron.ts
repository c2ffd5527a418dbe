import path from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { electronRuntime } from '../../main/demo/electron-runtime.ts'
import type { OpenApp, Places } from './fixtures.ts'

/** The built program in Electron's own runtime. Its dialogs answer by themselves: with a file in the download folder, and with yes. */
export async function openInElectron({
  dataDir,
  downloadsDir,
  appleUrl,
}: Places): Promise<OpenApp & { readonly app: ElectronApplication }> {
  const executablePath = electronRuntime()
  if (!executablePath) throw new Error("Electron's runtime is not here: npm run test:electron says how to get it")
  const app = await _electron.launch({
    executablePath,
    args: [path.resolve('.'), '--data-dir', dataDir],
    env: { ...definedOnly(process.env), ADE_DESK_APPLE_URL: appleUrl },
  })
  const page = await app.firstWindow()
  await app.evaluate(({ dialog }, folder) => {
    // A program that is asked to leave during a run asks back; these tests mean it.
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
    dialog.showSaveDialog = async (options: Electron.SaveDialogOptions) => {
      const name = options.defaultPath?.split(/[\\/]/).at(-1) ?? 'file'
      return { canceled: false, filePath: `${folder}/${name}` }
    }
  }, downloadsDir)
  return { page, app, close: () => app.close() }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
