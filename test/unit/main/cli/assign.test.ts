import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSimulator, type Simulator } from '../../../../main/simulator/server.ts'
import { exitCodeOfOutcomes } from '../../../../main/cli/assign-text.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'

let simulator: Simulator
let cli: ReturnType<typeof createCommandLine>
let serials: readonly string[]

beforeAll(async () => {
  simulator = await createSimulator({ devices: 12 })
  cli = createCommandLine({ ADE_DESK_PASSPHRASE: 'correct horse battery', ADE_DESK_APPLE_URL: simulator.url })
  const { value } = await cli.json('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'))
  writeFileSync(cli.path('hq.p7m'), simulator.issueToken(String(value['certificate'])))
  await cli.run(['token', 'import', cli.path('hq.p7m')])
  await cli.run(['sync'])
  serials = (await listDevices()).map(({ serial }) => serial)
  for (const name of ['Berlin', 'Paris']) {
    writeFileSync(cli.path(`${name}.json`), JSON.stringify({ profile_name: name, url: 'https://mdm.example.com/' }))
    await cli.run(['profile', 'import', cli.path(`${name}.json`)])
  }
  await cli.run(['profile', 'publish', 'Berlin', '--token', 'HQ'])
})
afterAll(() => simulator.close())

type Listed = {
  readonly serial: string
  readonly assignment: string
  readonly assignmentError: string | null
  readonly profileStatus: string | null
  readonly nextAttemptAt: string | null
}

async function listDevices(...filter: string[]): Promise<readonly Listed[]> {
  return (await cli.json('device', 'list', ...filter)).value['devices'] as readonly Listed[]
}

const stateOf = async (serial: string) => (await listDevices()).find((device) => device.serial === serial)!

const callsTo = (path: string) => simulator.log().filter((line) => line.path === path).length

describe('device assign', () => {
  it('says first what it would come to, and asks Apple nothing', async () => {
    const before = simulator.log().length
    const { exitCode, value } = await cli.json(
      ...['device', 'assign', '--profile', 'Berlin', '--dry-run', '--serial', serials[0]!, serials[1]!, 'NOSUCH'],
    )
    expect([exitCode, value]).toMatchObject([0, { plan: { total: 3, change: 2, same: 0, gone: 1 } }])
    expect(simulator.log()).toHaveLength(before)
  })

  it('gives them the profile and reads it back', async () => {
    const { exitCode, value } = await cli.json(
      ...['device', 'assign', '--profile', 'Berlin', '--serial', serials[0]!, serials[1]!],
    )
    expect([exitCode, value]).toMatchObject([
      0,
      { results: { SUCCESS: 2 }, devices: [{ outcome: 'SUCCESS', nextAttemptAt: null }, { outcome: 'SUCCESS' }] },
    ])
    expect(await stateOf(serials[0]!)).toMatchObject({ assignment: 'assigned', profileStatus: 'assigned' })
    expect(await cli.json('profile', 'show', 'Berlin')).toMatchObject({
      value: { profile: { versions: [{ deviceCount: 2 }] } },
    })
  })

  it('what is right already is not told again', async () => {
    const before = callsTo('/profile/devices')
    const { exitCode, value } = await cli.json(...['device', 'assign', '--profile', 'Berlin', '--serial', serials[0]!])
    expect([exitCode, value]).toMatchObject([0, { plan: { change: 0, same: 1 }, results: { UNCHANGED: 1 } }])
    expect(callsTo('/profile/devices')).toBe(before)
  })

  it('serial numbers come from a file too, one per line or in a CSV, each once', async () => {
    writeFileSync(
      cli.path('list.csv'),
      `Name;Serial Number\n"a;b";"${serials[2]}"\nc; ${serials[3]!.toLowerCase()} \nd;${serials[2]}\n`,
    )
    const { value } = await cli.json('device', 'assign', '--profile', 'Berlin', '--file', cli.path('list.csv'))
    expect(value).toMatchObject({ plan: { total: 2 }, results: { SUCCESS: 2 } })
  })

  it.each([
    ['no devices', []],
    ['two ways at once', ['--serial', 'A', '--family', 'iPad']],
  ])('%s: bad input', async (_about, options) => {
    expect(await cli.json('device', 'assign', '--profile', 'Berlin', ...options)).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'bad-input' } },
    })
  })

  it('a profile that nobody has is told', async () => {
    expect(await cli.json('device', 'assign', '--profile', 'Rome', '--serial', 'A')).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'profile.not-found' } },
    })
  })

  it('a profile that is not published on the token of a device is told per device', async () => {
    const { exitCode, value } = await cli.json('device', 'assign', '--profile', 'Paris', '--serial', serials[4]!)
    expect([exitCode, value]).toMatchObject([2, { plan: { unpublished: 1 }, results: { NOT_PUBLISHED: 1 } }])
  })
})

describe("Apple's words", () => {
  it('a throttled device waits as long as Apple says, and a failed one a day', async () => {
    simulator.service.outcomes.set(serials[5]!, { word: 'THROTTLED', retryAfterSeconds: 120, count: 1 })
    simulator.service.outcomes.set(serials[6]!, { word: 'FAILED', count: 1 })
    const { exitCode, value } = await cli.json(
      ...['device', 'assign', '--profile', 'Berlin', '--serial', serials[5]!, serials[6]!, serials[7]!],
    )
    expect([exitCode, value['results']]).toEqual([4, { THROTTLED: 1, FAILED: 1, SUCCESS: 1 }])
    const [throttled, failed] = [await stateOf(serials[5]!), await stateOf(serials[6]!)]
    expect([throttled, failed]).toMatchObject([
      { assignment: 'throttled', assignmentError: 'THROTTLED' },
      { assignment: 'failed', assignmentError: 'FAILED' },
    ])
    const wait = (device: Listed) => (Date.parse(device.nextAttemptAt!) - Date.now()) / 1000
    expect(wait(throttled)).toBeGreaterThan(100)
    expect(wait(throttled)).toBeLessThanOrEqual(120)
    expect(wait(failed)).toBeGreaterThan(80_000)
  })

  it('a run before that time tells Apple nothing about them; a person may try at once', async () => {
    const before = callsTo('/profile/devices')
    await cli.run(['sync'])
    expect(callsTo('/profile/devices')).toBe(before)
    const { exitCode, value } = await cli.json('device', 'retry')
    expect([exitCode, value]).toMatchObject([0, { results: { SUCCESS: 2 } }])
  })

  it('a serial number without an answer is MISSING', async () => {
    simulator.service.outcomes.set(serials[8]!, { word: 'MISSING', count: 1 })
    const { value } = await cli.json('device', 'assign', '--profile', 'Berlin', '--serial', serials[8]!)
    expect(value).toMatchObject({ results: { MISSING: 1 }, devices: [{ message: expect.stringContaining('nothing') }] })
  })

  it('an answer that breaks after the change was made is looked up, and what is done is not told again', async () => {
    simulator.script({ put_profile_devices_responses: [{ response: { status: 500, isAfterChange: true } }] })
    const before = callsTo('/profile/devices')
    const { exitCode, value } = await cli.json('device', 'assign', '--profile', 'Berlin', '--serial', serials[9]!)
    expect([exitCode, value]).toMatchObject([0, { results: { SUCCESS: 1 } }])
    expect(callsTo('/profile/devices')).toBe(before + 1)
  })
})

describe('profile publish', () => {
  it('leaves devices with the version they have', async () => {
    writeFileSync(cli.path('Berlin.json'), JSON.stringify({ profile_name: 'Berlin', url: 'https://mdm.example.com/2' }))
    await cli.run(['profile', 'import', cli.path('Berlin.json')])
    await cli.run(['profile', 'publish', 'Berlin', '--token', 'HQ'])
    await cli.run(['sync', '--full'])
    expect(await cli.json('profile', 'show', 'Berlin')).toMatchObject({
      value: { profile: { versions: [{ deviceCount: 0 }, { deviceCount: 8 }] } },
    })
  })

  it('gives them the new one when it is told to', async () => {
    expect(await cli.json('profile', 'publish', 'Berlin', '--token', 'HQ', '--assign-current')).toMatchObject({
      exitCode: 0,
      value: {
        results: { SUCCESS: 9 },
        profile: { versions: [{ version: 3, deviceCount: 9 }, { deviceCount: 0 }, { deviceCount: 0 }] },
      },
    })
  })
})

describe('wishes that last', () => {
  it('a device that came back without its profile gets it with the next run', async () => {
    simulator.service.removeProfile(serials[0]!, true)
    const { value } = await cli.json('sync')
    expect(value).toMatchObject({ runs: [{ state: 'done', assigned: 1 }] })
    expect(await stateOf(serials[0]!)).toMatchObject({ profileStatus: 'assigned' })
  })

  it('new devices get the default of their token, and those of before keep what they have', async () => {
    await cli.run(['profile', 'default', 'Berlin', '--token', 'HQ'])
    const untouched = await stateOf(serials[11]!)
    simulator.service.addDevices(3)
    const { value } = await cli.json('sync')
    expect(value).toMatchObject({ runs: [{ added: 3, assigned: 3 }] })
    expect(await stateOf(serials[11]!)).toEqual(untouched)
  })
})

describe('dry runs of what has no --profile', () => {
  it('a retry tells how many wait or have failed, and asks Apple nothing', async () => {
    simulator.service.outcomes.set(serials[7]!, { word: 'THROTTLED', retryAfterSeconds: 120, count: 1 })
    simulator.service.removeProfile(serials[7]!, true)
    await cli.run(['sync', '--full'])
    const before = callsTo('/profile/devices')
    expect(await cli.json('device', 'retry', '--dry-run')).toMatchObject({
      exitCode: 0,
      value: { dryRun: true, plan: { total: 1, change: 1 }, results: {}, devices: [] },
    })
    expect(callsTo('/profile/devices')).toBe(before)
    simulator.service.outcomes.set(serials[7]!, { word: 'THROTTLED', retryAfterSeconds: 120, count: 1 })
    expect(await cli.json('device', 'retry')).toMatchObject({ exitCode: 3, value: { results: { THROTTLED: 1 } } })
  })

  it('a release tells how many are still on a token, and the sentence', async () => {
    const before = callsTo('/devices/disown')
    const asked = ['device', 'release', '--serial', serials[10]!, 'NOSUCH', '--dry-run'] as const
    expect(await cli.json(...asked)).toMatchObject({
      exitCode: 0,
      value: { plan: { total: 2, change: 1, gone: 1 }, sentence: 'RELEASE 2 DEVICES' },
    })
    expect((await cli.run(asked)).out).toContain('2 devices: 1 is released, 1 is gone or unknown.')
    expect(callsTo('/devices/disown')).toBe(before)
  })
})

describe('exit codes of rows', () => {
  it.each([
    [0, ['SUCCESS', 'UNCHANGED']],
    [0, []],
    [2, ['NOT_FOUND', 'GONE']],
    [3, ['NOT_ACCESSIBLE']],
    [3, ['FAILED', 'THROTTLED', 'MISSING']],
    [3, ['A_NEW_WORD']],
    [4, ['SUCCESS', 'FAILED']],
    [4, ['NOT_FOUND', 'FAILED']],
    [4, ['WAITING']],
  ])('%d for %j', (code, outcomes) => expect(exitCodeOfOutcomes(outcomes)).toBe(code))
})

describe('device release', () => {
  it('needs the exact sentence, and sends nothing without it', async () => {
    const before = callsTo('/devices/disown')
    expect(
      await cli.json('device', 'release', '--serial', serials[10]!, '--confirm', 'RELEASE 2 DEVICES'),
    ).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'device.release-unconfirmed', message: expect.stringContaining('RELEASE 1 DEVICES') } },
    })
    expect(callsTo('/devices/disown')).toBe(before)
  })

  it('saves the list first, tells each device, and keeps it as history', async () => {
    simulator.service.outcomes.set(serials[9]!, { word: 'FAILED', count: 1 })
    const { exitCode, value } = await cli.json(
      ...['device', 'release', '--serial', serials[10]!, serials[9]!, 'NOSUCH', '--confirm', 'RELEASE 3 DEVICES'],
    )
    expect([exitCode, value['results']]).toEqual([4, { SUCCESS: 1, FAILED: 1, NOT_FOUND: 1 }])
    expect(readFileSync(String(value['file']), 'utf8')).toContain(serials[10])
    const { value: shown } = await cli.json('device', 'show', serials[10]!)
    expect(shown).toMatchObject({ device: { atApple: 'gone', goneReason: 'released' } })
  })

  it('is never repeated by itself when the answer does not arrive', async () => {
    simulator.script({ post_devices_disown_responses: [{ response: { status: 500, isAfterChange: true } }] })
    const before = callsTo('/devices/disown')
    const { exitCode, value } = await cli.json(
      ...['device', 'release', '--serial', serials[9]!, '--confirm', 'RELEASE 1 DEVICES'],
    )
    expect([exitCode, value['results']]).toEqual([3, { UNKNOWN: 1 }])
    expect(callsTo('/devices/disown')).toBe(before + 1)
  })
})

describe('device unassign', () => {
  it('takes the profile away', async () => {
    const { exitCode, value } = await cli.json('device', 'unassign', '--serial', serials[0]!)
    expect([exitCode, value]).toMatchObject([0, { results: { SUCCESS: 1 } }])
    expect(['empty', 'removed']).toContain((await stateOf(serials[0]!)).profileStatus)
  })
})
