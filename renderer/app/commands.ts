import { PLACES, type Place } from '../../shared/model/places.ts'
import { assignmentCommands } from '../features/assignments/index.ts'
import { credentialCommands } from '../features/credentials/index.ts'
import { chosenDevices, deviceListCommands } from '../features/devices/index.ts'
import { diagnosisCommands } from '../features/diagnosis/index.ts'
import { groupCommands } from '../features/groups/index.ts'
import { profileCommands } from '../features/profiles/index.ts'
import { reconcileCommands } from '../features/reconcile/index.ts'
import { reportCommands } from '../features/reports/index.ts'
import { startRun } from '../features/sync/index.ts'
import { openConnect } from '../features/tokens/index.ts'
import { troubleshootCommands, troubleshootQuery } from '../features/troubleshoot/index.ts'
import type { Command } from '../lib/command.ts'
import { valueOr } from '../lib/remote.ts'
import { text } from '../lib/text.ts'
import { sectionToQuery, settingsCommands } from '../features/settings/index.ts'
import { diagnose } from './diagnosis-address.ts'
import type { PageStores } from './page.ts'
import type { PaletteState } from './palette-store.ts'
import { goTo } from './route-store.ts'
import { addressQuery } from './routes.ts'
import { PLACE_ICONS } from './Sidebar.tsx'
import { tokenCommands } from './token-commands.ts'

/** What only the frame itself can do. */
export type WindowCommands = {
  readonly go: (place: Place) => void
  readonly lock: () => void
  readonly openNotices: () => void
  readonly openKeyMap: () => void
}

/**
 * Everything the palette reaches except devices, which are looked for as one types. A feature with more to offer
 * exports a function that makes `Command`s, and is added here.
 */
export function commandsOf(page: PageStores, window: WindowCommands): readonly Command[] {
  const tokens = valueOr(page.tokens.getState().tokens, [])
  return [
    ...placeCommands(window),
    ...windowActions(page, window),
    ...assignmentCommands(page.assignments, page.desk, chosenDevices(page.devices.getState())),
    ...diagnosisCommands(chosenDevices(page.devices.getState()), (chosen) => diagnose(page, chosen)),
    ...troubleshootCommands((section) =>
      goTo(page.address, { place: 'troubleshoot', query: troubleshootQuery(section) }),
    ),
    ...tokens.flatMap((token) => tokenCommands(page, token)),
    ...profileCommands(page.profiles, (id) =>
      goTo(page.address, { place: 'profiles', query: id === null ? '' : addressQuery({ profile: id }) }),
    ),
    ...groupCommands(page.groups, page.desk, () => window.go('groups')),
    ...deviceListCommands(page.devices, page.desk, () => window.go('devices')),
    ...credentialCommands(page.credentials, page.desk, () => window.go('tokens')),
    ...reportCommands(page.reports, page.desk, () => window.go('reports')),
    ...reconcileCommands(page.reconcile, page.desk, () => window.go('reconcile')),
    ...settingsCommands(page.settings, page.desk, (section) =>
      goTo(page.address, { place: 'settings', query: sectionToQuery(section) }),
    ),
    ...pathCommands(page),
  ]
}

function placeCommands({ go }: WindowCommands): readonly Command[] {
  const words = text().frame.places
  return PLACES.map((place) => ({
    id: `place:${place}`,
    section: 'places',
    title: words[place],
    icon: PLACE_ICONS[place],
    run: () => go(place),
  }))
}

function windowActions(page: PageStores, { openNotices, openKeyMap, lock }: WindowCommands): readonly Command[] {
  const words = text().frame.commands
  const action = (id: string, title: string, icon: Command['icon'], run: () => void): Command => ({
    id: `action:${id}`,
    section: 'actions',
    title,
    icon,
    run,
  })
  const tokens = valueOr(page.tokens.getState().tokens, [])
  const connect = () => {
    openConnect(page.tokens)
    goTo(page.address, { place: 'tokens', query: '' })
  }
  const syncAll = () => {
    for (const { id } of tokens) void startRun(page.sync, page.desk, { tokenId: id, full: false })
    goTo(page.address, { place: 'sync', query: '' })
  }
  return [
    action('connect', words.connect, 'plus', connect),
    ...(tokens.length > 1 ? [action('sync-all', words.syncAll, 'sync', syncAll)] : []),
    action('all-devices', words.clearFilters, 'laptop', () => goTo(page.address, { place: 'devices', query: '' })),
    action('notices', words.showNotices, 'bell', openNotices),
    action('keys', words.showKeys, 'keyboard', openKeyMap),
    action('lock', text().frame.lock, 'lock', lock),
  ]
}

function pathCommands(page: PageStores): readonly Command[] {
  return page.palette.getState().groups.map(({ path, name }) => ({
    id: `group:${path}`,
    section: 'groups',
    title: name,
    detail: path,
    icon: 'tree',
    run: () => goTo(page.address, { place: 'groups', query: addressQuery({ group: path }) }),
  }))
}

/** The first devices that fit what was typed, and the way to all of them. */
export function deviceCommands(page: PageStores, { found, query }: PaletteState): readonly Command[] {
  if (found.status !== 'ready') return []
  const { devices, total } = found.value
  const search = query.trim()
  const show = (address: Readonly<Record<string, string>>) => () =>
    goTo(page.address, { place: 'devices', query: addressQuery(address) })
  // The core has matched them already, also by what is not shown here.
  const about = { section: 'devices', icon: 'laptop', keywords: search } as const
  const single = devices.map(({ serial, model, token }) => ({
    ...about,
    id: `device:${serial}`,
    title: serial as string,
    detail: [model, token].filter(Boolean).join(' · '),
    run: show({ device: serial }),
  }))
  // Diagnosing is offered once one device is meant.
  const [only] = total === 1 ? devices : []
  const diagnosing: readonly Command[] = only
    ? [
        {
          ...about,
          id: `diagnose:${only.serial}`,
          icon: 'stethoscope',
          title: text().troubleshoot.diagnoseDevice(only.serial),
          run: () => diagnose(page, { selection: { kind: 'serials', serials: [only.serial] }, count: 1 }),
        },
      ]
    : []
  if (total <= devices.length) return [...single, ...diagnosing]
  const all: Command = {
    ...about,
    id: 'device:all',
    title: text().frame.palette.moreDevices(total, search),
    run: show({ search }),
  }
  return [...single, all]
}
