import type { Device } from '../../../shared/model/device.ts'
import type { Serial, TokenId } from '../../../shared/model/ids.ts'
import { listLocks } from '../../db/activation-locks.ts'
import { findAssignmentFacts } from '../../db/assignment-facts.ts'
import { readPlaces } from '../../db/device-places.ts'
import { findListing } from '../../db/device-listing.ts'
import { findDevice } from '../../db/devices.ts'
import {
  countWaiting,
  findDefinitionByUuid,
  findGroupIdOf,
  findImportedAt,
  findReplacedBy,
  findWish,
  type StoredDefinition,
} from '../../db/diagnosis-facts.ts'
import { findGroup } from '../../db/groups.ts'
import { listRuns } from '../../db/sync-runs.ts'
import { readSyncState } from '../../db/sync-state.ts'
import type { StoredToken } from '../../db/tokens.ts'
import { listTokens } from '../../db/tokens.ts'
import type { CorePorts } from '../ports.ts'
import { readBody } from '../profiles/index.ts'
import type { TokenService } from '../tokens/index.ts'
import type { RecordedDevice, RecordedProfile, RecordedToken, RecordFacts } from './facts.ts'
import { remembered, rememberedBy } from './remember.ts'

export type RecordPorts = Pick<CorePorts, 'db'> & {
  readonly tokens: Pick<TokenService, 'list'>
  readonly effectiveToken: (
    group: string,
  ) => { readonly token: string | null; readonly from: string | null } | undefined
  readonly schedules: () => readonly { readonly tokenId: string; readonly intervalMinutes: number }[]
}

/** `chosen`: the token to look at, whatever the records say. */
type About = { readonly serial: Serial | null; readonly chosen: TokenId | undefined }

export type RecordReader = ReturnType<typeof createRecordReader>

/**
 * Everything the store knows that a check may ask, of one device after another. What they share is read once: tokens,
 * groups, profiles, what waits. So a reader is for one diagnosis, or for one of many devices.
 */
export function createRecordReader(ports: RecordPorts) {
  const { db } = ports
  const tokens = remembered(() => listTokens(db))
  const places = remembered(() => readPlaces(db))
  const states = remembered(() => new Map(ports.tokens.list().map(({ id, state }) => [id, TROUBLE.indexOf(state)])))
  const effectiveToken = rememberedBy(ports.effectiveToken)
  const tokenFacts = rememberedBy((token: StoredToken) => ({
    token: recordToken(ports, token),
    sync: recordSync(ports, token),
  }))
  const definition = rememberedBy((uuid: string) => findDefinitionByUuid(db, uuid))
  const waiting = createWaiting(db)
  const profiles = new Map<string, RecordedProfile>()

  /** What is known here of a profile, as it is for a device. */
  function profile(one: StoredDefinition, device: { readonly group: string | null } | null): RecordedProfile {
    const key = `${one.no} ${device?.group ?? ''}`
    const known = profiles.get(key) ?? recordProfile(ports, one, device)
    profiles.set(key, known)
    return known
  }

  function chooseToken({ device, effective }: { device: Device | null; effective: string | null }) {
    const own = tokens().find(({ id }) => id === device?.tokenId) ?? tokens().find(({ name }) => name === effective)
    return own ?? tokens().toSorted((a, b) => states().get(a.id)! - states().get(b.id)!)[0]
  }

  function read({ serial, chosen }: About): RecordFacts {
    const found = serial === null ? undefined : findDevice(db, serial, places())
    const device = found?.device ?? null
    const effective = device?.group ? effectiveToken(device.group) : undefined
    const wanted = tokens().find(({ id }) => id === chosen)
    const token = wanted ?? chooseToken({ device, effective: effective?.token ?? null })
    const wish = found && token ? findWish(db, found.id, token.no) : undefined
    const uuid = reportedProfile(device) ?? wish?.profileUuid ?? null
    const defined = uuid === null ? undefined : definition(uuid)
    const work = serial === null ? null : (findAssignmentFacts(db, serial)?.work ?? null)
    return {
      device: device && recordDevice(device),
      token: token ? tokenFacts(token).token : null,
      isTokenChosen: wanted !== undefined,
      isOnToken: found && token ? findListing(db, found.id, token.no) : null,
      tokenCount: tokens().length,
      effective: effective && device?.group ? { ...effective, group: device.group } : null,
      sync: token ? tokenFacts(token).sync : null,
      work: work && pickWork(work),
      wish: wish ? { profile: wish.profile, profileUuid: wish.profileUuid } : null,
      profile: defined ? profile(defined, device) : null,
      waiting: token ? waiting(token.no, defined?.profileNo ?? wish?.profileNo ?? null) : null,
      replacedBy: found ? findReplacedBy(db, found.id) : null,
      lockCodes: serial === null ? null : listLocks(db, serial).length,
    }
  }

  return {
    /** One transaction. */
    read: (about: About): RecordFacts => db.transaction(() => read(about))(),
    profile,
    definition,
  }
}

function createWaiting(db: RecordPorts['db']) {
  const counts = new Map<string, ReturnType<typeof countWaiting>>()
  return (tokenNo: number, profileNo: number | null) => {
    const key = `${tokenNo} ${profileNo}`
    const known = counts.get(key) ?? countWaiting(db, tokenNo, profileNo)
    counts.set(key, known)
    return known
  }
}

/** Worst first: where no device says which one is meant, the one that needs a look most likely is. */
const TROUBLE = [
  'expired',
  'terms-not-accepted',
  'access-denied',
  'rejected',
  'unreachable',
  'expiring',
  'unverified',
  'ok',
]

function reportedProfile(device: Device | null): string | null {
  return device && /^(?:assigned|pushed)$/i.test(device.profileStatus ?? '') ? device.profileUuid : null
}

function recordDevice(device: Device): RecordedDevice {
  const { serial, family, tokenId, token, group, atApple, goneSince, goneReason, profileStatus, profileUuid } = device
  const { assignment, assignmentError, enrollmentStatus, assignedDate, assignedBy } = device
  const { profileAssignTime, profilePushTime, migrationDeadline, firstSeenAt, lastSeenAt } = device
  return {
    serial,
    family,
    tokenId,
    token,
    group,
    atApple,
    goneSince,
    goneReason,
    profileStatus,
    profileUuid,
    assignment,
    assignmentError,
    enrollmentStatus,
    assignedDate,
    assignedBy,
    profileAssignTime,
    profilePushTime,
    migrationDeadline,
    firstSeenAt,
    lastSeenAt,
  }
}

function recordToken({ db, tokens }: RecordPorts, { no, id, account }: StoredToken): RecordedToken | null {
  const token = tokens.list().find((one) => one.id === id)
  if (!token) return null
  const { name, group, state, stateSince, expiresAt, serverName, serverUuid, accountAt } = token
  return {
    id,
    name,
    group,
    state,
    stateSince,
    expiresAt,
    serverName,
    serverUuid,
    accountAt,
    orgId: account?.orgId ?? null,
    importedAt: findImportedAt(db, no),
  }
}

function recordSync({ db, schedules }: RecordPorts, { no, id }: StoredToken): RecordFacts['sync'] {
  const state = readSyncState(db, no)
  const [run] = listRuns(db, { tokenId: id, limit: 1 })
  return {
    lastSuccessAt: state.lastSuccessAt,
    cursorAt: state.lastFetchAt === null ? null : state.cursorAt,
    intervalMinutes: schedules().find(({ tokenId }) => tokenId === id)?.intervalMinutes ?? 0,
    isScheduled: state.nextSyncAt !== null,
    lastRun: run ? { state: run.state, at: run.finishedAt ?? run.startedAt, error: run.error?.code ?? null } : null,
  }
}

function pickWork({
  outcome,
  answeredAt,
  attempts,
  nextAttemptAt,
}: NonNullable<RecordFacts['work']>): RecordFacts['work'] {
  return { outcome, answeredAt, attempts, nextAttemptAt }
}

function recordProfile(
  { db }: Pick<RecordPorts, 'db'>,
  definition: StoredDefinition,
  device: { readonly group: string | null } | null,
): RecordedProfile {
  const { no, id, name, version, publishedAt, state, console } = definition
  const body = readBody(definition.body)
  const group = console.deviceGroup ?? device?.group ?? null
  const known = group === null ? undefined : findGroup(db, group)
  return {
    id,
    name,
    version,
    versionNo: no,
    publishedAt,
    state,
    awaits: body['await_device_configured'] === true,
    customPrompt: console.customPrompt,
    authentication: console.authentication,
    webUrl: addressIn(body['configuration_web_url']),
    deviceGroup: group,
    groupId: known ? findGroupIdOf(db, known.no) : null,
  }
}

/** Without its query, which may hold a secret. */
export function addressIn(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null
  return URL.canParse(value) ? `${new URL(value).origin}${new URL(value).pathname}`.slice(0, 300) : value.slice(0, 100)
}
