import { writeFileSync } from 'node:fs'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { createCommandLine } from '../../../fakes/command-line.ts'
import { startEnrollmentServer, type EnrollmentServer, type Fault } from '../../../fakes/enrollment-server/index.ts'

let cli: ReturnType<typeof createCommandLine>
const servers: EnrollmentServer[] = []

beforeAll(() => {
  cli = createCommandLine()
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function start(fault?: Fault): Promise<EnrollmentServer> {
  const server = await startEnrollmentServer(fault ? { fault } : {})
  servers.push(server)
  writeFileSync(cli.path('ca.pem'), server.caPem)
  return server
}

it.each(['after', 'before'])('takes --ca-file %s the command', async (place) => {
  const server = await start()
  const ca = ['--ca-file', cli.path('ca.pem')]
  const args = ['rehearse', '--url', server.url]
  const { exitCode, value, err } = await cli.json(...(place === 'before' ? [...ca, ...args] : [...args, ...ca]))
  expect([exitCode, value['verdict'], value['findings']]).toEqual([0, 'ok', []])
  expect(value['steps']).toEqual(
    expect.arrayContaining([
      {
        name: 'tls',
        ms: expect.any(Number),
        outcome: 'ok',
        evidence: expect.objectContaining({ trustedBy: 'given-certificate' }),
      },
    ]),
  )
  expect(value['profile']).toMatchObject({ topic: server.topic, identity: 'scep' })
  // Told before anything is sent.
  expect(err).toContain('may record')
})

it('without the certificate, the private authority is the trouble and nothing was sent', async () => {
  const server = await start()
  const { exitCode, value } = await cli.json('rehearse', '--url', server.url)
  expect([exitCode, value['verdict'], value['profile']]).toEqual([6, 'unreachable', null])
  expect(value['findings']).toEqual([
    { severity: 'error', code: 'authority-unknown', message: expect.any(String), remedy: expect.any(String) },
  ])
  expect(server.requests).toEqual([])
})

it('rehearses a profile of this product with its anchors, as the device that is named', async () => {
  const server = await start()
  writeFileSync(cli.path('profile.json'), JSON.stringify(server.profileBody()))
  await cli.run(['profile', 'import', cli.path('profile.json'), '--name', 'Berlin'])
  const device = ['--serial', ' c02xk1abjgh5 ', '--product', 'Mac16,1', '--os-version', '26.1']
  const { exitCode, value } = await cli.json('rehearse', '--profile', 'berlin', ...device)
  expect([exitCode, value['verdict'], value['serial'], value['anchors']]).toEqual([0, 'ok', 'C02XK1ABJGH5', 1])
  expect(server.requests[0]?.machine?.info).toMatchObject({ SERIAL: 'C02XK1ABJGH5', PRODUCT: 'Mac16,1' })
})

it.each([
  ['software-update', 3, 'refused'],
  ['no-mdm', 4, 'faults'],
  ['redirect-other-host', 0, 'incomplete'],
  ['signer-expired', 0, 'warnings'],
  ['refused', 6, 'unreachable'],
  ['http-url', 4, 'faults'],
] as const)('%s ends with %i', async (fault, code, verdict) => {
  const server = await start(fault)
  const { exitCode, value } = await cli.json('rehearse', '--url', server.url, '--ca-file', cli.path('ca.pem'))
  expect([exitCode, value['verdict']]).toEqual([code, verdict])
  expect(Object.keys(value)).toEqual(expect.arrayContaining(['steps', 'profile', 'findings', 'verdict']))
})

it('is readable without --json', async () => {
  const server = await start('no-mdm')
  const { out } = await cli.run(['rehearse', '--url', server.url, '--ca-file', cli.path('ca.pem')])
  expect(out).toContain('com.apple.mdm')
  expect(out).toContain('Enrollment profile')
})

it.each([
  [[]],
  [['--url', 'https://a.example', '--profile', 'x']],
  [['--url', 'nonsense']],
  [['--url', 'https://a.example', '--product', '<b>']],
  [['--url', 'https://a.example', '--os-version', 'new']],
  [['--url', 'https://a.example', '--timeout', '0']],
  [['--profile', 'nobody']],
])('refuses %j with 2', async (args) => {
  const { exitCode, value } = await cli.json('rehearse', ...args)
  expect(exitCode).toBe(2)
  expect(value['error']).toBeDefined()
})
