import { createAssignmentsStore } from '../features/assignments/index.ts'
import { createCredentialsStore, loadCredentials } from '../features/credentials/index.ts'
import {
  chooseDevices,
  closeDevice,
  createDevicesStore,
  filterFromQuery,
  filterToQuery,
  isSameFilter,
  openDevice,
  rereadDevice,
  showDevices,
  type DevicesPageState,
} from '../features/devices/index.ts'
import { createDiagnosisStore, receiveChange } from '../features/diagnosis/index.ts'
import { createGroupsStore, loadRules } from '../features/groups/index.ts'
import { createNetcheckStore } from '../features/netcheck/index.ts'
import { announceNotice, createNoticesStore, loadNotices, receiveNotices } from '../features/notices/index.ts'
import { createOverviewStore, receiveDeviceChange } from '../features/overview/index.ts'
import { createProfilesStore, loadProfiles } from '../features/profiles/index.ts'
import { createReconcileStore, loadReconciliations } from '../features/reconcile/index.ts'
import { createRegistrationStore } from '../features/registration-tokens/index.ts'
import { createRehearsalStore } from '../features/rehearsal/index.ts'
import { createReportsStore, loadReports, loadRunning, receiveWork } from '../features/reports/index.ts'
import { createSettingsStore, receiveSettings } from '../features/settings/index.ts'
import { createSyncStore, loadSync, receiveProgress } from '../features/sync/index.ts'
import { createTokensStore, loadTokens } from '../features/tokens/index.ts'
import { createVaultStore, isUnlocked, loadVault, receiveVault } from '../features/vault/index.ts'
import { toSerial } from '../../shared/model/ids.ts'
import type { PageApi } from '../lib/api.ts'
import type { Desk } from '../lib/desk.ts'
import { createFeedback } from '../lib/feedback.ts'
import { connectDiagnosis } from './diagnosis-address.ts'
import { connectGroups } from './group-address.ts'
import { connectProfiles } from './profile-address.ts'
import { createPaletteStore } from './palette-store.ts'
import { createLookStore, followSettings } from './preferences.ts'
import { createRouteStore, describe, type AddressBar, type RouteStore } from './route-store.ts'
import { addressQuery, takeMember } from './routes.ts'
import { createShellStore, loadShell } from './shell-store.ts'

export type PageStores = ReturnType<typeof createPage>

/** Everything the page knows, and the wires between: pushes in, the address in and out. Nothing here draws. */
export function createPage(api: PageApi, address: AddressBar) {
  const desk: Desk = { api, feedback: createFeedback() }
  const stores = {
    vault: createVaultStore(),
    tokens: createTokensStore(),
    credentials: createCredentialsStore(),
    devices: createDevicesStore(),
    assignments: createAssignmentsStore(),
    registrations: createRegistrationStore(),
    sync: createSyncStore(),
    groups: createGroupsStore(),
    profiles: createProfilesStore(),
    overview: createOverviewStore(),
    reconcile: createReconcileStore(),
    reports: createReportsStore(),
    diagnosis: createDiagnosisStore(),
    netcheck: createNetcheckStore(),
    rehearsal: createRehearsalStore(),
    settings: createSettingsStore(),
    notices: createNoticesStore(),
    shell: createShellStore(),
    palette: createPaletteStore(),
    look: createLookStore(),
    route: createRouteStore(address),
  }
  const { vault, tokens, devices, sync, overview, notices, route } = stores
  const loadAll = () =>
    void Promise.all([loadTokens(tokens, desk), loadSync(sync, desk), loadProfiles(stores.profiles, desk)])

  const readCredentials = () => void loadCredentials(stores.credentials, desk)

  api.credentials.changed(readCredentials)
  api.vault.changed((status) => receiveVault(vault, status))
  api.tokens.changed(() => void loadTokens(tokens, desk))
  api.sync.progress((progress) => receiveProgress(sync, progress))
  api.sync.changed(() => loadAll())
  api.shell.opened(({ address: opened }) => (address.location.hash = opened))
  api.registrationTokens.changed(() => {
    void rereadDevice(devices, desk)
    if (stores.groups.getState().rules.status !== 'idle') void loadRules(stores.groups, desk)
  })
  api.devices.changed(() => void receiveDeviceChange(overview, desk))
  api.profiles.changed(() => void loadProfiles(stores.profiles, desk))
  api.reconcile.changed(() => {
    if (stores.reconcile.getState().list.status !== 'idle') void loadReconciliations(stores.reconcile, desk)
  })
  api.reports.progress((work) => receiveWork(stores.reports, work))
  api.reports.changed(() => {
    void loadRunning(stores.reports, desk)
    if (stores.reports.getState().list.status !== 'idle') void loadReports(stores.reports, desk)
  })
  api.diagnosis.changed(() => receiveChange(stores.diagnosis, desk))
  api.settings.changed((settings) => receiveSettings(stores.settings, desk, settings))
  api.notices.changed((list) => {
    receiveNotices(notices, list)
    // Looking through notices is the heartbeat that the list of credentials shows.
    readCredentials()
  })
  api.notices.raised((notice) => announceNotice(desk, notice))
  vault.subscribe((state, before) => {
    if (!isUnlocked(state) || isUnlocked(before)) return
    loadAll()
    void loadRunning(stores.reports, desk)
    readCredentials()
  })

  // What Apple was told shows in the drawer too.
  stores.assignments.subscribe(({ task, lock }, before) => {
    const isLocked = lock?.kind === 'lock' && lock.answer.status === 'ready' && lock !== before.lock
    if (task?.result !== before.task?.result || isLocked) void rereadDevice(devices, desk)
  })
  connectDevices(desk, { address, devices, route })
  connectProfiles(desk, { address, profiles: stores.profiles, route })
  connectDiagnosis(desk, { address, diagnosis: stores.diagnosis, route })
  connectGroups(desk, { address, groups: stores.groups, route })
  followSettings(stores.look, desk)
  void loadNotices(notices, desk)
  void loadVault(vault, desk)
  void loadShell(stores.shell, desk)
  return { desk, address, ...stores }
}

type DevicesInAddress = {
  readonly address: AddressBar
  readonly devices: ReturnType<typeof createDevicesStore>
  readonly route: RouteStore
}

/** What is listed and which device is open stand in the address, so that a link leads there and reloading comes back. */
function connectDevices(desk: Desk, { address, devices, route }: DevicesInAddress): void {
  const openNamed = (serial: string | null) => {
    const { opened } = devices.getState()
    if (serial === null ? opened === null : opened?.serial === toSerial(serial)) return
    if (serial === null) closeDevice(devices)
    else void openDevice(devices, desk, toSerial(serial))
  }
  const { place: firstPlace, query: firstQuery } = route.getState()
  if (firstPlace === 'devices') {
    const { value, rest } = takeMember(firstQuery, 'device')
    devices.setState({ filter: filterFromQuery(rest) })
    openNamed(value)
  }
  route.subscribe(({ place, query }, before) => {
    if (place !== 'devices') return
    const { value, rest } = takeMember(query, 'device')
    const filter = filterFromQuery(rest)
    if (!isSameFilter(filter, devices.getState().filter)) {
      // The page opens its list itself when it is shown.
      if (before.place === 'devices') void showDevices(devices, desk, filter)
      else chooseDevices(devices, desk, filter)
    }
    openNamed(value)
  })
  devices.subscribe((state, before) => {
    const isSame = state.filter === before.filter && state.opened?.serial === before.opened?.serial
    if (isSame || route.getState().place !== 'devices') return
    describe(address, route, { place: 'devices', query: devicesQuery(state) })
  })
}

/** The list as it was left: its filter, and the device that is open beside it. */
export function devicesQuery({ filter, opened }: Pick<DevicesPageState, 'filter' | 'opened'>): string {
  return [filterToQuery(filter), opened ? addressQuery({ device: opened.serial }) : ''].filter(Boolean).join('&')
}
