import { expect, it } from 'vitest'
import type { RehearsalFindingCode, RehearsalVerdict } from '../../../../../shared/model/rehearsal.ts'
import { FAULTS, type Fault } from '../../../../fakes/enrollment-server/index.ts'
import { codes, rehearse, startServer } from './rehearse.ts'

type Expected = readonly [verdict: RehearsalVerdict, ...codes: readonly RehearsalFindingCode[]]

/** Errors and warnings, the errors first. */
const EXPECTED: Readonly<Record<Exclude<Fault, 'slow' | 'web-sign-in'>, Expected>> = {
  refused: ['unreachable', 'host-unreachable'],
  reset: ['unreachable', 'connection-lost'],
  'silent-tls': ['unreachable', 'connect-timed-out'],
  'not-tls': ['unreachable', 'tls-failed'],
  silent: ['unreachable', 'answer-timed-out'],
  'slow-body': ['unreachable', 'answer-timed-out'],
  'http-url': ['faults', 'url-not-https'],
  'private-ca': ['unreachable', 'authority-unknown'],
  'wrong-anchors': ['unreachable', 'anchors-do-not-fit'],
  expired: ['unreachable', 'certificate-expired'],
  'expired-intermediate': ['unreachable', 'certificate-expired'],
  'not-yet-valid': ['unreachable', 'certificate-not-yet-valid'],
  'wrong-host': ['unreachable', 'certificate-other-name'],
  'incomplete-chain': ['unreachable', 'chain-incomplete'],
  interception: ['unreachable', 'tls-inspected'],
  html: ['faults', 'answer-html'],
  empty: ['faults', 'answer-empty'],
  json: ['faults', 'answer-not-a-profile'],
  garbage: ['faults', 'answer-not-a-profile'],
  'wrong-content-type': ['faults', 'content-type-wrong'],
  unauthorized: ['refused', 'authentication-required'],
  'software-update': ['refused', 'software-update-required'],
  'software-update-plist': ['refused', 'software-update-required'],
  psso: ['refused', 'platform-sso-required'],
  unrecognized: ['refused', 'device-unrecognized'],
  'well-known': ['refused', 'well-known-failed'],
  'pairing-token': ['refused', 'pairing-token-missing'],
  forbidden: ['refused', 'request-refused'],
  'not-found': ['faults', 'not-found'],
  busy: ['unreachable', 'server-busy'],
  'server-error': ['faults', 'server-error'],
  huge: ['faults', 'answer-too-large'],
  cut: ['faults', 'answer-cut-off'],
  'redirect-same-host': ['ok'],
  'redirect-other-host': ['incomplete', 'redirect-other-host'],
  'redirect-loop': ['faults', 'redirect-loop'],
  'redirect-http': ['faults', 'redirect-to-http'],
  'redirect-nowhere': ['faults', 'redirect-nowhere'],
  unsigned: ['ok'],
  encrypted: ['ok'],
  'encrypted-payloads': ['ok'],
  'bad-signature': ['faults', 'signature-invalid'],
  'signer-expired': ['warnings', 'signer-expired'],
  'wrong-topic': ['faults', 'topic-differs'],
  'no-topic': ['faults', 'topic-missing'],
  'other-kind-of-topic': ['faults', 'topic-form'],
  'wrong-identity': ['faults', 'identity-reference-unresolved'],
  'no-identity-reference': ['faults', 'identity-reference-missing'],
  'identity-not-identity': ['faults', 'identity-wrong-type'],
  'no-identity': ['faults', 'identity-reference-unresolved', 'no-identity-payload'],
  'no-mdm': ['faults', 'no-mdm-payload'],
  'two-mdm': ['faults', 'several-mdm-payloads', 'payload-identifier-repeated'],
  'http-server-url': ['faults', 'server-url-not-https'],
  'http-check-in-url': ['faults', 'check-in-url-not-https'],
  'bad-access-rights': ['faults', 'access-rights-incomplete'],
  'few-access-rights': ['ok'],
  'repeated-uuid': ['faults', 'payload-uuid-repeated'],
  'user-scope': ['warnings', 'scope-not-system'],
  'development-push': ['faults', 'development-push'],
  'not-a-configuration': ['faults', 'profile-type'],
  'expired-certificate': ['faults', 'certificate-payload-expired'],
  'scep-down': ['faults', 'identity-server-unreachable'],
  'scep-html': ['faults', 'identity-server-answer'],
  'scep-error': ['faults', 'identity-server-answer'],
  'scep-weak': ['warnings', 'identity-server-weak'],
  'scep-silent': ['faults', 'identity-server-unreachable'],
  'acme-down': ['faults', 'identity-server-unreachable'],
  'acme-html': ['faults', 'identity-server-answer'],
}

/** What these are waited for is the point of them; all others must not look slow on a busy computer. */
const PATIENCE = { slowMs: 20_000, tooSlowMs: 25_000, giveUpMs: 30_000 }
const WAITED_FOR: ReadonlySet<Fault> = new Set(['silent-tls', 'silent', 'slow-body', 'scep-silent'])

it('every fault of the fake server is expected here', () => {
  expect(Object.keys(EXPECTED).toSorted()).toEqual(
    FAULTS.filter((fault) => fault !== 'slow' && fault !== 'web-sign-in').toSorted(),
  )
})

it.each(Object.entries(EXPECTED))('%s', async (name, [verdict, ...expected]) => {
  const fault = name as Fault // the keys are faults
  const server = await startServer({ fault, delayMs: 300 })
  const waits = WAITED_FOR.has(fault)
  const played = await rehearse(server, { patience: waits ? { ...PATIENCE, giveUpMs: 1500 } : PATIENCE })
  expect([played.verdict, ...codes(played)]).toEqual([verdict, ...expected])
  // The server has understood everything that came, and nothing went anywhere else.
  expect(server.requests.filter(({ problem }) => problem !== null)).toEqual([])
  expect(server.elsewhere).toEqual([])
})

it.each([undefined, 'acme', 'pkcs12'] as const)('finds nothing wrong with a right server (%s)', async (identity) => {
  const server = await startServer({ ...(identity && { identity }) })
  const played = await rehearse(server, { patience: PATIENCE })
  expect([played.verdict, played.findings]).toEqual(['ok', []])
  expect(played.profile).toMatchObject({ topic: server.topic, identity: identity ?? 'scep', protection: 'signed' })
  expect(played.steps.map(({ name, outcome }) => [name, outcome])).toEqual([
    ...['target', 'resolve', 'connect', 'tls', 'request', 'answer', 'protection', 'profile'].map((name) => [
      name,
      'ok',
    ]),
    ['identity', identity === 'pkcs12' ? 'skipped' : 'ok'],
    ['check-in', 'ok'],
  ])
})

it('a slow answer is told, a very slow one is an error', async () => {
  const slow = await rehearse(await startServer({ fault: 'slow', delayMs: 700 }), {
    patience: { slowMs: 600, tooSlowMs: 20_000, giveUpMs: 30_000 },
  })
  expect(codes(slow)).toEqual(['answer-slow'])
  const slower = await rehearse(await startServer({ fault: 'slow', delayMs: 700 }), {
    patience: { slowMs: 100, tooSlowMs: 600, giveUpMs: 30_000 },
  })
  expect(codes(slower)).toEqual(['answer-too-slow'])
})
