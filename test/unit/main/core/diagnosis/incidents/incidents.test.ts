import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '../../../../../../shared/model/diagnosis.ts'
import type { Fault } from '../../../../../fakes/enrollment-server/index.ts'
import { NO_CONSOLE_SETTINGS } from '../../../../../../shared/model/profile.ts'
import { createHome, type Home, type Place } from './home.ts'

let home: Home
beforeAll(async () => {
  home = await createHome()
}, 60_000)
afterAll(() => home.close())

type Incident = {
  readonly what: string
  readonly tree: string
  readonly cause: string
  readonly answers?: Answers
  /** Something happens to the token: it gets one of its own. */
  readonly isAlone?: boolean
  readonly happens: (place: Place, home: Home) => Promise<unknown>
}

const DAY_MS = 86_400_000
const nothing = async () => {}
const elsewhere = 'https://localhost:1/enroll'

/** Evidence alone: the simulator, an enrollment server and the records. */
const WITHOUT_ASKING: readonly Incident[] = [
  {
    what: 'the token expired',
    isAlone: true,
    tree: 'not-prompting',
    cause: 'token-expired',
    happens: async ({ token }) =>
      home.change('UPDATE tokens SET expires_at = ? WHERE id = ?', Date.now() - DAY_MS, token.id),
  },
  {
    what: 'a newer token was made in the portal',
    isAlone: true,
    tree: 'not-prompting',
    cause: 'token-superseded',
    happens: async ({ service }) => home.simulator.revokeToken(service),
  },
  {
    what: 'the terms changed',
    isAlone: true,
    tree: 'assignment-stuck',
    cause: 'terms-not-accepted',
    happens: async ({ service }) => service.setTerms(false),
  },
  {
    what: 'the terms changed, asked about them',
    isAlone: true,
    tree: 'terms',
    cause: 'terms-not-accepted',
    happens: async ({ service }) => service.setTerms(false),
  },
  {
    what: 'the server was deleted in the portal',
    isAlone: true,
    tree: 'not-listed',
    cause: 'access-denied',
    happens: async ({ service }) =>
      home.simulator.script({ get_session_responses: [{ count: 9, response: 'forbidden_access_denied' }] }, service),
  },
  {
    what: 'the device left the server',
    tree: 'not-prompting',
    cause: 'left-the-server',
    happens: async ({ service, serial, sync }) => {
      service.removeDevice(serial)
      await sync()
    },
  },
  {
    what: 'the device is on another server of ours',
    tree: 'not-prompting',
    cause: 'on-other-token',
    happens: async ({ service, serial }) => {
      const other = await home.place({ isAlone: true })
      service.moveDevice(serial, other.service)
    },
  },
  {
    what: 'Apple exchanged the device',
    tree: 'other-server',
    cause: 'replaced',
    happens: async ({ service, serial, sync }) => {
      service.replaceDevice(serial)
      await sync()
    },
  },
  { what: 'no profile was ever assigned', tree: 'not-prompting', cause: 'no-profile', happens: nothing },
  { what: 'a Mac is to enroll again and has no profile', tree: 're-enroll-mac', cause: 'no-profile', happens: nothing },
  {
    what: 'the profile was removed',
    tree: 'not-prompting',
    cause: 'profile-removed',
    happens: async (place) => {
      await place.enrolling()
      place.service.removeProfile(place.serial)
    },
  },
  {
    what: 'Apple asks to wait with the assignment',
    tree: 'assignment-stuck',
    cause: 'throttled',
    happens: async (place) => {
      await place.publish({ url: elsewhere })
      place.service.outcomes.set(place.serial, { word: 'THROTTLED', retryAfterSeconds: 3600, on: 'assign' })
      await place.assign()
    },
  },
  {
    what: 'Apple refuses the assignment',
    tree: 'not-prompting',
    cause: 'assignment-failed',
    happens: async (place) => {
      await place.publish({ url: elsewhere })
      place.service.outcomes.set(place.serial, { word: 'FAILED', on: 'assign' })
      await place.assign()
    },
  },
  {
    what: 'Apple forgot the profile',
    isAlone: true,
    tree: 'not-prompting',
    cause: 'profile-unknown-at-apple',
    happens: async (place) => {
      await place.enrolling()
      place.service.forgetProfiles()
    },
  },
  {
    what: 'the device fetched a profile before this one was assigned',
    tree: 'not-prompting',
    cause: 'set-up-before-assignment',
    happens: async (place) => {
      const { uuid } = await place.enrolling()
      place.service.modifyDevice(place.serial, {
        profile_uuid: uuid,
        profile_push_time: new Date(Date.now() - 9 * DAY_MS).toISOString(),
      })
    },
  },
  {
    what: 'the console has the device as enrolled',
    tree: 'not-prompting',
    cause: 'set-up-before-assignment',
    happens: async (place) => {
      await place.enrolling()
      home.change('UPDATE devices SET enrollment_status = 4 WHERE serial = ?', place.serial)
    },
  },
  {
    what: 'the console blocks the device',
    tree: 'not-prompting',
    cause: 'deny-listed',
    happens: async (place) => home.change('UPDATE devices SET enrollment_status = 6 WHERE serial = ?', place.serial),
  },
  {
    what: 'the device fetched another profile than it should have',
    tree: 'not-prompting',
    cause: 'other-profile',
    happens: async (place) => {
      await place.publish({ url: elsewhere })
      await place.assign()
      const uuid = place.service.profiles.define({ profile_name: 'Other', url: elsewhere })
      place.service.assignProfile(place.serial, uuid)
      place.service.pushProfile(place.serial)
    },
  },
  {
    what: 'only the record is behind',
    tree: 'assignment-stuck',
    cause: 'record-behind',
    happens: async (place) => {
      await place.publish({ url: elsewhere })
      await place.assign()
    },
  },
  {
    what: 'Apple is to move the device here',
    tree: 'other-server',
    cause: 'migration-scheduled',
    happens: async ({ service, serial }) => {
      service.modifyDevice(serial, { mdm_migration_deadline: new Date(Date.now() + 9 * DAY_MS).toISOString() })
    },
  },
  {
    what: 'the profile lets the device wait',
    tree: 'await-configuration',
    cause: 'not-released',
    happens: (place) => place.enrolling(undefined, { body: { await_device_configured: true } }),
  },
  {
    what: 'the group has no Group ID',
    tree: 'invalid-profile',
    cause: 'group-id-missing',
    happens: async (place) => {
      const path = `/Global/${place.name}`
      home.core.handlers.groups.apply(
        { change: { kind: 'add', parent: '/Global', name: place.name, type: 'Container' } } as never,
        home.context(),
      )
      await place.enrolling(undefined)
      const { profiles } = home.core.handlers
      await profiles.edit(
        { profile: `P-${place.name}`, console: { ...NO_CONSOLE_SETTINGS, deviceGroup: path } },
        home.context(),
      )
    },
  },
  ...(
    [
      ['html', 'web-page-answer'],
      ['empty', 'not-a-profile'],
      ['garbage', 'not-a-profile'],
      ['software-update', 'system-too-old'],
      ['psso', 'platform-sso-required'],
      ['unrecognized', 'unrecognized-device'],
      ['forbidden', 'enrollment-forbidden'],
      ['server-error', 'server-error'],
      ['redirect-loop', 'redirected-away'],
      ['no-mdm', 'no-mdm-payload'],
      ['no-identity', 'no-identity'],
      ['no-topic', 'wrong-topic'],
      ['http-server-url', 'address-not-https'],
      ['signer-expired', 'signer-expired'],
      ['expired', 'chain-expired'],
      ['wrong-host', 'name-mismatch'],
      ['incomplete-chain', 'chain-incomplete'],
      ['private-ca', 'private-authority'],
      ['wrong-anchors', 'anchors-do-not-fit'],
    ] as const satisfies readonly (readonly [Fault, string])[]
  ).map(([fault, cause]): Incident => ({
    what: `the enrollment server has the fault ${fault}`,
    tree: 'invalid-profile',
    cause,
    happens: (place) => place.enrolling(fault),
  })),
  {
    what: 'somebody opens TLS on the way',
    tree: 'tls',
    cause: 'server-inspected',
    happens: (place) => place.enrolling('interception'),
  },
  {
    what: 'nobody listens at the enrollment server',
    tree: 'timed-out',
    cause: 'server-blocked',
    happens: (place) => place.enrolling('refused'),
  },
  {
    what: 'the certificate authority is down',
    tree: 'timed-out',
    cause: 'authority-unreachable',
    happens: (place) => place.enrolling('scep-down'),
  },
]

const text = (step: string, words: string): Answers => ({ [step]: { text: words } })
const option = (step: string, word: string): Answers => ({ [step]: { option: word } })

/** What only a person knows. */
const WITH_ANSWERS: readonly Incident[] = [
  {
    what: 'the console’s worker is stopped',
    tree: 'assignment-stuck',
    cause: 'worker-stopped',
    answers: option('assignment-stuck/worker', 'stopped'),
    happens: nothing,
  },
  {
    what: 'the device was set up long ago',
    tree: 'not-prompting',
    cause: 'set-up-before-assignment',
    answers: option('not-prompting/set-up-person', 'yes'),
    happens: (place) => place.enrolling(),
  },
  {
    what: 'the user belongs to another group',
    tree: 'invalid-profile',
    cause: 'user-outside-group',
    answers: option('invalid-profile/user', 'outside'),
    happens: (place) => place.enrolling(),
  },
  {
    what: 'the device names the push certificate',
    tree: 'not-downloaded',
    cause: 'push-certificate-invalid',
    answers: text('not-downloaded/second-half', 'MCMDMErrorDomain Code=12004'),
    happens: (place) => place.enrolling(),
  },
  {
    what: 'a middle box holds the connection',
    tree: 'timed-out',
    cause: 'middle-box',
    answers: option('timed-out/middle', 'suspect'),
    happens: (place) => place.enrolling(),
  },
]

describe.each([
  ['without asking anybody', WITHOUT_ASKING],
  ['with what only a person knows', WITH_ANSWERS],
])('incidents %s', (_how, incidents) => {
  it.each(incidents.map((incident) => [incident.what, incident] as const))('%s', async (_what, incident) => {
    const place = await home.place({ isAlone: incident.isAlone ?? false })
    await incident.happens(place, home)
    const diagnosis = await home.diagnose(place.serial, incident.tree, { answers: incident.answers ?? {} })
    const story = diagnosis.steps.map(({ id, outcome, evidence }) => `${id} = ${outcome} ${evidence?.unknown ?? ''}`)
    expect([diagnosis.causes[0]?.cause, ...story]).toEqual([incident.cause, ...story])
    if (!incident.answers)
      expect(diagnosis.steps.filter(({ kind, state }) => kind === 'ask' && state === 'answered')).toEqual([])
  })
})

it('there are forty of them, thirty of which ask nobody', () => {
  expect(WITHOUT_ASKING.length).toBeGreaterThanOrEqual(30)
  expect(WITHOUT_ASKING.length + WITH_ANSWERS.length).toBeGreaterThanOrEqual(40)
})
