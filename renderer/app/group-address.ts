import { chooseGroup, groupFromQuery, groupToQuery, loadGroups, type GroupsStore } from '../features/groups/index.ts'
import type { Desk } from '../lib/desk.ts'
import { describe, type AddressBar, type RouteStore } from './route-store.ts'

export type GroupsInAddress = {
  readonly address: AddressBar
  readonly groups: GroupsStore
  readonly route: RouteStore
}

/** The chosen group stands in the address; the tree is read while its place is shown, and again when it changes. */
export function connectGroups(desk: Desk, { address, groups, route }: GroupsInAddress): void {
  const isShown = () => route.getState().place === 'groups'
  const readAgain = () => {
    if (isShown()) void loadGroups(groups, desk)
  }
  desk.api.groups.changed(readAgain)
  desk.api.sync.changed(readAgain)

  const first = groupFromQuery(route.getState().query)
  if (isShown() && first !== null) groups.setState({ chosen: first })
  route.subscribe(({ place, query }) => {
    const named = groupFromQuery(query)
    if (place === 'groups' && named !== null && named !== groups.getState().chosen)
      void chooseGroup(groups, desk, named)
  })
  groups.subscribe(({ chosen }, before) => {
    if (chosen !== before.chosen && isShown()) {
      describe(address, route, { place: 'groups', query: groupToQuery(chosen) })
    }
  })
}
