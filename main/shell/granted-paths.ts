import { resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { CoreHandlers } from '../../shared/contract/index.ts'

export type GrantedPaths = ReturnType<typeof createGrantedPaths>

/** A file chosen to be read is not one the page may write over; one chosen to be written may be read back. */
export type PathUse = 'read' | 'write'

/**
 * The paths the person chose in a dialog of this run. The page is not trusted with the file system: it may name a
 * path again, it cannot make one up.
 */
export function createGrantedPaths() {
  const granted = new Map<string, PathUse>()
  return {
    grant(path: string, use: PathUse): string {
      const absolute = resolve(path)
      if (granted.get(absolute) !== 'write') granted.set(absolute, use)
      return absolute
    },

    /** The same path, absolute; throws `bad-input` for one that was not handed out for this use. */
    require(path: string, use: PathUse): string {
      const absolute = resolve(path)
      const allowed = granted.get(absolute)
      if (allowed === undefined || (use === 'write' && allowed === 'read')) {
        throw new AppError('bad-input', 'this path was not chosen here', { path: 'path' })
      }
      return absolute
    },
  }
}

/** The core's handlers as a page may call them: files are read and written only where the person said so. */
export function guardPaths(handlers: CoreHandlers, granted: GrantedPaths): CoreHandlers {
  const chosen = <I extends { readonly path: string }>(input: I, use: PathUse = 'write'): I => ({
    ...input,
    path: granted.require(input.path, use),
  })
  const { credentials, devices, imports, reconcile, reports, vault } = handlers
  return {
    ...handlers,
    devices: { ...devices, exportCsv: (input, context) => devices.exportCsv(chosen(input), context) },
    credentials: {
      ...credentials,
      saveCalendar: (input, context) => credentials.saveCalendar(chosen(input), context),
      exportCsv: (input, context) => credentials.exportCsv(chosen(input), context),
    },
    imports: {
      ...imports,
      preview: (input, context) => imports.preview(chosen(input, 'read'), context),
      run: (input, context) => imports.run(chosen(input, 'read'), context),
    },
    reconcile: {
      ...reconcile,
      start: ({ portal, console }, context) =>
        reconcile.start({ portal: chosen(portal, 'read'), console: console && chosen(console, 'read') }, context),
      exportCsv: (input, context) => reconcile.exportCsv(chosen(input), context),
    },
    reports: {
      ...reports,
      write: (input, context) => reports.write(chosen(input), context),
      saveSchedule: ({ path, ...input }, context) =>
        reports.saveSchedule(path === undefined ? input : chosen({ ...input, path }), context),
    },
    vault: {
      ...vault,
      backup: (input, context) => vault.backup(chosen(input), context),
      restore: ({ path, ...input }, context) =>
        vault.restore(path === undefined ? input : { ...input, path: granted.require(path, 'read') }, context),
    },
  }
}
