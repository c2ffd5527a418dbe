import { writeFile } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import type { DesktopHandlers } from '../../shared/contract/index.ts'
import type { GrantedPaths } from './granted-paths.ts'

/** What a shell must be able to do; everything that decides whether it may is here and the same for all shells. */
export type DesktopPowers = {
  readonly info: { readonly shell: 'electron' | 'browser'; readonly platform: 'darwin' | 'win32' | 'linux' }
  /** Null when the person changed their mind. */
  readonly choosePath: (wish: { readonly suggestedName: string; readonly title: string }) => Promise<string | null>
  readonly openLink: (url: string) => Promise<void>
  readonly revealFile: (path: string) => Promise<void>
}

export function createDesktopHandlers(powers: DesktopPowers, granted: GrantedPaths): DesktopHandlers {
  return {
    shell: {
      info: () => powers.info,

      chooseSavePath: async ({ suggestedName, title }) => {
        const path = await powers.choosePath({ suggestedName: plainFileName(suggestedName), title })
        return path === null ? null : granted.grant(path)
      },

      chooseOpenPath: () => null,
      openFolder: () => null,
      saveDiagnostics: () => null,

      saveText: async ({ path, text }) => {
        try {
          await writeFile(granted.require(path), text)
        } catch (cause) {
          if (cause instanceof AppError) throw cause
          throw new AppError('file.unwritable', 'saving a text', { path, cause })
        }
        return null
      },

      openLink: async ({ url }) => {
        await powers.openLink(webAddress(url))
        return null
      },

      revealFile: async ({ path }) => {
        await powers.revealFile(granted.require(path))
        return null
      },
    },
  }
}

/** A suggestion is a name, not a place: separators, control characters and leading dots are replaced. */
export function plainFileName(suggested: string): string {
  const name = suggested.replace(/[\p{Cc}<>:"/\\|?*]/gu, '-').replace(/^[.\s]+|[.\s]+$/g, '')
  return name || 'untitled'
}

/** The address as the URL parser reads it: what was checked is what is opened. */
function webAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'https:' || url.username || url.password) {
    throw new AppError('bad-input', 'only https addresses are opened', { path: 'url' })
  }
  return url.href
}
