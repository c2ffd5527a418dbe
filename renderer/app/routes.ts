import { PLACES, type Place } from '../../shared/model/places.ts'

/** Where one is: a place, and what of it is shown. Lives in the address, so that reloading comes back here. */
export type Route = { readonly place: Place; readonly query: string }

/** `#/devices?family=iPad`; anything unknown leads to the first place. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const place = PLACES.find((known) => known === path)
  return place ? { place, query } : { place: 'overview', query: '' }
}

export function formatRoute({ place, query }: Route): string {
  return query === '' ? `#/${place}` : `#/${place}?${query}`
}

export function addressQuery(members: Readonly<Record<string, string>>): string {
  return new URLSearchParams(members).toString()
}

/** One member of a query and the query without it: `device=F9&family=iPad` is a device to open and a filter. */
export function takeMember(query: string, name: string): { readonly value: string | null; readonly rest: string } {
  const members = new URLSearchParams(query)
  const value = members.get(name)
  members.delete(name)
  return { value, rest: members.toString() }
}
