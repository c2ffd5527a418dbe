import { expect, it } from 'vitest'
import { rehearsalInput } from '../../../../../shared/contract/rehearsal.ts'
import { codes, createService, rehearse, startServer } from './rehearse.ts'

const PATIENCE = { slowMs: 20_000, tooSlowMs: 25_000, giveUpMs: 30_000 }
const HOUR_MS = 3_600_000

it('the server reads a signed machine info of the device that was given', async () => {
  const server = await startServer()
  await rehearse(server, { patience: PATIENCE, serial: 'C02XK1ABJGH5' as never, product: 'Mac16,1', osVersion: '26.2' })
  const [request] = server.requests
  expect(request).toMatchObject({ method: 'POST', path: '/enroll', contentType: 'application/pkcs7-signature' })
  expect(request?.machine).toMatchObject({
    isChainComplete: true,
    info: {
      SERIAL: 'C02XK1ABJGH5',
      PRODUCT: 'Mac16,1',
      OS_VERSION: '26.2',
      MDM_CAN_REQUEST_SOFTWARE_UPDATE: true,
      MDM_CAN_REQUEST_PSSO_CONFIG: true,
    },
  })
  // Nobody shall take it for a device of Apple's.
  expect(request?.machine?.chain).toEqual([expect.stringContaining('made up'), expect.stringContaining('not Apple')])
  expect(server.requests).toHaveLength(1)
})

it('an old system does not offer what it cannot do', async () => {
  const server = await startServer()
  await rehearse(server, { patience: PATIENCE, osVersion: '16.7' })
  expect(Object.keys(server.requests[0]?.machine?.info ?? {})).not.toContain('MDM_CAN_REQUEST_SOFTWARE_UPDATE')
})

it('opens the web page with the machine info in a header, and only there', async () => {
  const server = await startServer()
  const played = await rehearse(server, { patience: PATIENCE, web: true })
  expect(played.verdict).toBe('ok')
  expect(server.requests).toMatchObject([{ method: 'GET', path: '/web', contentType: null }])
  expect(server.requests[0]?.machine?.info['PRODUCT']).toBe('iPhone17,2')
})

it('the header of the web page is not sent again after a redirect', async () => {
  const server = await startServer({ fault: 'redirect-same-host' })
  const played = await rehearse(server, { patience: PATIENCE, web: true })
  expect(played.verdict).toBe('ok')
  expect(server.requests.map(({ path, machine }) => [path, machine !== null])).toEqual([
    ['/web', true],
    ['/web-moved', false],
  ])
})

it('a page to sign in at ends the rehearsal without a fault', async () => {
  const server = await startServer({ fault: 'web-sign-in' })
  const played = await rehearse(server, { patience: PATIENCE, web: true })
  expect([played.verdict, played.findings.map(({ code }) => code)]).toEqual(['incomplete', ['sign-in-page']])
})

it('a sign-in at another host is told and not visited', async () => {
  const server = await startServer({ fault: 'redirect-other-host' })
  const played = await rehearse(server, { patience: PATIENCE, web: true })
  expect([played.verdict, played.findings.map(({ code }) => code)]).toEqual(['incomplete', ['sign-in-page']])
  expect(server.elsewhere).toEqual([])
})

it('an Apple TV asks at url, whatever the profile says about a web page', async () => {
  const server = await startServer()
  await rehearse(server, { patience: PATIENCE, web: true, product: 'AppleTV14,1' })
  expect(server.requests).toMatchObject([{ method: 'POST', path: '/enroll' }])
})

it('a certificate that was given is trusted as the anchors are', async () => {
  const server = await startServer({ fault: 'private-ca' })
  const byInput = await rehearse(server, { patience: PATIENCE, certificates: [server.caPem] })
  const byCommand = await rehearse(server, { patience: PATIENCE, given: { certificates: [server.caPem] } })
  expect([byInput.verdict, byCommand.verdict]).toEqual(['ok', 'ok'])
})

it('with anchors, this computer’s own authorities count for nothing', async () => {
  const server = await startServer({ fault: 'wrong-anchors' })
  const played = await rehearse(server, { patience: PATIENCE })
  const tls = played.steps.find(({ name }) => name === 'tls')
  expect(tls).toMatchObject({ outcome: 'failed', evidence: { trusts: 'anchors', trustedBy: null } })
  expect(server.requests).toEqual([])
})

it('an address that only the answer names is not visited while it is private', async () => {
  const server = await startServer()
  const body = { ...server.profileBody(), url: server.url.replace('localhost', '127.0.0.1') }
  const shy = await rehearse(server, { patience: PATIENCE, target: { body } })
  expect(shy.findings.map(({ code }) => code)).toEqual(['not-visited'])
  expect(shy.steps.slice(-2).map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped'])
  expect(server.identityRequests).toEqual([])
  const told = await rehearse(server, { patience: PATIENCE, target: { body }, alsoHosts: ['localhost'] })
  expect([told.verdict, told.findings]).toEqual(['ok', []])
  expect(server.identityRequests).toEqual(['/scep?operation=GetCACaps'])
})

it('a Shared iPad needs its capability; a profile at Apple that is one is noticed', async () => {
  const server = await startServer()
  const played = await rehearse(server, {
    patience: PATIENCE,
    target: { body: { ...server.profileBody(), is_multi_user: true } },
  })
  expect(played.verdict).toBe('ok') // the fake server offers it
})

it('says what it will do before it does anything, and whose serial number it uses', async () => {
  const server = await startServer()
  const service = createService()
  const target = { body: server.profileBody({ web: true }) }
  expect(service.plan({ target })).toMatchObject({
    mode: 'web',
    hosts: ['localhost'],
    anchors: 1,
    serial: expect.stringMatching(/^REHEARSAL/),
    isOwnSerial: false,
  })
  expect(service.plan(rehearsalInput.parse({ target, serial: 'abc123' }))).toMatchObject({
    serial: 'ABC123',
    isOwnSerial: true,
  })
  expect(server.requests).toEqual([])
})

it('can be stopped while a server is silent', async () => {
  const server = await startServer({ fault: 'silent' })
  const stop = new AbortController()
  // Whoever does not hear the signal waits for longer than a test may take.
  const played = rehearse(server, {
    patience: { slowMs: HOUR_MS, tooSlowMs: HOUR_MS, giveUpMs: HOUR_MS },
    signal: stop.signal,
    report: ({ now }) => {
      if (now === 'request') setTimeout(() => stop.abort(new Error('enough')), 50)
    },
  })
  await expect(played).rejects.toThrow('enough')
})

it('nothing secret of the profile is in what is told', async () => {
  for (const identity of ['scep', 'acme', 'pkcs12'] as const) {
    const played = await rehearse(await startServer({ identity }), { patience: PATIENCE })
    expect(JSON.stringify(played)).not.toContain('one-time-secret')
  }
})

it('a profile that is not there is a failure, not a finding', async () => {
  const service = createService()
  await expect(
    service.rehearse({ target: { profile: 'nobody' } }, { signal: new AbortController().signal }),
  ).rejects.toMatchObject({ code: 'profile.not-found' })
})

it.each(['not an address', 'https://', '', 'ftp://example.com/x', 'javascript:alert(1)'])(
  'a profile with url "%s" is told and nothing is asked',
  async (url) => {
    const played = await createService().rehearse(
      { target: { body: { url } } },
      { signal: new AbortController().signal },
    )
    expect(played.steps.map(({ name, outcome }) => [name, outcome])).toEqual([['target', 'failed']])
    expect(codes(played)).toEqual([expect.stringMatching(/^url-(invalid|not-https)$/)])
  },
)
