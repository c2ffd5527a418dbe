import { AppError } from '../../../shared/errors.ts'

/** A window has one list, a picker now and then a second: more are forgotten views of pages that are gone. */
const MOST_VIEWS = 8

/** Open views: each the ids of its devices in an order that stays. The one not looked at for longest goes first. */
export function createDeviceViews() {
  const views = new Map<number, Uint32Array>()
  let next = 1

  return {
    open(ids: Uint32Array): number {
      const view = next++
      views.set(view, ids)
      if (views.size > MOST_VIEWS) views.delete(views.keys().next().value!)
      return view
    },

    /** Throws `view.gone`. */
    ids(view: number): Uint32Array {
      const ids = views.get(view)
      if (!ids) throw new AppError('view.gone', `view ${view} is closed`)
      views.delete(view)
      views.set(view, ids)
      return ids
    },

    close: (view: number): void => void views.delete(view),
  }
}
