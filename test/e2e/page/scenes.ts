import type { Token } from '../../../shared/model/token.ts'
import type { SystemSealing, VaultStatus } from '../../../shared/model/vault.ts'
import type { GroupScene } from './fake-group-tree.ts'
import type { ProfileScene } from './fake-profiles.ts'
import { fakeKeyPair, fakeToken } from './fake-tokens.ts'

/** What the fake core pretends to hold. */
export type Scene = {
  readonly vault: VaultStatus
  readonly shell: 'electron' | 'browser'
  /** Else what the shell usually has. */
  readonly sealing?: SystemSealing
  /** Everything that can be chosen is chosen, also outside of the settings. */
  readonly settings?: 'set'
  readonly tokens: readonly Token[] | 'broken'
  readonly stagedNames: readonly string[]
  readonly deviceCount: number
  /** Long, foreign and hostile texts in place of the usual ones. */
  readonly hasStrangeTexts: boolean
  /** Rows beyond the first page take this long. */
  readonly laterRowsDelayMs: number
  /** The list cannot be opened. */
  readonly isListBroken: boolean
  readonly sync: 'quiet' | 'running' | 'troubled'
  /** Which profiles; the usual ones where nothing is said. */
  readonly profiles?: ProfileScene
  /** Which tree of groups; the usual one where nothing is said. */
  readonly groups?: GroupScene
  /** The list of runs cannot be drawn: a fault of the program. */
  readonly isFaulty?: boolean
}

const DAY_MS = 86_400_000
const VAULT_MADE_AT = Date.UTC(2026, 2, 4)
const UNLOCKED: VaultStatus = {
  state: 'unlocked',
  slots: [{ kind: 'passphrase', createdAt: VAULT_MADE_AT, backend: null }],
  secrets: 4,
}

const USUAL: Scene = {
  vault: UNLOCKED,
  shell: 'electron',
  tokens: [fakeToken({ name: 'Global devices', deviceCount: 1_000_000 })],
  stagedNames: [],
  deviceCount: 1_000_000,
  hasStrangeTexts: false,
  laterRowsDelayMs: 0,
  isListBroken: false,
  sync: 'quiet',
}

const SEVERAL: readonly Token[] = [
  fakeToken({ name: 'Europe', deviceCount: 812_404, group: '/Global/EMEA' }),
  fakeToken({ name: 'Retail iPads', state: 'expiring', daysLeft: 12, deviceCount: 31_877, group: '/Global/Retail' }),
  fakeToken({ name: 'Laboratory', state: 'expired', daysLeft: -3, deviceCount: 96 }),
  fakeToken({ name: 'Schools', state: 'terms-not-accepted', daysLeft: 201, deviceCount: 155_600 }),
  fakeToken({
    name: 'Spare',
    state: 'unverified',
    daysLeft: 300,
    deviceCount: 0,
    serverName: null,
    orgName: null,
    adminId: null,
    lastFetchAt: null,
    lastSyncAt: null,
    nextSyncAt: null,
  }),
]

export const LONG_NAME = 'A very long name of a server that somebody in the head office found self-explanatory in 2014'
export const LONG_STAGED_NAME =
  'A key pair whose name somebody thought of as long as that of the server, and longer still'
export const ARABIC_NAME = 'أجهزة المدرسة'

const STRANGE: readonly Token[] = [
  fakeToken({
    name: LONG_NAME,
    serverName: '<b>Nordwest</b> & Söhne',
    deviceCount: 512,
  }),
  fakeToken({ name: ARABIC_NAME, orgName: 'مؤسسة التعليم', deviceCount: 20 }),
]

/** As many as nobody should have, with names as long as they get. */
const MANY: readonly Token[] = [
  ...SEVERAL,
  fakeToken({ name: 'Vertrieb Außendienst Süd', state: 'rejected', daysLeft: 88, deviceCount: 1204 }),
  fakeToken({
    name: LONG_NAME,
    state: 'expiring',
    daysLeft: 1,
    deviceCount: 77_031,
  }),
  fakeToken({ name: 'Warehouse', state: 'expiring', daysLeft: 5, deviceCount: 4410 }),
  fakeToken({ name: 'Kiosks', state: 'unreachable', daysLeft: 150, deviceCount: 61 }),
  fakeToken({ name: 'Training rooms', state: 'access-denied', daysLeft: 260, deviceCount: 240 }),
  fakeToken({ name: 'Executives', daysLeft: 55, deviceCount: 18 }),
]

/** Nothing is missing, not even a recovery code. */
const WELL: VaultStatus = {
  ...UNLOCKED,
  slots: [...UNLOCKED.slots, { kind: 'recovery', createdAt: VAULT_MADE_AT, backend: null }],
}

const LOCKED: VaultStatus = {
  state: 'locked',
  slots: [
    { kind: 'os', createdAt: VAULT_MADE_AT, backend: 'gnome_libsecret' },
    { kind: 'passphrase', createdAt: VAULT_MADE_AT, backend: null },
    { kind: 'recovery', createdAt: VAULT_MADE_AT, backend: null },
  ],
  secrets: 4,
}

const EMPTY: Scene = { ...USUAL, tokens: [], deviceCount: 0 }

/** Wherever something has a name, it is one of the longest, or in another script. */
const LONG: Scene = {
  ...USUAL,
  tokens: STRANGE,
  stagedNames: [LONG_STAGED_NAME],
  deviceCount: 532,
  hasStrangeTexts: true,
  profiles: 'strange',
  groups: 'strange',
}

const SCENES: Readonly<Record<string, Scene>> = {
  usual: USUAL,
  empty: EMPTY,
  several: { ...USUAL, tokens: SEVERAL, stagedNames: ['Asia'], sync: 'troubled' },
  many: { ...USUAL, tokens: MANY, sync: 'troubled' },
  well: { ...USUAL, vault: WELL },
  broken: { ...USUAL, tokens: 'broken' },
  strange: { ...USUAL, tokens: STRANGE, deviceCount: 532, hasStrangeTexts: true },
  long: LONG,
  arabic: { ...LONG, tokens: STRANGE.toReversed(), stagedNames: [`${ARABIC_NAME} 2`] },
  faulty: { ...USUAL, isFaulty: true },
  'devices-broken': { ...USUAL, isListBroken: true },
  slow: { ...USUAL, laterRowsDelayMs: 60_000 },
  running: { ...USUAL, sync: 'running' },
  'profiles-empty': { ...USUAL, profiles: 'empty' },
  'profiles-broken': { ...USUAL, profiles: 'broken' },
  'profiles-several': { ...USUAL, tokens: SEVERAL },
  'profiles-strange': { ...USUAL, tokens: STRANGE, profiles: 'strange' },
  'groups-one': { ...USUAL, groups: 'one' },
  'groups-large': { ...USUAL, groups: 'large' },
  'groups-strange': { ...USUAL, groups: 'strange' },
  'groups-conflicts': { ...USUAL, tokens: SEVERAL, groups: 'conflicts' },
  'groups-broken': { ...USUAL, groups: 'broken' },
  'groups-slow': { ...USUAL, groups: 'slow' },
  'vault-missing': { ...EMPTY, vault: { state: 'missing', slots: [], secrets: 0 } },
  'vault-missing-browser': { ...EMPTY, shell: 'browser', vault: { state: 'missing', slots: [], secrets: 0 } },
  'settings-set': {
    ...USUAL,
    settings: 'set',
    hasStrangeTexts: true,
    vault: {
      state: 'unlocked',
      slots: [
        { kind: 'passphrase', createdAt: Date.UTC(2026, 2, 4), backend: null },
        { kind: 'recovery', createdAt: Date.UTC(2026, 2, 5), backend: null },
        { kind: 'os', createdAt: Date.UTC(2026, 2, 4), backend: 'gnome_libsecret' },
      ],
      secrets: 14,
    },
  },
  'settings-system-only': {
    ...USUAL,
    vault: { state: 'unlocked', slots: [{ kind: 'os', createdAt: VAULT_MADE_AT, backend: 'keychain' }], secrets: 1 },
  },
  'settings-no-keyring': { ...USUAL, sealing: { isAvailable: false, backend: 'basic_text' } },
  'vault-locked': { ...USUAL, vault: LOCKED },
}

export function findScene(name: string): Scene {
  return SCENES[name] ?? USUAL
}

export function stagedPairs(scene: Scene) {
  return scene.stagedNames.map((name) => fakeKeyPair(name, Date.now() - 2 * DAY_MS))
}
