import { randomBytes } from 'node:crypto'
import { createFeed, type EventType } from './feed.ts'
import type { Fleet } from './fleet/fleet.ts'
import { appleTime, type DeviceRow, type RowPatch } from './fleet/row.ts'
import { createOutcomes } from './outcomes.ts'
import { createProfiles } from './profiles.ts'
import { createTokens, type TokenValues } from './tokens.ts'

const DAY_MS = 86_400_000
const NO_PROFILE: RowPatch = {
  profile_status: 'empty',
  profile_uuid: undefined,
  profile_assign_time: undefined,
  profile_push_time: undefined,
}

/** What makes one organisation's service different from another; can be changed at any time. */
export type ServiceTraits = {
  readonly name: string
  readonly organization: string
  readonly orgType: string
  readonly orgVersion: 'v1' | 'v2'
  readonly hasAcceptedTerms: boolean
  readonly mayDisown: boolean
  readonly isSeedForItOn: boolean
}

export type AddOptions = {
  /** False: no `added` event, only a full fetch notices. */
  readonly isAnnounced?: boolean
  /** Share of rows that are hard to digest, 0 to 1. */
  readonly awkwardShare?: number
  /** `mixed`: a part is already assigned to, or has fetched, a profile of an earlier time. */
  readonly profiles?: 'mixed' | 'empty'
}

/** What a store knows a service by, beside its devices. */
export type ServiceIdentity = { readonly serverUuid: string; readonly token: TokenValues }

export type Service = ReturnType<typeof createService>

/** One device management service of the portal: its devices, its change feed, its tokens and profiles. */
export function createService(about: { id: number; name: string; fleet: Fleet; now: () => number }) {
  const { id, fleet, now } = about
  const list = fleet.createList()
  const feed = createFeed()
  const profiles = createProfiles()
  const earlierProfile = profiles.define({
    profile_name: 'Earlier console',
    url: 'https://mdm.example.com/enroll',
    is_supervised: true,
    is_mdm_removable: false,
  })
  let traits: ServiceTraits = {
    name: about.name,
    organization: 'Example Organization',
    orgType: 'org',
    orgVersion: 'v2',
    hasAcceptedTerms: true,
    mayDisown: true,
    isSeedForItOn: true,
  }

  /** The device's number, if it is in this service now. */
  function own(serial: string): number {
    const index = fleet.find(serial)
    if (index === undefined || !fleet.isIn(index, list)) throw new RangeError(`${serial} is not in ${traits.name}`)
    return index
  }

  function report(type: EventType, index: number, patch?: RowPatch): void {
    feed.append({ index, type, at: now(), patch })
  }

  function leave(index: number, patch: RowPatch): void {
    fleet.place(index, null)
    fleet.patch(index, { ...NO_PROFILE, ...patch })
  }

  const service = {
    id,
    serverUuid: randomBytes(16).toString('hex').toUpperCase(),
    list,
    feed,
    profiles,
    tokens: createTokens(),
    outcomes: createOutcomes(),
    /** Account-driven enrollment: the discovery address and when it was set. */
    discovery: undefined as { readonly url: string; readonly at: number } | undefined,
    lockedSerials: new Set<string>(),

    /** With the token that is valid now. */
    identity(): ServiceIdentity {
      const token = service.tokens.current()
      if (token === undefined) throw new Error(`${traits.name} has no token yet`)
      return { serverUuid: service.serverUuid, token: token.values }
    },
    /** A store made with that service of another simulator (same seed, same devices) is at home here too. */
    adopt({ serverUuid, token }: ServiceIdentity): void {
      service.serverUuid = serverUuid
      service.tokens.adopt(token)
    },

    traits: (): ServiceTraits => traits,
    change(part: Partial<ServiceTraits>): void {
      traits = { ...traits, ...part }
    },
    setTerms: (hasAcceptedTerms: boolean) => service.change({ hasAcceptedTerms }),

    /** Adds this many generated devices; answers their serial numbers, made one by one as they are read. */
    addDevices(count: number, options: AddOptions = {}): Iterable<string> {
      const isFirst = list.length === 0
      const start = fleet.generate(list, count, {
        assignedAt: now(),
        spreadMs: isFirst ? 900 * DAY_MS : 0,
        profileUuid: options.profiles === 'empty' || !isFirst ? undefined : earlierProfile,
        awkwardShare: options.awkwardShare ?? 0,
      })
      if (options.isAnnounced !== false)
        feed.append({ index: start, type: 'added', at: now(), patch: undefined }, count)
      return {
        *[Symbol.iterator]() {
          for (let step = 0; step < count; step += 1) yield fleet.serialAt(start + step)
        },
      }
    },

    /** Adds devices with exactly these rows. */
    addRows(rows: Iterable<DeviceRow>, options: Pick<AddOptions, 'isAnnounced'> = {}): void {
      for (const row of rows) {
        const index = fleet.include(list, row)
        if (options.isAnnounced !== false) report('added', index)
      }
    },

    /** A device that the feed does not mention; only a full fetch finds it. */
    missFromSync: (): string => {
      const [serial = ''] = service.addDevices(1, { isAnnounced: false })
      return serial
    },

    modifyDevice(serial: string, patch: RowPatch): void {
      const index = own(serial)
      fleet.patch(index, patch)
      report('modified', index)
    },

    /** Reports an event without changing anything; `patch` shows only in this event's row. */
    reportEvent(serial: string, type: EventType, patch?: RowPatch): void {
      const index = fleet.find(serial)
      if (index === undefined) throw new RangeError(`there is no device ${serial}`)
      report(type, index, patch)
    },

    /** Unassigned in the portal, or released: the feed says `deleted`. */
    removeDevice(serial: string, patch: RowPatch = {}): void {
      const index = own(serial)
      leave(index, patch)
      report('deleted', index)
    },

    /** Gone without an event: only a full fetch notices. */
    releaseSilently(serial: string): void {
      leave(own(serial), {})
    },

    /** Comes back to the service it left, or to this one from none. Its profile is gone. */
    returnDevice(serial: string): void {
      const index = fleet.find(serial)
      if (index === undefined) throw new RangeError(`there is no device ${serial}`)
      fleet.place(index, list)
      fleet.patch(index, { ...NO_PROFILE, device_assigned_date: appleTime(now()) })
      report('added', index)
    },

    /** Moved in the portal. The service that loses it is told `deleted`, or, as often seen, `modified` and `removed`. */
    moveDevice(
      serial: string,
      target: { returnDevice(serial: string): void },
      as: 'deleted' | 'modified' = 'deleted',
    ): void {
      const index = own(serial)
      leave(index, {})
      report(as, index, as === 'modified' ? { profile_status: 'removed' } : undefined)
      target.returnDevice(serial)
    },

    /** Exchanged by Apple's repair service; answers the serial number of the new device. */
    replaceDevice(serial: string): string {
      const row = fleet.row(own(serial))
      service.removeDevice(serial, { released_by_replacement: true })
      const [replacement = ''] = service.addDevices(1, { isAnnounced: false })
      const index = own(replacement)
      const { model, description, color, asset_tag, os, device_family } = row
      fleet.patch(index, { model, description, color, asset_tag, os, device_family, is_replacement_device: true })
      service.replacements.set(replacement, { original: serial, at: now() })
      report('added', index)
      return replacement
    },
    replacements: new Map<string, { readonly original: string; readonly at: number }>(),

    /** Assigned, in the portal or by a client. */
    assignProfile(serial: string, profileUuid: string, isReported = true): void {
      const index = own(serial)
      fleet.patch(index, {
        ...NO_PROFILE,
        profile_status: 'assigned',
        profile_uuid: profileUuid,
        profile_assign_time: appleTime(now()),
      })
      if (isReported) report('modified', index)
    },

    /** The device fetched its profile in Setup Assistant. */
    pushProfile(serial: string): void {
      service.modifyDevice(serial, { profile_status: 'pushed', profile_push_time: appleTime(now()) })
    },

    removeProfile(serial: string, isReported = true): void {
      const index = own(serial)
      fleet.patch(index, { ...NO_PROFILE, profile_status: 'removed' })
      if (isReported) report('modified', index)
    },

    /** Apple no longer knows any profile of this service. */
    forgetProfiles: (): void => profiles.forgetAll(),

    /** The truth, for comparisons: every device in the service now, in the order of arrival. */
    *listDevices(): Generator<DeviceRow> {
      for (let position = 0; position < list.length;) {
        const page = fleet.page(list, position, 1000)
        for (const index of page.indexes) yield fleet.row(index)
        position = page.next
      }
    },

    deviceCount: (): number => list.size,
  }
  return service
}
