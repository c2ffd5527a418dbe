import { resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { CoreHandlers } from '../../shared/contract/index.ts'

export type GrantedPaths = ReturnType<typeof createGrantedPaths>

/**
 * The paths the person chose in a save dialog of this run. The page is not trusted with the file system: it may name a
 * path again, it cannot make one up.
 */
export function createGrantedPaths() {
  const granted = new Set<string>()
  return {
    grant(path: string): string {
      const absolute = resolve(path)
      granted.add(absolute)
      return absolute
    },

    /** The same path, absolute; throws `bad-input` for one that was not handed out. */
    require(path: string): string {
      const absolute = resolve(path)
      if (!granted.has(absolute)) throw new AppError('bad-input', 'this path was not chosen here', { path: 'path' })
      return absolute
    },
  }
}

/** The core's handlers as a page may call them: files are read and written only where the person said so. */
export function guardPaths(handlers: CoreHandlers, granted: GrantedPaths): CoreHandlers {
  const chosen = <I extends { readonly path: string }>(input: I): I => ({ ...input, path: granted.require(input.path) })
  const { devices, vault } = handlers
  return {
    ...handlers,
    devices: { ...devices, exportCsv: (input, context) => devices.exportCsv(chosen(input), context) },
    vault: {
      ...vault,
      backup: (input, context) => vault.backup(chosen(input), context),
      restore: (input, context) => vault.restore(chosen(input), context),
    },
  }
}
