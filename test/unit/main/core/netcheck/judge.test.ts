import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeHost } from '../../../../../main/core/netcheck/judge-host.ts'
import { judgeClock, judgeNetwork } from '../../../../../main/core/netcheck/judge-network.ts'
import { planCheck } from '../../../../../main/core/netcheck/plan.ts'
import { describeProxy } from '../../../../../main/core/netcheck/proxy-in-use.ts'
import {
  CHECK_STAGES,
  HOST_VERDICTS,
  NETWORK_VERDICTS,
  STEP_OUTCOMES,
  type HostCheck,
  type HostFacts,
  type HostVerdict,
  type NetworkVerdict,
} from '../../../../../shared/model/network-check.ts'
import { NETWORK_HOSTS } from '../../../../../shared/model/network-hosts.ts'
import { NETWORK } from '../../clients/netcheck/world.ts'

const [APPLE] = planCheck({ hosts: [{ host: 'mdmenrollment.apple.com', port: 443 }] })
const [OTHER] = planCheck({ hosts: [{ host: 'mdm.example.com', port: 443 }] })
const NOW = Date.UTC(2026, 5, 1)
const step = { outcome: 'ok', ms: 1, reason: null } as const

function factsOf(change: Partial<HostFacts> = {}): HostFacts {
  return {
    dns: { ...step, ipv4: ['17.0.0.1'], ipv6: [] },
    connect: { ...step, address: '17.0.0.1', ipv4: 'ok', ipv6: null, attempts: [], proxy: null, proxyStatus: null },
    tls: {
      ...step,
      protocol: 'TLSv1.3',
      alpn: null,
      chain: [
        {
          subject: 'a',
          issuer: 'Apple Public Server, Apple Inc.',
          notBefore: 0,
          expiresAt: NOW + 90 * 86_400_000,
          fingerprintSha256: 'AA',
        },
      ],
      names: [],
      isPublic: true,
      root: 'Root',
    },
    http: { ...step, status: 200, server: null, redirect: null, clockSeconds: 0 },
    ntp: null,
    ...change,
  }
}

const outcome = fc.constantFrom(...STEP_OUTCOMES)
const anyFacts: fc.Arbitrary<HostFacts> = fc
  .record({
    dns: outcome,
    connect: fc.option(outcome),
    tls: fc.option(outcome),
    http: fc.option(outcome),
    isPublic: fc.option(fc.boolean()),
  })
  .map(({ dns, connect, tls, http, isPublic }) => {
    const base = factsOf()
    return {
      ...base,
      dns: { ...base.dns!, outcome: dns },
      connect: connect === null ? null : { ...base.connect!, outcome: connect },
      tls: tls === null ? null : { ...base.tls!, outcome: tls, isPublic },
      http: http === null ? null : { ...base.http!, outcome: http },
    }
  })

test('whatever was seen: a word of the list, a stage unless all is well, and never "ok" with a failed step', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(APPLE!, OTHER!), (facts, host) => {
      const { verdict, stage, repairer, inspected } = judgeHost(host, facts, NOW)
      expect(HOST_VERDICTS).toContain(verdict)
      expect(stage === null).toBe(verdict === 'ok' || verdict === 'not-checkable')
      if (stage !== null) expect(CHECK_STAGES).toContain(stage)
      expect(repairer === 'nobody').toBe(stage === null)
      if (verdict === 'ok') {
        const isPlain = facts.tls?.outcome === 'no-tls' && facts.http?.outcome === 'ok'
        expect(facts.connect === null || facts.connect.outcome === 'ok').toBe(true)
        expect(facts.tls === null || facts.tls.outcome === 'ok' || isPlain).toBe(true)
        expect(inspected).not.toBe(true)
      }
    }),
  )
})

test('a host nothing was asked of is not checkable, and no fault', () => {
  const nothing = { dns: null, connect: null, tls: null, http: null, ntp: null }
  expect(judgeHost(APPLE!, nothing, NOW)).toMatchObject({ verdict: 'not-checkable', repairer: 'nobody', remarks: [] })
})

test.each<[string, Partial<HostFacts>, readonly string[]]>([
  [
    'a certificate that ends soon',
    { tls: { ...factsOf().tls!, chain: [{ ...factsOf().tls!.chain[0]!, expiresAt: NOW + 86_400_000 }] } },
    ['expires-soon'],
  ],
  [
    'another public authority',
    { tls: { ...factsOf().tls!, chain: [{ ...factsOf().tls!.chain[0]!, issuer: 'R1, Some Trust Ltd' }] } },
    ['unusual-authority'],
  ],
  ['IPv6 that is silent', { connect: { ...factsOf().connect!, ipv6: 'timed-out' } }, ['ipv6-broken']],
  ['no IPv6 at all', { connect: { ...factsOf().connect!, ipv6: 'no-route' } }, []],
  ['a clock that differs', { http: { ...factsOf().http!, clockSeconds: -301 } }, ['clock-off']],
  ['a slow step', { http: { ...factsOf().http!, ms: 3001 } }, ['slow']],
])('remarks: %s', (_what, change, expected) => {
  expect(judgeHost(APPLE!, factsOf(change), NOW)).toMatchObject({ verdict: 'ok', remarks: expected })
})

function hostWith(verdict: HostVerdict, stage: HostCheck['stage'] = null): HostCheck {
  const judged = { ...judgeHost(APPLE!, factsOf(), NOW), verdict, stage }
  return { ...APPLE!, ...factsOf(), ...judged, ms: 1 }
}

const OPEN = { state: 'none', status: 200, redirect: null } as const
const CLOCK = { offsetSeconds: 0, source: 'ntp', isWrong: false } as const

test.each<[readonly (readonly [HostVerdict, HostCheck['stage']])[], NetworkVerdict]>([
  [[['ok', null]], 'ok'],
  [
    [
      ['ok', null],
      ['not-checkable', null],
    ],
    'ok',
  ],
  [[['not-checkable', null]], 'nothing-checked'],
  [
    [
      ['ok', null],
      ['timed-out', 'connect'],
    ],
    'partly-blocked',
  ],
  [
    [
      ['refused', 'connect'],
      ['timed-out', 'tls'],
    ],
    'blocked',
  ],
  [
    [
      ['ok', null],
      ['name-unknown', 'dns'],
    ],
    'dns-failing',
  ],
  [
    [
      ['dns-failed', 'dns'],
      ['timed-out', 'dns'],
    ],
    'offline',
  ],
  [
    [
      ['ok', null],
      ['inspected', 'tls'],
      ['refused', 'connect'],
    ],
    'inspected',
  ],
  [
    [
      ['proxy-auth-needed', 'proxy'],
      ['inspected', 'tls'],
    ],
    'proxy-failing',
  ],
  [
    [
      ['ok', null],
      ['certificate-expired', 'tls'],
    ],
    'certificates-wrong',
  ],
])('%j together are %s', (hosts, expected) => {
  const seen = { hosts: hosts.map((host) => hostWith(...host)), captive: OPEN, clock: CLOCK }
  const { verdict, causes } = judgeNetwork(seen)
  expect(verdict).toBe(expected)
  expect(causes).toEqual(NETWORK_VERDICTS.filter((word) => causes.includes(word)))
  const portal = judgeNetwork({ ...seen, captive: { state: 'portal', status: 302, redirect: null } })
  expect([portal.verdict, portal.causes.slice(1)]).toEqual(['captive-portal', causes])
  expect(judgeNetwork({ ...seen, clock: { ...CLOCK, isWrong: true } }).verdict).toBe('clock-wrong')
})

test('every failing verdict of a host is a cause of the network', () => {
  for (const verdict of HOST_VERDICTS.filter((word) => word !== 'ok' && word !== 'not-checkable')) {
    const stage = /^(name|dns)-/.test(verdict) ? 'dns' : 'tls'
    const { causes } = judgeNetwork({ hosts: [hostWith('ok'), hostWith(verdict, stage)], captive: OPEN, clock: CLOCK })
    expect(causes.length, verdict).toBeGreaterThan(0)
  }
})

test('the clock follows the middle of trusted servers, not one that is off', () => {
  const at = (clockSeconds: number) => ({ ...hostWith('ok'), http: { ...factsOf().http!, clockSeconds } })
  expect(judgeClock([at(0), at(1), at(9000)], null)).toEqual({ offsetSeconds: 1, source: 'http-date', isWrong: false })
  const inspected = { ...at(9000), inspected: true }
  expect(judgeClock([inspected, inspected, at(-2)], null)).toMatchObject({ offsetSeconds: -2 })
  expect(judgeClock([], null)).toEqual({ offsetSeconds: null, source: null, isWrong: false })
})

test('a plan: the usual categories, each host and port once, given hosts first; wildcards without a name are told', () => {
  const usual = planCheck({})
  expect(usual.length).toBeGreaterThan(30)
  const keys = usual.map(({ host, port, protocol }) => `${host} ${port} ${protocol}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(usual.every(({ isGiven }) => !isGiven)).toBe(true)
  expect(planCheck({ hosts: [{ host: 'mdm.example.com', port: 8443 }] })).toMatchObject([
    { host: 'mdm.example.com', spoken: undefined, isOnList: false },
  ])
  const both = planCheck({ hosts: [{ host: 'albert.apple.com', port: 443 }], categories: ['device-setup'] })
  expect(both[0]).toMatchObject({ host: 'albert.apple.com', isGiven: true })
  expect(both.filter(({ host }) => host === 'albert.apple.com')).toHaveLength(1)
  const icloud = planCheck({ categories: ['icloud'] })
  expect(icloud.find(({ listed }) => listed === '*.gc.apple.com')).toMatchObject({
    host: '*.gc.apple.com',
    isCheckable: false,
  })
  expect(icloud.find(({ host, protocol }) => host === 'mask.icloud.com' && protocol === 'udp')?.isCheckable).toBe(false)
  const all = new Set(
    planCheck({ categories: NETWORK_HOSTS.map(({ category }) => category) }).map(({ listed }) => listed),
  )
  expect(NETWORK_HOSTS.filter(({ name }) => !all.has(name))).toEqual([])
})

test.each([
  [null, null, false],
  [null, 'DIRECT', false],
  [null, 'PROXY p.test:8080', true],
  ['http://p.test:8080', 'PROXY p.test:8080; DIRECT', false],
  ['http://u:w@p.test', 'PROXY p.test:80', false],
  ['http://p.test:8080', 'DIRECT', true],
  ['http://p.test:8080', 'PROXY q.test:8080', true],
  ['http://p.test:8080', null, false],
])('proxy %s, system %s: differs %j', (proxy, system, differs) => {
  const described = describeProxy({ ...NETWORK, proxy }, system)
  expect(described.differs).toBe(differs)
  expect(JSON.stringify(described)).not.toContain('u:w')
})
