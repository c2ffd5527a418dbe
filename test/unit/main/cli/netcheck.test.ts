import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Core } from '../../../../main/core/core.ts'
import { messagesIn } from '../../../../shared/messages/index.ts'
import { HOST_CATEGORIES, HOST_VERDICTS, type NetworkCheck } from '../../../../shared/model/network-check.ts'
import { limitsOf, networkCsv, networkText } from '../../../../shared/network-report.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'
import { unusedPort } from '../clients/ade/setup.ts'
import { startProxy } from '../clients/connect/servers.ts'
import { INSPECTOR, PRIVATE, PUBLIC, setUpCheck, startHttps, startTcp } from '../clients/netcheck/world.ts'

/** How long each step may take, as the core was told. */
const patience: unknown[] = []
const cli = createCommandLine({}, watchNetcheck)

function watchNetcheck(core: Core): Core {
  const { netcheck } = core.handlers
  const run: typeof netcheck.run = (input, context) => {
    patience.push(input.timeoutSeconds)
    return netcheck.run(input, context)
  }
  return { ...core, handlers: { ...core.handlers, netcheck: { ...netcheck, run } } }
}
const caFile = cli.path('ca.pem')
writeFileSync(caFile, PRIVATE.root)

type Json = { readonly hosts: readonly Record<string, unknown>[]; readonly verdict: string }
const run = async (...args: string[]) => {
  const { exitCode, value, err } = await cli.json('netcheck', '--timeout', '1', ...args)
  return { exitCode, value: value as unknown as Json, err }
}

test('a host in order: the keys that are promised, and 0', async () => {
  const port = await startHttps(PRIVATE.issue({ names: ['localhost'] }))
  const { exitCode, value } = await run('--host', `localhost:${port}`, '--ca-file', caFile)
  expect([exitCode, value.verdict]).toEqual([0, 'ok'])
  expect(value.hosts[0]).toMatchObject({
    host: 'localhost',
    port,
    dns: { outcome: 'ok' },
    connect: { outcome: 'ok' },
    tls: { outcome: 'ok', chain: [{ expiresAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/) }, expect.anything()] },
    issuer: PRIVATE.issuerName,
    inspected: null,
    verdict: 'ok',
  })
})

test('some in order and some not is 4, none is 6; a host that hangs ends', async () => {
  const good = await startHttps(PRIVATE.issue({ names: ['localhost'] }))
  const silent = await startTcp()
  const closed = await unusedPort()
  const mixed = await run(
    '--host',
    `localhost:${good}`,
    `127.0.0.1:${silent}`,
    '--host',
    `127.0.0.1:${closed}`,
    '--ca-file',
    caFile,
  )
  expect([mixed.exitCode, mixed.value.verdict]).toEqual([4, 'partly-blocked'])
  expect(mixed.value.hosts.map(({ verdict }) => verdict)).toEqual(['ok', 'timed-out', 'refused'])
  const none = await run('--host', `127.0.0.1:${closed}`)
  expect([none.exitCode, none.value.verdict, none.err]).toEqual([6, 'blocked', ''])
})

test('--timeout is what the check is told; without it the check has its own', async () => {
  const closed = `127.0.0.1:${await unusedPort()}`
  patience.length = 0
  await cli.run(['netcheck', '--host', closed, '--timeout', '0.75'])
  await cli.run(['netcheck', '--host', closed])
  expect(patience).toEqual([0.75, undefined])
})

test('an inspecting proxy is found by its certificate, and the proxy’s password is nowhere', async () => {
  const proxy = await startProxy(await startHttps(INSPECTOR.issue({ names: ['mdmenrollment.apple.com'] })))
  writeFileSync(cli.path('box.pem'), INSPECTOR.root)
  const args = ['--proxy', proxy.url.replace('//', '//user:hunter2@'), '--ca-file', cli.path('box.pem')]
  const answer = await run('--host', 'mdmenrollment.apple.com:443', ...args)
  expect(answer.value.hosts[0]).toMatchObject({ inspected: true, verdict: 'inspected', issuer: INSPECTOR.issuerName })
  expect([answer.exitCode, answer.value.verdict]).toEqual([6, 'inspected'])
  expect(JSON.stringify(answer)).not.toContain('hunter2')
})

test.each([
  [['--category', 'nonsense'], '--category'],
  [['--host', 'a b'], '--host'],
  [['--host', 'a:70000'], '--host'],
  [['--timeout', 'x'], '--timeout'],
  [['--timeout', '0'], '--timeout'],
  [['--timeout', '61'], '--timeout'],
])('%j is refused with 2 and named', async (args, path) => {
  const answer = await cli.run(['netcheck', ...args])
  expect([answer.exitCode, answer.out]).toEqual([2, ''])
  expect(answer.err).toContain(path)
})

test('a check that was cancelled says so', async () => {
  const cancelling = new AbortController()
  const silent = await startTcp(() => setTimeout(() => cancelling.abort(), 50))
  const answer = await cli.run(['netcheck', '--host', `127.0.0.1:${silent}`, '--timeout', '20'], {
    signal: cancelling.signal,
  })
  expect(answer.exitCode).toBe(130)
})

test('for people: a table, what is wrong and who repairs it, what cannot be seen; and a CSV', async () => {
  const closed = await unusedPort()
  const answer = await cli.run(['netcheck', '--host', `127.0.0.1:${closed}`, '--csv', cli.path('net.csv')])
  const words = messagesIn('en').netcheck
  for (const text of ['Refused', words.repairers['network-team'], words.limitsTitle, ...limitsOf(words)])
    expect(answer.out).toContain(text)
  const lines = readFileSync(cli.path('net.csv'), 'utf8').split('\r\n')
  expect(lines[0]).toMatch(/^Host,Port,Protocol,/)
  expect(lines[1]).toMatch(new RegExp(`^127\\.0\\.0\\.1,${closed},TCP,`))
})

test('what a server wrote becomes neither a formula nor a control character, in both languages', async () => {
  const port = await startHttps(PUBLIC.issue({ names: ['mdm.example.test'] }))
  const check = await setUpCheck().checkHosts([{ host: 'mdm.example.test', port }])
  const evil: NetworkCheck = {
    ...check,
    hosts: HOST_VERDICTS.map((verdict) => ({ ...check.hosts[0]!, verdict, issuer: '=cmd|"x"\u001b[2J\u202e' })),
  }
  for (const language of ['en', 'de'] as const) {
    const words = messagesIn(language).netcheck
    expect(networkCsv(evil, words)).toContain(`"'=cmd|""x""`)
    const text = networkText(evil, words)
    for (const steering of ['\u001b', '\u202e']) expect(text).not.toContain(steering)
    for (const verdict of HOST_VERDICTS) expect(text).toContain(words.verdicts[verdict][0])
    expect(text).not.toMatch(/undefined|null|NaN/)
  }
})

test('the categories of Apple’s list are those of the help', async () => {
  const { out } = await cli.run(['netcheck', '--help'])
  for (const category of HOST_CATEGORIES) expect(out.replaceAll(/\s+/g, ' ')).toContain(category)
})
