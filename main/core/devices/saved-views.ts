import { MAX_SAVED_VIEWS, type SavedView } from '../../../shared/contract/devices.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { readColumnLayout, readSavedViews, writeColumnLayout, writeSavedViews } from '../../db/device-settings.ts'
import type { WriteDb } from '../../db/open.ts'
import { fold } from './fold.ts'

type ViewHandlers = Pick<CoreHandlers['devices'], 'savedViews' | 'saveView' | 'deleteView' | 'layout' | 'keepLayout'>

/** Lists somebody comes back to, and the columns as they were left. */
export function createViewHandlers(db: WriteDb): ViewHandlers {
  return {
    savedViews: () => readSavedViews(db),

    saveView: (change) =>
      db
        .transaction(() => {
          const views = withView(readSavedViews(db), change)
          writeSavedViews(db, views)
          return views
        })
        .immediate(),

    deleteView: ({ id }) =>
      db
        .transaction(() => {
          const views = readSavedViews(db).filter((view) => view.id !== id)
          writeSavedViews(db, views)
          return views
        })
        .immediate(),

    layout: () => readColumnLayout(db),

    keepLayout: ({ columns }) => {
      writeColumnLayout(db, columns)
      return null
    },
  }
}

type ViewChange = Parameters<ViewHandlers['saveView']>[0]

/** Throws `view.name-taken`, `view.too-many`, and `bad-input` for a new view that is not whole. */
export function withView(views: readonly SavedView[], { id, ...change }: ViewChange): readonly SavedView[] {
  const before = views.find((view) => view.id === id)
  const { name, filter, sort, columns } = { ...before, ...definedOf(change) }
  if (!name || !filter || !sort || !columns) throw new AppError('bad-input', 'a new view needs every part')
  if (!before && views.length >= MAX_SAVED_VIEWS) throw new AppError('view.too-many', `there are ${views.length} views`)
  const others = views.filter((view) => view.id !== id)
  if (others.some((view) => fold(view.name) === fold(name))) {
    throw new AppError('view.name-taken', `a view named ${name} exists`, { path: 'name' })
  }
  return [...others, { id, name, filter, sort, columns }].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** A member that is undefined is one that was not named. */
function definedOf<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>
}
