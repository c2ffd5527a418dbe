import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSimulator, type Simulator } from '../../../../main/simulator/server.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'
import { startEnrollmentServer, type EnrollmentServer } from '../../../fakes/enrollment-server/index.ts'

let simulator: Simulator
let server: EnrollmentServer
let cli: ReturnType<typeof createCommandLine>
const [EMPTY, ASSIGNED] = ['C02EMPTY0001', 'C02ASSIGNED1']

beforeAll(async () => {
  simulator = await createSimulator()
  server = await startEnrollmentServer()
  simulator.service.addRows(
    [EMPTY, ASSIGNED].map((serial) => ({ serial_number: serial, device_family: 'iPhone', profile_status: 'empty' })),
  )
  cli = createCommandLine({ ADE_DESK_PASSPHRASE: 'correct horse battery', ADE_DESK_APPLE_URL: simulator.url })
  const { value } = await cli.json('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'))
  writeFileSync(cli.path('hq.p7m'), simulator.issueToken(String(value['certificate'])))
  await cli.run(['token', 'import', cli.path('hq.p7m')])
  const uuid = simulator.service.profiles.define(server.profileBody())
  simulator.service.assignProfile(ASSIGNED, uuid)
  await cli.run(['sync'])
}, 60_000)
afterAll(async () => {
  await server.close()
  await simulator.close()
})

/** Trees that `docs/cli.md` names; a tree may be added and none may go. */
const PROMISED = [
  'not-prompting',
  'assignment-stuck',
  'invalid-profile',
  'timed-out',
  'not-downloaded',
  'fewer-in-portal',
  'token-file',
  'terms',
  'token-expired',
  'not-listed',
  'other-server',
  'configurator',
  'activation-lock',
  'tls',
  'network',
  're-enroll-mac',
  'await-configuration',
]

it('names the trees, each with the problem in words', async () => {
  const { exitCode, value } = await cli.json('diagnose', '--list')
  const trees = value['trees'] as readonly { readonly name: string; readonly title: string }[]
  expect(exitCode).toBe(0)
  expect(trees.map(({ name }) => name)).toEqual(expect.arrayContaining(PROMISED))
  expect(trees.every(({ title }) => title.length > 5)).toBe(true)
  expect((await cli.run(['diagnose', '--list'])).out).toContain('not-prompting')
})

it('finds the cause, with steps, evidence and remedies', async () => {
  const { exitCode, value } = await cli.json('diagnose', EMPTY.toLowerCase())
  expect(exitCode).toBe(0)
  expect(value).toMatchObject({
    serial: EMPTY,
    tree: 'not-prompting',
    verdict: {
      cause: 'no-profile',
      title: expect.any(String),
      remedies: [{ id: 'assign', title: expect.any(String), steps: expect.any(Array), owner: expect.any(String) }, {}],
    },
    openQuestions: [],
  })
  for (const step of value['steps'] as readonly Record<string, unknown>[]) {
    expect(Object.keys(step)).toEqual(expect.arrayContaining(['id', 'question', 'source', 'outcome', 'evidence', 'at']))
    expect(step['evidence']).toMatch(/\.$/)
    expect(step['at']).toMatch(/^\d{4}-.*\.\d{3}Z$/)
  }
})

it('looks at the token that is named, and refuses one nobody knows', async () => {
  const { value } = await cli.json('diagnose', EMPTY, '--token', 'hq')
  expect(value).toMatchObject({ token: 'HQ', verdict: { cause: 'no-profile' } })
  const { exitCode, value: refused } = await cli.json('diagnose', EMPTY, '--token', 'Nobody')
  expect([exitCode, refused]).toMatchObject([2, { error: { code: 'token.not-found' } }])
})

it('has no verdict while a person has to tell, and takes answers from a file', async () => {
  const open = await cli.json('diagnose', ASSIGNED)
  const questions = open.value['openQuestions'] as readonly { id: string; options: readonly { option: string }[] }[]
  expect(open.value['verdict']).toBeNull()
  const first = questions.find(({ id }) => id === 'not-prompting/set-up-person')!
  expect(first.options.map(({ option }) => option)).toEqual(['yes', 'no', 'unsure'])
  writeFileSync(cli.path('answers.json'), JSON.stringify({ 'set-up-person': 'yes' }))
  const told = await cli.json('diagnose', ASSIGNED, '--answers', cli.path('answers.json'))
  expect(told.value['verdict']).toMatchObject({ cause: 'set-up-before-assignment' })
})

it('writes a report, as HTML or as text', async () => {
  const html = await cli.json('diagnose', EMPTY, '--out', cli.path('report.html'))
  expect(html.value['file']).toBe(cli.path('report.html'))
  expect(readFileSync(cli.path('report.html'), 'utf8')).toMatch(/^<!doctype html>[^]*C02EMPTY0001/)
  await cli.run(['diagnose', EMPTY, '--out', cli.path('report.txt')])
  expect(readFileSync(cli.path('report.txt'), 'utf8')).toMatch(/^Diagnosis of C02EMPTY0001\n=/)
})

it('works offline, without a passphrase and without a request', async () => {
  simulator.clearLog()
  const alone = createCommandLine({ ADE_DESK_APPLE_URL: simulator.url })
  const { exitCode, value } = await alone.json('diagnose', EMPTY, '--offline', '--data-dir', cli.dataDir)
  expect([exitCode, (value['verdict'] as { cause: string }).cause]).toEqual([0, 'no-profile'])
  expect(simulator.log()).toEqual([])
})

it('with a vault that stays locked it says so', async () => {
  const alone = createCommandLine({ ADE_DESK_APPLE_URL: simulator.url })
  const { exitCode, value } = await alone.json('diagnose', EMPTY, '--data-dir', cli.dataDir)
  expect([exitCode, value]).toMatchObject([5, { error: { code: 'vault.locked' } }])
})

it('a serial number nobody knows is diagnosed too', async () => {
  const { exitCode, value } = await cli.json('diagnose', 'C02NOBODY001')
  expect(exitCode).toBe(0)
  expect(value['verdict']).toMatchObject({ cause: 'not-on-our-servers' })
})

it.each([
  ['no serial number', []],
  ['a tree nobody knows', [EMPTY, '--tree', 'nonsense']],
  ['a tree that is a part of others', [EMPTY, '--tree', 'preconditions']],
])('%s is bad usage', async (_what, args) => {
  const { exitCode, value } = await cli.json('diagnose', ...args)
  expect([exitCode, value]).toMatchObject([2, { error: { code: 'bad-input' } }])
})

it.each([
  ['no JSON', 'nonsense'],
  ['a list', '[]'],
  ['an answer to no question', '{"not-prompting/nonsense": "yes"}'],
  ['an option that is none', '{"set-up-person": "perhaps"}'],
  ['a number', '{"set-up-person": 1}'],
])('answers that are %s are bad usage', async (_what, text) => {
  writeFileSync(cli.path('bad.json'), text)
  const { exitCode, value } = await cli.json('diagnose', ASSIGNED, '--answers', cli.path('bad.json'))
  expect([exitCode, value]).toMatchObject([2, { error: { code: 'bad-input' } }])
})

it('a token file that was refused is looked at', async () => {
  const { value } = await cli.json('diagnose', '--tree', 'token-file', '--token-file', cli.path('hq.pem'))
  expect(value).toMatchObject({ serial: null, verdict: { cause: 'file-is-certificate' } })
  const good = await cli.json('diagnose', '--tree', 'token-file', '--token-file', cli.path('hq.p7m'))
  expect(good.value).toMatchObject({ verdict: { cause: 'file-is-fine' } })
})
