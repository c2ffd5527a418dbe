import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSimulator, type Simulator } from '../../../../main/simulator/server.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'

let simulator: Simulator
let cli: ReturnType<typeof createCommandLine>

beforeAll(async () => {
  simulator = await createSimulator({ devices: 5 })
  cli = createCommandLine({ ADE_DESK_PASSPHRASE: 'correct horse battery', ADE_DESK_APPLE_URL: simulator.url })
  const { value } = await cli.json('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'))
  writeFileSync(cli.path('hq.p7m'), simulator.issueToken(String(value['certificate'])))
  writeFileSync(cli.path('wrong.txt'), 'not the passphrase')
  writeFileSync(cli.path('short.txt'), 'short')
  await cli.run(['token', 'import', cli.path('hq.p7m')])
})
afterAll(() => simulator.close())

describe('a failing command', () => {
  it.each([
    ['no command', [], 2],
    ['an unknown command', ['frobnicate'], 2],
    ['an unknown option', ['sync', '--fast'], 2],
    ['a missing value', ['token', 'keygen', '--name', 'X'], 2],
    ['an unknown token', ['token', 'show', 'nobody'], 2],
    ['an unknown device', ['device', 'show', 'NOSUCHSERIAL'], 2],
    ['an unknown status', ['device', 'list', '--status', 'sleeping'], 2],
    ['an unknown group', ['device', 'list', '--group', '/Global/Atlantis'], 2],
    ['a limit that is no number', ['device', 'list', '--limit', 'many'], 2],
    ['a missing file', ['token', 'import', '/nowhere/x.p7m'], 2],
    ['a file that is no token', ['token', 'import', 'package.json'], 2],
    ['a wrong passphrase', ['sync', '--passphrase-file', 'WRONG'], 5],
    ['plain http to another computer', ['sync', '--apple-url', 'http://example.com'], 2],
    ['a service that is not there', ['token', 'verify', 'HQ', '--apple-url', 'http://127.0.0.1:9'], 6],
  ] as const)('exits with its code and says what to do, as text and as JSON: %s', async (_what, args, exitCode) => {
    const given = args.map((arg) => (arg === 'WRONG' ? cli.path('wrong.txt') : arg))
    const text = await cli.run(given)
    expect(text).toMatchObject({ exitCode, out: '' })
    expect(text.err.trim().split('\n').length).toBeGreaterThan(1)
    const json = await cli.json(...given)
    expect(json.exitCode).toBe(exitCode)
    const error = json.value['error'] as Record<string, unknown>
    expect(Object.keys(error).toSorted()).toEqual(['code', 'hint', 'message', 'ref'])
    expect(JSON.parse(json.err)).toEqual(json.value)
    expect(text.err + json.err).not.toMatch(/ at .*\.ts:\d+/)
  })

  it.each([[[]], [['token']], [['device']]])('says that a command is missing: %j', async (args) => {
    expect((await cli.run(args)).err).toMatch(/^A command is missing\./)
    expect((await cli.json(...args)).value).toMatchObject({ error: { code: 'bad-input', ref: null } })
  })

  it('names every word that --at-apple takes', async () => {
    expect((await cli.run(['device', 'list', '--at-apple', 'nowhere'])).err).toContain('present, gone, unknown, any')
  })

  it('says 3 when Apple’s terms are not accepted, and the run tells it too', async () => {
    simulator.service.setTerms(false)
    const { exitCode, value } = await cli.json('sync')
    simulator.service.setTerms(true)
    expect(exitCode).toBe(3)
    expect(value).toMatchObject({ runs: [{ error: { code: 'terms.not-accepted' } }] })
    expect(await cli.json('token', 'list')).toMatchObject({ value: { tokens: [{ state: 'terms-not-accepted' }] } })
  })

  it('says 3 when the token was replaced in the portal', async () => {
    simulator.revokeToken()
    expect(await cli.json('sync')).toMatchObject({
      exitCode: 3,
      value: { runs: [{ error: { code: 'auth.rejected' } }] },
    })
  })

  it('refuses a passphrase that is too short for a new vault', async () => {
    const args = ['--data-dir', cli.path('fresh'), '--passphrase-file', cli.path('short.txt')]
    expect(await cli.json(...args, 'token', 'keygen', '--name', 'X', '--out', cli.path('x.pem'))).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'vault.weak-passphrase' } },
    })
  })

  it('says 5 when a vault is needed and no passphrase is given', async () => {
    const silent = createCommandLine()
    expect((await silent.json('sync')).value).toMatchObject({ error: { code: 'vault.missing' } })
  })

  it('says 130 when it is cancelled', async () => {
    expect((await cli.run(['sync'], { signal: AbortSignal.abort() })).exitCode).toBe(130)
  })
})

describe('help and version', () => {
  it.each([['--help'], ['--version'], ['token', '--help'], ['device', 'list', '--help']])(
    'are no failure: %s',
    async (...args) => {
      const answer = await cli.run(args)
      expect(answer).toMatchObject({ exitCode: 0, err: '' })
      expect(answer.out).not.toBe('')
    },
  )
})
