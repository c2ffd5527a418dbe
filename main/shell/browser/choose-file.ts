import { existsSync } from 'node:fs'
import path from 'node:path'
import type { DesktopPowers } from '../desktop-handlers.ts'
import { answerOf, type Command, type ProgramAnswer } from './command.ts'

type Wish = Parameters<DesktopPowers['chooseFile']>[0]

/** The page of a browser learns no paths, so the system's own dialog asks, through what every such system brings along. */
export function createFileChooser(
  platform: NodeJS.Platform,
  ask: (command: Command) => Promise<ProgramAnswer> = answerOf,
): DesktopPowers['chooseFile'] {
  return async (wish) => {
    for (const command of dialogCommands(wish, platform)) {
      const { isInstalled, output } = await ask(command)
      if (isInstalled) return chosenPath(output)
    }
    return null
  }
}

/**
 * The programs that can ask, most wanted first. The page chose the title: it travels as an argument or a variable, never
 * as code, and never looks like an option (`osascript -e…` would run it).
 */
export function dialogCommands(wish: Wish, platform: NodeJS.Platform): readonly Command[] {
  const { extensions } = wish
  const title = wish.title.replace(/[\p{Cc}]/gu, ' ').replace(/^[-\s]+/, '')
  const patterns = extensions.map((extension) => `*.${extension}`)
  if (platform === 'win32') {
    const filter = patterns.length > 0 ? `${patterns.join(', ')}|${patterns.join(';')}` : '*.*|*.*'
    const args = ['-NoProfile', '-NonInteractive', '-STA', '-Command', WINDOWS_SCRIPT]
    return [{ file: 'powershell.exe', args, env: { ADE_DESK_TITLE: title, ADE_DESK_FILTER: filter } }]
  }
  if (platform === 'darwin') {
    const args = MAC_SCRIPT.flatMap((line) => ['-e', line])
    return [{ file: 'osascript', args: [...args, '--', title, ...extensions] }]
  }
  const filters = patterns.length > 0 ? [`--file-filter=${patterns.join(' ')}`] : []
  return [
    { file: 'zenity', args: ['--file-selection', `--title=${title}`, ...filters] },
    { file: 'kdialog', args: ['--title', title, '--getopenfilename', '.', patterns.join(' ') || '*'] },
  ]
}

/** One existing absolute path, or nothing: a dialog that was closed prints an empty line or fails. */
function chosenPath(answer: string | null): string | null {
  const chosen = answer?.replace(/\r?\n$/, '') ?? ''
  return path.isAbsolute(chosen) && !/[\r\n\0]/.test(chosen) && existsSync(chosen) ? chosen : null
}

const WINDOWS_SCRIPT = [
  'Add-Type -AssemblyName System.Windows.Forms',
  '$dialog = New-Object System.Windows.Forms.OpenFileDialog',
  '$dialog.Title = $env:ADE_DESK_TITLE',
  '$dialog.Filter = $env:ADE_DESK_FILTER',
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8',
  "if ($dialog.ShowDialog() -eq 'OK') { [Console]::Out.Write($dialog.FileName) } else { exit 1 }",
].join('; ')

const MAC_SCRIPT = [
  'on run argv',
  'set wanted to rest of argv',
  'if wanted is {} then return POSIX path of (choose file with prompt (item 1 of argv))',
  'return POSIX path of (choose file with prompt (item 1 of argv) of type wanted)',
  'end run',
]
