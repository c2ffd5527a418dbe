import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { deleteMapping, listMappings, saveMapping } from '../../db/import-mappings.ts'
import { findImport, listImports, listRemarks } from '../../db/imports.ts'
import type { WriteDb } from '../../db/open.ts'
import { toStoreError } from '../../db/store-error.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Random } from '../../ports/random.ts'
import type { Importer } from './run-import.ts'
import { readSerialList } from './serial-list.ts'

export type ImportServicePorts = {
  readonly db: WriteDb
  readonly clock: Pick<Clock, 'now'>
  readonly random: Pick<Random, 'uuid'>
  readonly log: Log
  /** In a worker thread, or for a short-lived process right here. */
  readonly importer: Importer
}

export type ImportService = ReturnType<typeof createImportService>

/** As many past imports are shown. */
const LISTED = 200

/** Imports of the console's lists: looked at first, then taken over as a whole. */
export function createImportService({ db, clock, random, log, importer }: ImportServicePorts) {
  function writing(work: () => void) {
    try {
      work()
    } catch (error) {
      throw toStoreError(error, db.name)
    }
    return listMappings(db)
  }

  const handlers: CoreHandlers['imports'] = {
    preview: (choices, context) => importer.preview(choices, context),

    run: async (wish, context) => {
      const done = await importer.run({ ...wish, id: random.uuid() }, context)
      log.info('import.done', { importId: done.id, kind: done.kind, ...done.counts })
      return done
    },

    readSerials: ({ bytes }) => readSerialList([bytes]),

    list: () => listImports(db, LISTED),

    remarks: ({ id, ...page }) => {
      const found = findImport(db, id)
      if (!found) throw new AppError('import.not-found', `there is no import ${id}`)
      return listRemarks(db, found.no, page)
    },

    mappings: () => listMappings(db),
    saveMapping: (given) => writing(() => saveMapping(db, { ...given, savedAt: clock.now() })),
    forgetMapping: ({ signature }) => writing(() => deleteMapping(db, signature)),
  }
  return {
    handlers,
    /** Logged where it fails; the next start tries again. */
    resume: () => importer.resume().catch((error: unknown) => log.error('import.not-resumed', { error })),
  }
}
