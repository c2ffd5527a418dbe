import { writeFile } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import type { DesktopHandlers } from '../../shared/contract/index.ts'
import { writePrivateFile } from '../ports/files.ts'
import type { GrantedPaths } from './granted-paths.ts'

/** What a shell must be able to do; everything that decides whether it may is here and the same for all shells. */
export type DesktopPowers = {
  readonly info: { readonly shell: 'electron' | 'browser'; readonly platform: 'darwin' | 'win32' | 'linux' }
  /** Null when the person changed their mind. */
  readonly choosePath: (wish: { readonly suggestedName: string; readonly title: string }) => Promise<string | null>
  /** An existing file. Null also where this desktop has no dialog for it. */
  readonly chooseFile: (wish: {
    readonly title: string
    readonly extensions: readonly string[]
  }) => Promise<string | null>
  /** A document as the bytes of a PDF: without its scripts and without a network. */
  readonly printPdf: (html: string) => Promise<Uint8Array>
  readonly openLink: (url: string) => Promise<void>
  readonly revealFile: (path: string) => Promise<void>
  readonly openFolder: (path: string) => Promise<void>
}

/** What the handlers need of the program itself. */
export type DesktopProgram = {
  readonly folders: Readonly<Record<'data' | 'logs', string>>
  /** The text of a diagnostics file: without secrets. */
  readonly collectDiagnostics: () => Promise<string>
  /** Shows the demo in place of the program's own data, or these again. Resolves before the window changes. */
  readonly showDemo?: ((wanted: boolean) => Promise<void>) | undefined
}

export function createDesktopHandlers(
  powers: DesktopPowers,
  granted: GrantedPaths,
  { folders, collectDiagnostics, showDemo = refuseDemo }: DesktopProgram,
): DesktopHandlers {
  return {
    shell: {
      info: () => powers.info,

      chooseSavePath: async ({ suggestedName, title }) => {
        const path = await powers.choosePath({ suggestedName: plainFileName(suggestedName), title })
        return path === null ? null : granted.grant(path, 'write')
      },

      chooseOpenPath: async ({ title, extensions }) => {
        const path = await powers.chooseFile({ title, extensions: extensions.filter(isExtension) })
        return path === null ? null : granted.grant(path, 'read')
      },

      openFolder: async ({ folder }) => {
        await powers.openFolder(folders[folder])
        return null
      },

      saveDiagnostics: async ({ path }) => {
        const target = granted.require(path, 'write')
        await writePrivateFile(target, new TextEncoder().encode(await collectDiagnostics()))
        return null
      },

      saveText: async ({ path, text }) => {
        try {
          // What is saved may be a recovery code: for its owner only.
          await writeFile(granted.require(path, 'write'), text, { mode: 0o600 })
        } catch (cause) {
          if (cause instanceof AppError) throw cause
          throw new AppError('file.unwritable', 'saving a text', { path, cause })
        }
        return null
      },

      savePdf: async ({ path, html }) => {
        const target = granted.require(path, 'write')
        const bytes = await printed(powers, html)
        try {
          await writeFile(target, bytes, { mode: 0o600 })
        } catch (cause) {
          throw new AppError('file.unwritable', 'saving a PDF', { path, cause })
        }
        return null
      },

      openLink: async ({ url }) => {
        await powers.openLink(webAddress(url))
        return null
      },

      revealFile: async ({ path }) => {
        await powers.revealFile(granted.require(path, 'read'))
        return null
      },

      openDemo: async () => {
        await showDemo(true)
        return null
      },

      leaveDemo: async () => {
        await showDemo(false)
        return null
      },
    },
  }
}

async function printed({ printPdf }: DesktopPowers, html: string): Promise<Uint8Array> {
  try {
    return await printPdf(html)
  } catch (cause) {
    throw new AppError('pdf.failed', 'drawing a PDF', { cause })
  }
}

function refuseDemo(): never {
  throw new Error('this program was started in a way that has no demo beside it')
}

/** A suggestion is a name, not a place: separators, control characters and leading dots are replaced. */
export function plainFileName(suggested: string): string {
  const name = suggested.replace(/[\p{Cc}<>:"/\\|?*]/gu, '-').replace(/^[.\s]+|[.\s]+$/g, '')
  return name || 'untitled'
}

/** Dialogs take them without a dot; anything else would be a pattern of some platform's own. */
function isExtension(text: string): boolean {
  return /^[A-Za-z0-9]+$/.test(text)
}

/** The address as the URL parser reads it: what was checked is what is opened. */
function webAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'https:' || url.username || url.password) {
    throw new AppError('bad-input', 'only https addresses are opened', { path: 'url' })
  }
  return url.href
}
