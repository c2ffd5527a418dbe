import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ProfileId } from '../../../shared/model/ids.ts'
import { NO_CONSOLE_SETTINGS, type Profile, type ProfileBody } from '../../../shared/model/profile.ts'
import { findGroup, ROOT_GROUP } from '../../db/groups.ts'
import {
  findProfile,
  hideProfile,
  insertProfile,
  listDefaultsOf,
  listProfiles,
  setDefaultProfile,
  updateProfile,
  type ProfileFields,
  type StoredProfile,
} from '../../db/profiles.ts'
import { listVersions, type StoredVersion } from '../../db/profile-versions.ts'
import { findToken } from '../../db/tokens.ts'
import { describeCertificate, readCertificateFile } from './certificates.ts'
import { checkProfileText } from './check-profile.ts'
import { diffBodies } from './diff-bodies.ts'
import type { ProfilePorts } from './ports.ts'
import { bodyToSend, nameIn, readBody } from './profile-text.ts'
import { publish } from './publish.ts'
import { checkServerTrust } from './server-trust.ts'
import { askServiceConfig } from './service-config.ts'
import { verifyVersions } from './verify.ts'
import { stateAt } from './version-state.ts'

export { checkProfileText } from './check-profile.ts'
export { diffBodies } from './diff-bodies.ts'
export { bodyToSend, readBody } from './profile-text.ts'
export type ProfileService = ReturnType<typeof createProfileService>

/** Profiles of this product over their definitions at Apple: drafts, versions, what differs, what is published. */
export function createProfileService(ports: ProfilePorts) {
  const { db, clock, random, log } = ports
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())

  function require(idOrName: string): StoredProfile {
    const profile = findProfile(db, idOrName.trim())
    if (!profile) throw new AppError('profile.not-found', `there is no profile ${idOrName}`)
    return profile
  }

  function requireGroupNo(path: string): number {
    const group = findGroup(db, path)
    if (!group) throw new AppError('group.not-found', `there is no group ${path}`)
    return group.no
  }

  async function describe(stored: StoredProfile): Promise<Profile> {
    return toProfile(ports, stored, await ports.countByProfile())
  }

  function requireBody(profile: StoredProfile, version: number): ProfileBody {
    return readBody(version === 0 ? profile.draft : requireVersion(profile, version).body)
  }

  function requireVersion(profile: StoredProfile, wanted: number): StoredVersion {
    const found = listVersions(db, profile.no).find(({ version }) => version === wanted)
    if (!found) throw new AppError('profile.version-not-found', `${profile.name} has no version ${wanted}`)
    return found
  }

  function save(profile: StoredProfile, fields: Partial<ProfileFields>): void {
    const { no, name, draft, console, notes, group } = profile
    updateProfile(db, no, { name, draft, console, notes, groupNo: requireGroupNo(group), ...fields }, clock.now())
    changed()
  }

  function refuseTakenName(name: string, but?: StoredProfile): void {
    const taken = findProfile(db, name)
    if (taken && taken.no !== but?.no)
      throw new AppError('profile.name-taken', `there is a profile named ${taken.name}`)
  }

  function importText(text: string, named: string | undefined, group: string | undefined) {
    const body = readBody(text)
    const name = named ?? nameIn(body) ?? 'Profile'
    const groupNo = group === undefined ? undefined : requireGroupNo(group)
    const known = findProfile(db, name)
    if (known) {
      save(known, { draft: text, ...(groupNo !== undefined && { groupNo }) })
      return { name, created: false }
    }
    const fields = { name, groupNo: groupNo ?? requireGroupNo(ROOT_GROUP), draft: text, notes: '' }
    insertProfile(db, random.uuid() as ProfileId, { ...fields, console: NO_CONSOLE_SETTINGS }, clock.now()) // branded where it is made
    changed()
    return { name, created: true }
  }

  const handlers: CoreHandlers['profiles'] = {
    list: async () => {
      const counts = await ports.countByProfile()
      return listProfiles(db).map((stored) => toProfile(ports, stored, counts))
    },

    show: ({ profile }) => describe(require(profile)),

    check: ({ text }) => checkProfileText(text, clock.now()),

    readCertificates: ({ file }) => readCertificateFile(file),

    describeCertificates: ({ certificates }) => certificates.map(describeCertificate),

    askServer: ({ server, anchors }, { signal }) => {
      const readable = anchors.filter((base64) => describeCertificate(base64) !== null)
      return askServiceConfig(ports.openMdmServer(), server, { anchors: readable, signal })
    },

    checkServer: ({ text }, { signal }) =>
      checkServerTrust(ports.openMdmServer(), readBody(text), { now: clock.now(), signal }),

    import: async ({ text, name: named, group }) => {
      const { name, created } = db.transaction(() => importText(text, named, group)).immediate()
      return { profile: await describe(require(name)), created }
    },

    edit: async ({ profile: wanted, updatedAt, name, group, text, console, notes }) => {
      const id = db
        .transaction(() => {
          const profile = require(wanted)
          if (updatedAt !== undefined && updatedAt !== profile.updatedAt)
            throw new AppError('profile.changed-meanwhile', `${profile.name} was saved by somebody else`)
          if (text !== undefined) readBody(text)
          if (name !== undefined) refuseTakenName(name, profile)
          save(profile, {
            ...(name !== undefined && { name }),
            ...(group !== undefined && { groupNo: requireGroupNo(group) }),
            ...(text !== undefined && { draft: text }),
            ...(console !== undefined && { console }),
            ...(notes !== undefined && { notes }),
          })
          return profile.id
        })
        .immediate()
      return describe(require(id))
    },

    remove: ({ profile: wanted }) => {
      const profile = require(wanted)
      const [token] = listDefaultsOf(db, profile.no)
      if (token !== undefined) throw new AppError('profile.in-use', `it is the default of ${token}`)
      hideProfile(db, profile.no, clock.now())
      changed()
      return null
    },

    body: ({ profile, version }) => requireVersion(require(profile), version).body,

    diff: async ({ profile: wanted, from, to }) => {
      const profile = require(wanted)
      const differences = diffBodies(bodyToSend(requireBody(profile, from)), bodyToSend(requireBody(profile, to)))
      const before = listVersions(db, profile.no).find(({ version }) => version === from)
      const counts = await ports.countByProfile()
      return { differences, deviceCount: counts.get(before?.profileUuid?.toUpperCase() ?? '') ?? 0 }
    },

    publish: async ({ profile: wanted, token, again = false }, { signal }) => {
      const stored = require(wanted)
      try {
        const tokenId = ports.tokens.find(token).id
        const { versionNo, differences } = await publish(ports, { profile: stored, tokenId, again }, signal)
        const published = listVersions(db, stored.no).find(({ no }) => no === versionNo)!
        const profile = await describe(require(stored.id))
        const version = profile.versions.find((one) => one.version === published.version)!
        log.info('profile.published', {
          profileId: stored.id,
          version: version.version,
          profileUuid: version.profileUuid,
        })
        return { profile, version, differences }
      } finally {
        changed()
      }
    },

    verify: async ({ profile: wanted }, { signal }) => {
      const profile = require(wanted)
      try {
        await verifyVersions(ports, profile, signal)
      } finally {
        changed()
      }
      return describe(require(profile.id))
    },

    setDefault: async ({ profile: wanted, token: named }) => {
      const token = findToken(db, ports.tokens.find(named).id)!
      const profile = wanted === null ? null : require(wanted)
      setDefaultProfile(db, token.no, profile?.no ?? null)
      changed()
      return profile && describe(require(profile.id))
    },
  }

  return {
    handlers,
    /** Returns the function that stops listening. */
    onChanged(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function toProfile({ db, clock }: ProfilePorts, stored: StoredProfile, counts: ReadonlyMap<string, number>): Profile {
  const versions = listVersions(db, stored.no)
  const { no: _no, ...rest } = stored
  return {
    ...rest,
    isEdited: isEdited(stored.draft, versions),
    versions: versions.map((version) => ({
      version: version.version,
      token: version.token,
      profileUuid: version.profileUuid,
      state: stateAt(version, clock.now()),
      publishedAt: version.publishedAt,
      appVersion: version.appVersion,
      deviceCount: counts.get(version.profileUuid?.toUpperCase() ?? '') ?? 0,
    })),
    defaultOf: listDefaultsOf(db, stored.no),
  }
}

/** Whether the newest version of any token has another body than the draft. A draft nobody published is edited. */
function isEdited(draft: string, versions: readonly StoredVersion[]): boolean {
  const newest = new Map(versions.toReversed().map((version) => [version.tokenNo, version.body]))
  const body = JSON.stringify(bodyToSend(readBody(draft)))
  return newest.size === 0 || [...newest.values()].some((sent) => sent !== body)
}
