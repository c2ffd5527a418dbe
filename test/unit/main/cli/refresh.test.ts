import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSimulator, type Simulator } from '../../../../main/simulator/server.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'

let simulator: Simulator
let cli: ReturnType<typeof createCommandLine>
let serials: string[]

beforeAll(async () => {
  simulator = await createSimulator({ devices: 3 })
  serials = Array.from(simulator.service.listDevices(), (row) => row.serial_number)
  cli = createCommandLine({ ADE_DESK_PASSPHRASE: 'correct horse battery', ADE_DESK_APPLE_URL: simulator.url })
  const { value } = await cli.json('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'))
  writeFileSync(cli.path('hq.p7m'), simulator.issueToken(String(value['certificate'])))
  await cli.run(['token', 'import', cli.path('hq.p7m')])
  await cli.run(['sync'])
})
afterAll(() => simulator.close())

describe('device show --refresh', () => {
  it('asks Apple about this device and stores what it says', async () => {
    const [serial = ''] = serials
    simulator.service.modifyDevice(serial, { asset_tag: 'FRESH' })
    expect(await cli.json('device', 'show', serial)).not.toMatchObject({ value: { device: { assetTag: 'FRESH' } } })
    expect(await cli.json('device', 'show', serial, '--refresh')).toMatchObject({
      exitCode: 0,
      value: { device: { assetTag: 'FRESH', raw: { asset_tag: 'FRESH' } }, timeline: [{ kind: 'modified' }, {}] },
    })
  })

  it('finds out that a device left without an event', async () => {
    const serial = serials[1]!
    simulator.service.releaseSilently(serial)
    expect(await cli.json('device', 'show', serial, '--refresh')).toMatchObject({
      value: { device: { atApple: 'gone', goneReason: 'not-accessible' } },
    })
    expect(await cli.json('token', 'list')).toMatchObject({ value: { tokens: [{ deviceCount: 2 }] } })
  })

  it('finds a device that no sync has told of', async () => {
    const serial = simulator.service.missFromSync()
    expect((await cli.run(['device', 'show', serial])).exitCode).toBe(2)
    expect(await cli.json('device', 'show', serial, '--refresh')).toMatchObject({
      exitCode: 0,
      value: { device: { serial, atApple: 'present' }, timeline: [{ kind: 'added' }] },
    })
  })

  it('changes nothing for a serial number Apple does not know, and says so', async () => {
    expect(await cli.json('device', 'show', 'NOSUCHSERIAL', '--refresh')).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'device.not-found' } },
    })
  })
})
