import { startRun } from '../../main/db/sync-runs.ts'
import type { RunId } from '../../shared/model/ids.ts'
import { ASSIGNMENT, ENROLLMENT_STATUS } from '../../shared/model/device.ts'
import type { WriteDb } from '../../main/db/open.ts'
import { insertDevices, insertGroups, insertToken, type GivenDevice } from '../fakes/device-store.ts'

const START = Date.UTC(2026, 0, 1)
const DAY_MS = 86_400_000
const SERIAL_LETTERS = 'CDFGHJKLMNPQRTVWXY0123456789'

const MODELS = [
  ['iPad', 'iPadOS', 'iPad (10th generation)', 'IPAD WI-FI 64GB'],
  ['iPad', 'iPadOS', 'iPad Air 11-inch', 'IPAD AIR 11 WI-FI 128GB'],
  ['iPhone', 'iOS', 'iPhone 15', 'IPHONE 15 128GB'],
  ['iPhone', 'iOS', 'iPhone SE (3rd generation)', 'IPHONE SE 64GB'],
  ['Mac', 'OSX', 'MacBook Air 13-inch', 'MBA 13.6/8C CPU'],
  ['Mac', 'OSX', 'MacBook Pro 14-inch', 'MBP 14/12C CPU'],
  ['AppleTV', 'tvOS', 'Apple TV 4K', 'APPLE TV 4K 64GB'],
  ['Vision', 'visionOS', 'Apple Vision Pro', 'VISION PRO 256GB'],
] as const
const COLORS = ['SILVER', 'SPACE GRAY', 'BLACK', 'WHITE', 'BLUE', 'STARLIGHT']
const GIVEN_NAMES = [
  'ada',
  'björn',
  'chidi',
  'dolores',
  'emil',
  'fatima',
  'grace',
  'hiroko',
  'ines',
  'jürgen',
  'kofi',
  'lena',
]
const FAMILY_NAMES = [
  'adeyemi',
  'berg',
  'castillo',
  'dubois',
  'eriksen',
  'fischer',
  'garcía',
  'haddad',
  'ito',
  'jensen',
  'kowalski',
  'lindqvist',
  'müller',
  'novak',
  'okafor',
]
const PROFILE_STATUSES = ['empty', 'assigned', 'pushed', 'removed']

/** Counts up whenever other devices are made: a store of before is not used again. */
export const SEED_VERSION = 2

/** The same devices for the same count. Two tokens in two branches of the groups; one device in twenty is gone. */
export function seedStore(db: WriteDb, count: number): void {
  insertGroups(db)
  insertToken(db, { no: 1, name: 'Headquarters', groupNo: 3, lastFetchAt: START + 200 * DAY_MS })
  insertToken(db, { no: 2, name: 'Field', groupNo: 4, lastFetchAt: START + 100 * DAY_MS })
  insertDevices(db, devices(count))
  const runNo = startRun(db, { id: 'seed' as RunId, tokenNo: 1, mode: 'fetch', state: 'running', now: START })
  db.prepare(
    "INSERT INTO events (device_id, at, kind, token_no, run_no) SELECT id, first_seen_at, 'added', token_no, ? FROM devices",
  ).run(runNo)
  db.prepare(
    "INSERT INTO device_raw (device_id, json) SELECT id, json_object('serial_number', serial) FROM devices",
  ).run()
  db.exec('ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)')
}

function* devices(count: number): Generator<GivenDevice> {
  const random = createRandom(count)
  const chance = (of: number) => random(of) === 0
  for (let n = 0; n < count; n++) {
    const [family, os, model, description] = MODELS[random(MODELS.length)]!
    const isGone = chance(20)
    const hasProfile = !chance(3)
    const arrivedAt = START + random(200) * DAY_MS + random(DAY_MS)
    const pushedAt = arrivedAt + random(30 * DAY_MS)
    const user = chance(5) ? null : userOf(random)
    yield {
      serial: serialOf(n, random),
      model,
      description: `${description} ${COLORS[random(COLORS.length)]} BATCH ${random(400)}`,
      color: COLORS[random(COLORS.length)]!,
      assetTag: chance(3) ? null : `ASSET-${String(random(2_000_000)).padStart(7, '0')}`,
      family,
      os,
      tokenNo: chance(4) ? 2 : 1,
      groupNo: null,
      atApple: isGone ? 'gone' : 'present',
      goneSince: isGone ? pushedAt : null,
      goneReason: isGone ? 'deleted' : null,
      profileStatus: PROFILE_STATUSES[hasProfile ? 1 + random(3) : 0]!,
      profileUuid: hasProfile ? `3F2A${String(random(40)).padStart(28, '0')}` : null,
      assignment: ASSIGNMENT[random(ASSIGNMENT.length)]!,
      assignmentError: null,
      nextAttemptAt: null,
      enrollmentStatus: ENROLLMENT_STATUS[random(ENROLLMENT_STATUS.length)]!,
      user,
      friendlyName: user && `${user} ${family} ${serialOf(n, () => 0).slice(0, 5)}`,
      consoleLastSeenAt: user === null ? null : pushedAt + random(60 * DAY_MS),
      consoleAsOf: user === null ? null : START + 260 * DAY_MS,
      assignedDate: arrivedAt - DAY_MS,
      assignedBy: `admin${random(300)}@example.com`,
      profileAssignTime: hasProfile ? arrivedAt : null,
      profilePushTime: hasProfile ? pushedAt : null,
      firstSeenAt: arrivedAt,
      lastSeenAt: arrivedAt + random(60 * DAY_MS),
    }
  }
}

/** Some hundred thousand different people, as the console names them; a few have several devices. */
function userOf(random: (below: number) => number): string {
  return `${GIVEN_NAMES[random(GIVEN_NAMES.length)]}.${FAMILY_NAMES[random(FAMILY_NAMES.length)]}${random(3000)}`
}

/** Ten characters that look drawn at random and never meet: the number in a mixed order, then chance. */
export function serialOf(n: number, random: (below: number) => number): string {
  const letters = SERIAL_LETTERS.length
  let text = ''
  for (let rest = (n * 5_700_133) % letters ** 5, at = 0; at < 5; at++, rest = Math.floor(rest / letters)) {
    text += SERIAL_LETTERS[rest % letters]
  }
  while (text.length < 10) text += SERIAL_LETTERS[random(letters)]
  return text
}

/** Mulberry32: repeatable, and good enough for made-up devices. Below 2³². */
export function createRandom(seed: number): (below: number) => number {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
