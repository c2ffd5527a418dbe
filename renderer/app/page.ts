import {
  chooseDevices,
  createDevicesStore,
  filterFromQuery,
  filterToQuery,
  isSameFilter,
  showDevices,
} from '../features/devices/index.ts'
import { createGroupsStore } from '../features/groups/index.ts'
import { createNoticesStore } from '../features/notices/index.ts'
import { createOverviewStore } from '../features/overview/index.ts'
import { createSettingsStore } from '../features/settings/index.ts'
import { createSyncStore, loadSync, receiveProgress } from '../features/sync/index.ts'
import { createTokensStore, loadTokens } from '../features/tokens/index.ts'
import { createVaultStore, isUnlocked, loadVault, receiveVault } from '../features/vault/index.ts'
import type { PageApi } from '../lib/api.ts'
import type { Desk } from '../lib/desk.ts'
import { createFeedback } from '../lib/feedback.ts'
import { createRouteStore, describe, type AddressBar } from './route-store.ts'
import { createShellStore, loadShell } from './shell-store.ts'

export type PageStores = ReturnType<typeof createPage>

/** Everything the page knows, and the wires between: pushes in, the address in and out. Nothing here draws. */
export function createPage(api: PageApi, address: AddressBar) {
  const desk: Desk = { api, feedback: createFeedback() }
  const stores = {
    vault: createVaultStore(),
    tokens: createTokensStore(),
    devices: createDevicesStore(),
    sync: createSyncStore(),
    groups: createGroupsStore(),
    overview: createOverviewStore(),
    settings: createSettingsStore(),
    notices: createNoticesStore(),
    shell: createShellStore(),
    route: createRouteStore(address),
  }
  const { vault, tokens, devices, sync, route } = stores
  const loadAll = () => void Promise.all([loadTokens(tokens, desk), loadSync(sync, desk)])

  api.vault.changed((status) => receiveVault(vault, status))
  api.tokens.changed(() => void loadTokens(tokens, desk))
  api.sync.progress((progress) => receiveProgress(sync, progress))
  api.sync.changed(() => loadAll())
  vault.subscribe((state, before) => {
    if (isUnlocked(state) && !isUnlocked(before)) loadAll()
  })

  const { place: firstPlace, query: firstQuery } = route.getState()
  if (firstPlace === 'devices') devices.setState({ filter: filterFromQuery(firstQuery) })
  route.subscribe(({ place, query }, before) => {
    const filter = filterFromQuery(query)
    if (place !== 'devices' || isSameFilter(filter, devices.getState().filter)) return
    // The page opens its list itself when it is shown.
    if (before.place === 'devices') void showDevices(devices, desk, filter)
    else chooseDevices(devices, desk, filter)
  })
  devices.subscribe(({ filter }, before) => {
    if (filter !== before.filter && route.getState().place === 'devices') {
      describe(address, route, { place: 'devices', query: filterToQuery(filter) })
    }
  })

  void loadVault(vault, desk)
  void loadShell(stores.shell, desk)
  return { desk, address, ...stores }
}
