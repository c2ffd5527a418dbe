import type { Desk } from '../../lib/desk.ts'
import { refreshList } from './list-actions.ts'
import type { DevicesStore } from './store.ts'

export const MIN_REFRESH_GAP_MS = 3000
export const SCROLL_REST_MS = 500

export type Moments = { readonly now: number; readonly lastRefreshAt: number; readonly lastScrollAt: number }

/** How long to wait before the list is opened again: neither while somebody scrolls nor every moment of a long sync. */
export function refreshDelayMs({ now, lastRefreshAt, lastScrollAt }: Moments): number {
  return Math.max(0, lastRefreshAt + MIN_REFRESH_GAP_MS - now, lastScrollAt + SCROLL_REST_MS - now)
}

/** Keeps the list on screen fresh while its page is shown. Returns the function that stops. */
export function keepListFresh(store: DevicesStore, desk: Desk): () => void {
  let newest = 0
  let lastRefreshAt = -Infinity
  let lastScrollAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined

  const isStale = () => {
    const { view } = store.getState()
    return view.status === 'ready' && view.value.revision < newest
  }
  const plan = () => {
    if (timer !== undefined || !isStale()) return
    timer = setTimeout(attempt, refreshDelayMs({ now: Date.now(), lastRefreshAt, lastScrollAt }))
  }
  const attempt = () => {
    timer = undefined
    if (!isStale()) return
    const now = Date.now()
    if (refreshDelayMs({ now, lastRefreshAt, lastScrollAt }) > 0) return plan()
    lastRefreshAt = now
    void refreshList(store, desk).then(plan)
  }
  const stopListening = desk.api.devices.changed(({ revision }) => {
    newest = Math.max(newest, revision)
    plan()
  })
  const stopWatching = store.subscribe((state, before) => {
    if (state.visible !== before.visible) lastScrollAt = Date.now()
  })
  return () => {
    stopListening()
    stopWatching()
    clearTimeout(timer)
  }
}
