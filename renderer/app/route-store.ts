import { createStore, type StoreApi } from '../lib/store.ts'
import { formatRoute, parseRoute, type Route } from './routes.ts'

export type RouteStore = StoreApi<Route>

/** The part of a window that keeps the address. */
export type AddressBar = {
  readonly location: { hash: string }
  readonly history: { readonly replaceState: (data: unknown, unused: string, url: string) => void }
  readonly addEventListener: (type: 'hashchange', listener: () => void) => void
}

export function createRouteStore(address: AddressBar): RouteStore {
  const store = createStore<Route>()(() => parseRoute(address.location.hash))
  address.addEventListener('hashchange', () => store.setState(parseRoute(address.location.hash)))
  return store
}

/** Goes somewhere, as a press on a link does. */
export function goTo(address: AddressBar, route: Route): void {
  address.location.hash = formatRoute(route)
}

/** Says what is shown without going anywhere: the back button does not step through every letter of a search. */
export function describe(address: AddressBar, store: RouteStore, route: Route): void {
  address.history.replaceState(null, '', formatRoute(route))
  store.setState(route)
}
