import { PLACES, type Place } from '../../shared/model/places.ts'
import type { Token } from '../../shared/model/token.ts'
import { assignmentCommands } from '../features/assignments/index.ts'
import { cancelExport, chosenDevices } from '../features/devices/index.ts'
import { diagnosisCommands } from '../features/diagnosis/index.ts'
import { profileCommands } from '../features/profiles/index.ts'
import { reconcileCommands } from '../features/reconcile/index.ts'
import { cancelRun, startRun } from '../features/sync/index.ts'
import { openConnect, openRenew } from '../features/tokens/index.ts'
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
    ...groupCommands(page),
    ...reconcileCommands(page.reconcile, page.desk, () => window.go('reconcile')),
    ...settingsCommands((section) => goTo(page.address, { place: 'settings', query: sectionToQuery(section) })),
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
  const isExporting = page.devices.getState().exporting.status === 'running'
  const connect = () => {
    openConnect(page.tokens)
    goTo(page.address, { place: 'tokens', query: '' })
  }
  return [
    action('connect', words.connect, 'plus', connect),
    action('all-devices', words.clearFilters, 'laptop', () => goTo(page.address, { place: 'devices', query: '' })),
    ...(isExporting ? [action('cancel-export', words.cancelExport, 'close', () => cancelExport(page.devices))] : []),
    action('notices', words.showNotices, 'bell', openNotices),
    action('keys', words.showKeys, 'keyboard', openKeyMap),
    action('lock', text().frame.lock, 'lock', lock),
  ]
}

function tokenCommands(page: PageStores, token: Token): readonly Command[] {
  const { id, name, serverName } = token
  const words = text().frame.commands
  const { running, own } = page.sync.getState()
  const isRunning = running.has(id) || own.has(id)
  const run = (full: boolean) => () => {
    void startRun(page.sync, page.desk, { tokenId: id, full })
    goTo(page.address, { place: 'sync', query: '' })
  }
  const about = { section: 'tokens', ...(serverName === null ? {} : { detail: serverName }) } as const
  const work: readonly Command[] = isRunning
    ? [
        {
          ...about,
          id: `cancel:${id}`,
          title: words.cancelRun(name),
          icon: 'close',
          run: () => cancelRun(page.sync, page.desk, id),
        },
      ]
    : [
        { ...about, id: `sync:${id}`, title: words.sync(name), icon: 'sync', run: run(false) },
        { ...about, id: `fetch:${id}`, title: words.fetchAll(name), icon: 'download', run: run(true) },
      ]
  const renew = () => {
    openRenew(page.tokens, token)
    goTo(page.address, { place: 'tokens', query: '' })
  }
  const show = (place: Place, query: Readonly<Record<string, string>>) => () =>
    goTo(page.address, { place, query: addressQuery(query) })
  return [
    { ...about, id: `token:${id}`, title: name, icon: 'key', run: show('tokens', { token: name }) },
    {
      ...about,
      id: `devices:${id}`,
      title: words.tokenDevices(name),
      icon: 'laptop',
      run: show('devices', { tokenId: id }),
    },
    ...work,
    { ...about, id: `renew:${id}`, title: words.renew(name), icon: 'key', run: renew },
  ]
}

function groupCommands(page: PageStores): readonly Command[] {
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
