import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { DesktopPowers } from '../desktop-handlers.ts'
import { desktopPlatform } from '../platform.ts'
import { startCommand, type Command } from './command.ts'

/** The browser shell's side of the desktop contract: no dialogs of our own, so files go to the download folder. */
export function browserPowers({
  downloadsDir,
  platform,
  chooseFile,
  printPdf,
}: {
  readonly downloadsDir: string
  readonly platform: NodeJS.Platform
  readonly chooseFile: DesktopPowers['chooseFile']
  readonly printPdf: DesktopPowers['printPdf']
}): DesktopPowers {
  const handedOut = new Set<string>()
  return {
    info: { shell: 'browser', platform: desktopPlatform(platform) },
    choosePath: async ({ suggestedName }) => {
      mkdirSync(downloadsDir, { recursive: true })
      const chosen = freePath(path.join(downloadsDir, suggestedName), (path) => handedOut.has(path) || existsSync(path))
      handedOut.add(chosen)
      return chosen
    },
    chooseFile,
    printPdf,
    openLink: (url) => startCommand(openCommand(url, platform)),
    revealFile: (file) => startCommand(revealCommand(file, platform)),
    openFolder: (folder) => {
      mkdirSync(folder, { recursive: true })
      return startCommand(folderCommand(folder, platform))
    },
  }
}

/** The path itself or, where it is taken, the first of `name (1).csv`, `name (2).csv`, … that is not. */
export function freePath(wanted: string, isTaken: (path: string) => boolean): string {
  const { dir, name, ext } = path.parse(wanted)
  for (let number = 0; ; number++) {
    const candidate = path.join(dir, number === 0 ? `${name}${ext}` : `${name} (${number})${ext}`)
    if (!isTaken(candidate)) return candidate
  }
}

/** No shell takes part: an address cannot become a command. */
export function openCommand(url: string, platform: NodeJS.Platform): Command {
  if (platform === 'win32') return { file: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] }
  return { file: platform === 'darwin' ? 'open' : 'xdg-open', args: [url] }
}

export function revealCommand(file: string, platform: NodeJS.Platform): Command {
  if (platform === 'win32') return { file: 'explorer.exe', args: [`/select,${file}`] }
  if (platform === 'darwin') return { file: 'open', args: ['-R', file] }
  return { file: 'xdg-open', args: [path.posix.dirname(file)] }
}

export function folderCommand(folder: string, platform: NodeJS.Platform): Command {
  if (platform === 'win32') return { file: 'explorer.exe', args: [folder] }
  return { file: platform === 'darwin' ? 'open' : 'xdg-open', args: [folder] }
}
