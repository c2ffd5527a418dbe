import { writeFileSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSimulator, type Simulator } from '../../../../main/simulator/server.ts'
import { LOCK_OUTCOMES } from '../../../../shared/contract/activation.ts'
import { messagesIn } from '../../../../shared/messages/index.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'

let simulator: Simulator
let cli: ReturnType<typeof createCommandLine>
let serials: readonly string[]

beforeAll(async () => {
  simulator = await createSimulator({ devices: 60 })
  cli = createCommandLine({ ADE_DESK_PASSPHRASE: 'correct horse battery', ADE_DESK_APPLE_URL: simulator.url })
  const { value } = await cli.json('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'))
  writeFileSync(cli.path('hq.p7m'), simulator.issueToken(String(value['certificate'])))
  await cli.run(['token', 'import', cli.path('hq.p7m')])
  await cli.run(['sync'])
  const listed = (await cli.json('device', 'list', '--family', 'iPhone')).value['devices']
  serials = (listed as readonly { readonly serial: string }[]).map(({ serial }) => serial)
})
afterAll(() => simulator.close())

const lock = (serial: string, ...options: string[]) => cli.json('device', 'activation-lock', serial, ...options)
const CODE = /^[0-9A-Z]{5}-[0-9A-Z]{5}(-[0-9A-Z]{4}){4}$/

it('locks a device, and shows the code that opens it when asked', async () => {
  const { exitCode, value } = await lock(serials[0]!, '--message', 'Please call +49 30 1234')
  expect([exitCode, value]).toMatchObject([0, { serial: serials[0], outcome: 'SUCCESS' }])
  expect(JSON.stringify(value)).not.toMatch(/-[0-9A-Z]{4}-[0-9A-Z]{4}-/)
  const shown = await cli.json('device', 'bypass-code', serials[0]!)
  expect(shown.value).toMatchObject({
    serial: serials[0],
    codes: [{ code: expect.stringMatching(CODE), outcome: 'SUCCESS' }],
  })
  const timeline = (await cli.json('device', 'show', serials[0]!)).value['timeline']
  expect(timeline).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'lock-answered', text: expect.stringContaining('SUCCESS') }),
    ]),
  )
})

it('a device that is locked already keeps the code it was locked with', async () => {
  const before = await cli.json('device', 'bypass-code', serials[0]!)
  const { exitCode, value } = await lock(serials[0]!)
  expect([exitCode, value['outcome']]).toEqual([3, 'DEVICE_ALREADY_LOCKED'])
  expect((await cli.json('device', 'bypass-code', serials[0]!)).value).toEqual(before.value)
})

it.each(['NOT_ACCESSIBLE', 'ORG_NOT_SUPPORTED', 'DEVICE_NOT_SUPPORTED', 'FAILED', 'WEIRD_STATUS'])(
  '%s is told in words, and no code is kept',
  async (word) => {
    const serial = serials[1]!
    simulator.service.outcomes.set(serial, { word, on: 'activationlock', count: 1 })
    const { exitCode, value } = await lock(serial)
    expect([exitCode, value['outcome']]).toEqual([3, word])
    expect(String(value['message']).length).toBeGreaterThan(10)
    expect((await cli.json('device', 'bypass-code', serial)).value).toMatchObject({
      error: { code: 'device.no-bypass-code' },
    })
  },
)

it('where the answer does not arrive the code is kept, and nothing is asked twice', async () => {
  const serial = serials[2]!
  const calls = () => simulator.log().filter(({ path }) => path === '/device/activationlock').length
  const before = calls()
  simulator.script({ post_device_activationlock_responses: [{ response: { status: 500, isAfterChange: true } }] })
  const { value } = await lock(serial)
  expect(value['outcome']).toBe('UNKNOWN')
  expect(calls()).toBe(before + 1)
  const shown = await cli.json('device', 'bypass-code', serial)
  expect(shown.value).toMatchObject({ codes: [{ code: expect.stringMatching(CODE), outcome: 'UNKNOWN' }] })
})

it('comes along with a backup, and opens the device from another computer', async () => {
  const before = (await cli.json('device', 'bypass-code', serials[0]!)).value['codes'] as { code: string }[]
  writeFileSync(cli.path('backup.pass'), 'another good one')
  const backup = ['vault', 'backup', cli.path('all.adebackup'), '--backup-passphrase-file', cli.path('backup.pass')]
  expect((await cli.run(backup)).exitCode).toBe(0)
  const other = createCommandLine({ ADE_DESK_PASSPHRASE: 'yet another one', ADE_DESK_APPLE_URL: simulator.url })
  const restore = ['vault', 'restore', cli.path('all.adebackup'), '--backup-passphrase-file', cli.path('backup.pass')]
  expect((await other.run(restore)).exitCode).toBe(0)
  const { value } = await other.json('device', 'bypass-code', serials[0]!)
  expect(value['codes']).toMatchObject([{ code: before[0]!.code, outcome: 'SUCCESS' }])
})

it('the code is nowhere in the clear: not in the store, not in the log', async () => {
  const { value } = await cli.json('device', 'bypass-code', serials[0]!)
  const { code } = (value['codes'] as readonly { readonly code: string }[])[0]!
  for (const file of filesBelow(cli.dataDir)) {
    const bytes = readFileSync(file)
    expect(bytes.includes(code) || bytes.includes(code.replaceAll('-', '')), file).toBe(false)
  }
})

it('a serial number that nobody knows is refused', async () => {
  expect(await lock('NOSUCHDEVICE')).toMatchObject({ exitCode: 2, value: { error: { code: 'device.not-found' } } })
})

it('every word has its meaning in both languages', () => {
  for (const language of ['en', 'de'] as const) {
    expect(Object.keys(messagesIn(language).assignments.lockOutcomes)).toEqual([...LOCK_OUTCOMES])
  }
})

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}
