import { z } from 'zod'
import { call, push, type } from '../../shared/contract/define.ts'
import { devices, type FacetCount } from '../../shared/contract/devices.ts'
import type { GroupCount, PlannedMove, SelectedIds } from '../core/devices/index.ts'
import type { PushedLine } from './pushed-log.ts'

/** What the reader worker is started with. */
export type ReaderWorkerData = { readonly dbPath: string }

const { openView, rows, closeView, facets, serials, previewMove, exportCsv, changed } = devices

/** Closes the store. Comes before the thread is ended: a thread ended with an open one may take the process along. */
const close = call({ input: z.strictObject({}), output: type<null>() })

/** For the groups: the page gets the numbers with the tree. */
const countByGroup = call({ input: z.strictObject({}), output: type<readonly GroupCount[]>() })

/** For the versions of a profile. */
const countByProfile = call({ input: z.strictObject({}), output: type<readonly FacetCount[]>() })

/** For whatever is done with a selection, which another thread does. */
const selectIds = call({
  input: previewMove.input.shape.selection,
  output: type<SelectedIds>(),
  fails: ['group.not-found'],
})

/** For the move itself, which another thread does. */
const planMove = call({ input: previewMove.input, output: type<PlannedMove>(), fails: previewMove.fails })

/** The calls of the page's contract that look at all devices, answered in a thread of their own. */
export const readerContract = {
  reader: {
    openView,
    rows,
    closeView,
    facets,
    serials,
    previewMove,
    exportCsv,
    changed,
    countByGroup,
    countByProfile,
    selectIds,
    planMove,
    logged: push<PushedLine>(),
    close,
  },
} as const
