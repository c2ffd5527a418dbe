import { wantProfile, type ProfilesStore } from '../features/profiles/index.ts'
import type { Desk } from '../lib/desk.ts'
import { describe, type AddressBar, type RouteStore } from './route-store.ts'
import { addressQuery, takeMember } from './routes.ts'

export type ProfilesInAddress = {
  readonly address: AddressBar
  readonly profiles: ProfilesStore
  readonly route: RouteStore
}

/** The profile that is open stands in the address, so that a link leads there and reloading comes back. */
export function connectProfiles(desk: Desk, { address, profiles, route }: ProfilesInAddress): void {
  const named = (query: string) => takeMember(query, 'profile').value
  const { place: firstPlace, query: firstQuery } = route.getState()
  if (firstPlace === 'profiles' && named(firstQuery) !== null) profiles.setState({ wanted: named(firstQuery) })
  route.subscribe(({ place, query }) => {
    const { opened } = profiles.getState()
    if (place !== 'profiles' || named(query) === (opened?.saved.id ?? null)) return
    wantProfile(profiles, desk, named(query))
  })
  profiles.subscribe(({ opened }, before) => {
    if (opened?.saved.id === before.opened?.saved.id || route.getState().place !== 'profiles') return
    describe(address, route, { place: 'profiles', query: profilesQuery({ opened }) })
  })
}

export function profilesQuery({ opened }: Pick<ReturnType<ProfilesStore['getState']>, 'opened'>): string {
  return opened ? addressQuery({ profile: opened.saved.id }) : ''
}
