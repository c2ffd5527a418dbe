import { X509Certificate } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { createSimulator, type Simulator } from '../../../../main/simulator/server.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'
import { keyNamed, keyStore, openssl, OTHER_TOPIC, pushCertificate, TOPIC } from '../../../fakes/openssl-push.ts'
import { makeTokenFile } from '../../../fakes/token-file.ts'

const PASSPHRASE = 'known passphrase 4711'
const KEY_PASSPHRASE = 'known passphrase of the key store'
const DAY_MS = 86_400_000

let simulator: Simulator
let cli: ReturnType<typeof createCommandLine>
beforeEach(async () => {
  simulator = await createSimulator()
  cli = createCommandLine({ ADE_DESK_PASSPHRASE: PASSPHRASE, ADE_DESK_APPLE_URL: simulator.url })
})
afterEach(() => simulator.close())

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(cli.path(name), content)
  return cli.path(name)
}

const stoken = (unit = 'Berlin', name = 'berlin.vpptoken') =>
  file(name, simulator.unitNamed(unit).issueStoken({ validMs: 200 * DAY_MS }))
const errorOf = (value: Record<string, unknown>) => (value['error'] as { code: string }).code
const listed = async () => (await cli.json('credential', 'list')).value['credentials'] as Record<string, unknown>[]

test('credential list has what the promise says, with times in ISO 8601', async () => {
  await cli.json('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'))
  file('hq.p7m', makeTokenFile(readFileSync(cli.path('hq.pem'), 'utf8'), simulator.issueValues()))
  await cli.json('token', 'import', cli.path('hq.p7m'))
  await cli.json('import', 'stoken', stoken())
  await cli.json('import', 'push-certificate', file('push.pem', pushCertificate({ days: 20 })))
  await cli.json('credential', 'add', 'API key', '--expires', '2099-01-31', '--owner', 'Ada')
  const all = await listed()
  expect(all.map(({ kind }) => kind)).toEqual(['push-certificate', 'stoken', 'ade-token', 'manual'])
  for (const one of all) {
    expect(Object.keys(one)).toEqual(
      expect.arrayContaining(['kind', 'name', 'expiresAt', 'daysLeft', 'level', 'owner']),
    )
    expect(one['expiresAt']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  }
  expect(all[0]).toMatchObject({ daysLeft: 19, level: 30, owner: null, state: 'expiring' })
  expect(all[3]).toMatchObject({
    name: 'API key',
    expiresAt: '2099-01-31T00:00:00.000Z',
    level: null,
    owner: { name: 'Ada' },
  })
  expect((await cli.json('credential', 'list', '--kind', 'manual')).value['credentials']).toHaveLength(1)
  expect((await cli.run(['credential', 'list'])).out).toMatch(/KIND +NAME +EXPIRES/)
})

describe('import stoken', () => {
  it('tells its counts and the record', async () => {
    const { exitCode, value } = await cli.json('import', 'stoken', stoken())
    expect([exitCode, value]).toMatchObject([
      0,
      { rows: 1, accepted: 1, repaired: 0, rejected: 0, renewed: false, credential: { kind: 'stoken', state: 'ok' } },
    ])
    expect(
      (await cli.json('import', 'stoken', file('b', `\uFEFF${readFileSync(cli.path('berlin.vpptoken'), 'utf8')}`)))
        .value,
    ).toMatchObject({
      repaired: 1,
      repairs: ['byte-order-mark'],
      repairedRows: [{ line: 1, how: ['byte-order-mark'] }],
      rejectedRows: [],
      renewed: true,
    })
  })

  test.each([
    ['revokeStokens', 'credential.rejected'],
    ['expireStokens', 'credential.expired'],
  ] as const)('after %s ends with 3 and stores nothing', async (action, code) => {
    const path = stoken()
    simulator.unitNamed('Berlin')[action]()
    const { exitCode, value } = await cli.json('import', 'stoken', path)
    expect([exitCode, errorOf(value), await listed()]).toEqual([3, code, []])
  })

  it('names what a wrong file is and ends with 2', async () => {
    const { exitCode, err } = await cli.run(['import', 'stoken', file('c.pem', pushCertificate())])
    expect(exitCode).toBe(2)
    expect(err).toMatch(/not a content token.+This is a certificate/)
  })

  it('stores what nobody can be asked about, and says so', async () => {
    const path = stoken()
    await simulator.close()
    const answer = await cli.json('import', 'stoken', path)
    expect(answer).toMatchObject({ exitCode: 0, value: { credential: { state: 'unreachable' } } })
    expect(answer.err).toContain('credential verify')
  })

  it('is cancelled by Ctrl-C and then stores nothing', async () => {
    const path = stoken()
    simulator.script({ get_client_config_responses: [{ response: { isHanging: true } }] })
    const { exitCode } = await cli.run(['import', 'stoken', path], { signal: AbortSignal.timeout(1500) })
    expect([exitCode, await listed()]).toEqual([130, []])
  })

  it('never claims the unit, and tells who has', async () => {
    const mdmInfo = { id: 'ws1', name: 'Workspace ONE', metadata: '' }
    simulator.unitNamed('Berlin').claim(mdmInfo)
    const { value, err } = await cli.json('import', 'stoken', stoken())
    expect([(value['credential'] as { state: string }).state, err]).toEqual([
      'used-elsewhere',
      expect.stringContaining('Workspace ONE'),
    ])
    expect((await cli.json('credential', 'confirm-service', 'Berlin')).value).toMatchObject({
      credential: { state: 'ok' },
    })
    expect((await cli.json('credential', 'verify', 'Berlin')).value).toMatchObject({ credential: { state: 'ok' } })
    expect(simulator.unitNamed('Berlin').mdmInfo()).toEqual(mdmInfo)
    expect(simulator.log().filter(({ method }) => method !== 'GET')).toEqual([])
  })
})

describe('credential verify', () => {
  it('has the exit code of what Apple says', async () => {
    await cli.json('import', 'stoken', stoken())
    simulator.unitNamed('Berlin').revokeStokens()
    expect(await cli.json('credential', 'verify', 'berlin')).toMatchObject({
      exitCode: 3,
      value: { credential: { state: 'rejected', stoken: { problem: 'revoked' } } },
    })
    expect(await cli.json('credential', 'verify', 'nobody')).toMatchObject({ exitCode: 2 })
  })

  it('ends with 6 where nobody answers', async () => {
    await cli.json('import', 'stoken', stoken())
    await simulator.close()
    expect(await cli.json('credential', 'verify', 'Berlin')).toMatchObject({
      exitCode: 6,
      value: { credential: { state: 'unreachable' } },
    })
  })
})

describe('import push-certificate', () => {
  const current = pushCertificate({ days: 100 })

  it('takes key, passphrase and account', async () => {
    const passphrase = file('pass', `${KEY_PASSPHRASE}\n`)
    const store = file('push.p12', keyStore(current, 'push', KEY_PASSPHRASE))
    const options = ['--key-passphrase-file', passphrase, '--account', 'apple@example.com', '--name', 'Push']
    expect(await cli.json('import', 'push-certificate', store, ...options)).toMatchObject({
      exitCode: 0,
      value: {
        rows: 1,
        accepted: 1,
        credential: { name: 'Push', account: 'apple@example.com', push: { topic: TOPIC, hasKey: true } },
      },
    })
    const wrong = await cli.json('import', 'push-certificate', store)
    expect([wrong.exitCode, errorOf(wrong.value)]).toEqual([2, 'push-file.passphrase'])
  })

  it('needs no vault without a key', async () => {
    cli = createCommandLine({ ADE_DESK_APPLE_URL: simulator.url })
    expect((await cli.json('import', 'push-certificate', file('push.pem', current))).exitCode).toBe(0)
    const withKey = await cli.json(
      'import',
      'push-certificate',
      cli.path('push.pem'),
      '--key',
      file('key.pem', keyNamed('push')),
    )
    expect([withKey.exitCode, errorOf(withKey.value)]).toEqual([5, 'vault.missing'])
  })

  it('blocks another topic until the sentence is typed', async () => {
    await cli.json('import', 'push-certificate', file('push.pem', current), '--name', 'Push')
    const foreign = file('foreign.pem', pushCertificate({ topic: OTHER_TOPIC }))
    for (const more of [[], ['--renews', 'Push'], ['--renews', 'Push', '--confirm', 'ENROLL ALL DEVICES']]) {
      const { exitCode, value } = await cli.json('import', 'push-certificate', foreign, ...more)
      expect([exitCode, errorOf(value)]).toEqual([2, 'credential.other-topic'])
    }
    const { value, err } = await cli.json(
      ...['import', 'push-certificate', foreign, '--renews', 'Push', '--confirm', 'ENROLL ALL DEVICES AGAIN'],
    )
    expect(value).toMatchObject({ renewed: true, replacedTopic: TOPIC, credential: { push: { topic: OTHER_TOPIC } } })
    expect(err).toContain('must be enrolled again')
  })

  it('completes a request made here', async () => {
    const { value } = await cli.json(
      'credential',
      'csr',
      '--name',
      'Berlin',
      '--email',
      'it@example.com',
      '--out',
      cli.path('push.csr'),
    )
    expect(value).toMatchObject({ file: cli.path('push.csr'), request: { name: 'Berlin' } })
    expect(openssl('req', '-in', cli.path('push.csr'), '-verify', '-noout', '-subject')).toContain('Berlin')
    expect((await cli.json('credential', 'requests')).value['requests']).toHaveLength(1)
    const { id } = value['request'] as { id: string }
    expect((await cli.json('credential', 'discard-request', id)).exitCode).toBe(2)
    expect((await cli.json('credential', 'discard-request', id, '--yes')).value).toEqual({ removed: id })
  })
})

describe('what was typed in', () => {
  it('can be changed, given people, and removed', async () => {
    await cli.json('credential', 'add', 'API key', '--expires', '2099-01-31T10:00:00+01:00', '--note', 'safe')
    expect((await cli.json('credential', 'change', 'api key', '--name', 'Key', '--note', '')).value).toMatchObject({
      credential: { name: 'Key', note: null, expiresAt: '2099-01-31T09:00:00.000Z' },
    })
    await cli.json(
      'credential',
      'contacts',
      'Key',
      '--owner',
      'Ada',
      '--owner-email',
      'ada@example.com',
      '--deputy',
      'Bob',
    )
    expect((await cli.json('credential', 'contacts', 'Key', '--deputy', '')).value).toMatchObject({
      credential: { owner: { name: 'Ada', email: 'ada@example.com' }, deputy: null },
    })
    expect((await cli.json('credential', 'remove', 'Key')).exitCode).toBe(2)
    expect((await cli.json('credential', 'remove', 'Key', '--yes')).exitCode).toBe(0)
    expect(await listed()).toEqual([])
  })

  test.each([
    ['credential', 'add', 'x', '--expires', 'soon'],
    ['credential', 'add', 'x'],
    ['credential', 'add', 'x', '--expires', '2099-02-30'],
    ['credential', 'list', '--kind', 'tokens'],
    ['credential', 'show', 'x'],
    ['credential', 'csr', '--name', 'x', '--email', 'nobody', '--out', 'x'],
  ])('%s %s %s %s %s ends with 2', async (...args) => {
    expect((await cli.json(...args)).exitCode).toBe(2)
  })
})

test('credential calendar and csv write whole files', async () => {
  await cli.json('import', 'push-certificate', file('push.pem', pushCertificate({ days: 100 })))
  const { value } = await cli.json('credential', 'calendar', '--out', cli.path('expiries.ics'))
  expect(value).toMatchObject({ file: cli.path('expiries.ics'), events: 1 })
  expect(value).toHaveProperty('credentials', (await cli.json('credential', 'list')).value.credentials)
  const calendar = readFileSync(cli.path('expiries.ics'), 'utf8')
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect([...calendar.matchAll(/TRIGGER:-P(\d+)D/g)].map(([, days]) => Number(days))).toEqual([60, 30, 14, 7, 1])
  expect((await cli.json('credential', 'csv', '--out', cli.path('list.csv'))).value).toMatchObject({ rows: 1 })
  const { exitCode, value: failed } = await cli.json('credential', 'calendar', '--out', cli.path('none/expiries.ics'))
  expect([exitCode, errorOf(failed), existsSync(cli.path('none'))]).toEqual([2, 'file.unwritable', false])
})

test('nothing secret of content tokens, keys and passphrases is in a file, the log or what is printed', async () => {
  const said: string[] = []
  const run = async (...args: string[]) => {
    const { out, err } = await cli.run(args)
    said.push(out, err)
  }
  const unit = simulator.unitNamed('Berlin')
  unit.claim({ id: 'ws1', name: 'Workspace ONE', metadata: '' })
  const tokens = [unit.issueStoken({ validMs: 30 * DAY_MS }), unit.issueStoken()]
  const certificate = pushCertificate()
  const inputs = [
    ...tokens.map((text, at) => file(`${at}.vpptoken`, text)),
    file('cut.vpptoken', tokens[0]!.slice(0, -40)),
    file('decoded.vpptoken', Buffer.from(tokens[0]!, 'base64')),
    file('push.pem', certificate),
    file('key.pem', keyNamed('push')),
    file('push.p12', keyStore(certificate, 'push', KEY_PASSPHRASE)),
    file('pass', KEY_PASSPHRASE),
    file('backup-pass', 'known backup passphrase 4712'),
  ]
  for (const path of inputs.slice(0, 4)) await run('import', 'stoken', path, '--verbose')
  await run('credential', 'verify', 'Berlin', '--json')
  simulator.script({ get_client_config_responses: [{ count: 1, response: { resetAtByte: 30 } }] })
  await run('credential', 'verify', 'Berlin', '--verbose')
  simulator.clearScript()
  await run('import', 'push-certificate', cli.path('push.pem'), '--key', cli.path('key.pem'), '--json')
  await run('import', 'push-certificate', cli.path('push.p12'), '--key-passphrase-file', cli.path('pass'), '--json')
  await run('import', 'push-certificate', cli.path('push.p12'), '--key-passphrase-file', cli.path('backup-pass'))
  await run('import', 'push-certificate', cli.path('key.pem'), '--verbose')
  await run('credential', 'csr', '--name', 'Paris', '--out', cli.path('paris.csr'), '--json')
  await run('credential', 'requests', '--json')
  await run('credential', 'list', '--json')
  await run('credential', 'show', 'Berlin')
  await run('credential', 'calendar', '--out', cli.path('x.ics'))
  await run('credential', 'csv', '--out', cli.path('x.csv'))
  await run('vault', 'backup', cli.path('backup'), '--backup-passphrase-file', cli.path('backup-pass'))
  await run('doctor', '--json')
  unit.revokeStokens()
  await run('credential', 'verify', 'Berlin')

  const values = tokens.map((text) => (JSON.parse(Buffer.from(text, 'base64').toString()) as { token: string }).token)
  const keyLines = keyNamed('push').split('\n').slice(2, 5)
  const secrets = [...tokens.map((text) => text.slice(0, 60)), ...values, ...keyLines, unit.notificationAuthToken]
  const words = [PASSPHRASE, KEY_PASSPHRASE, 'PRIVATE KEY']
  const places = readdirSync(cli.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !inputs.includes(path))
  const written = places.map((path) => readFileSync(path).toString('latin1'))
  expect(said.join('')).toContain('used-elsewhere')
  expect(said.join('')).toContain('"hasKey": true')
  expect(places.some((path) => path.endsWith('ade-desk.log'))).toBe(true)
  expect(new X509Certificate(certificate).subject).toContain(TOPIC)
  for (const secret of [...secrets, ...words]) {
    expect(places.filter((_path, at) => written[at]!.includes(secret))).toEqual([])
    expect(said.filter((text) => text.includes(secret))).toEqual([])
  }
})
