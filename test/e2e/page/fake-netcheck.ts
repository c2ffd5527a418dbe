import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { HostCheck, NetworkCheck } from '../../../shared/model/network-check.ts'

const DAY_MS = 86_400_000

/** A network that inspects some hosts and blocks one: everything a table has to show. */
export function fakeNetcheckHandlers(): CoreHandlers['netcheck'] {
  return {
    hosts: () => ({ source: 'Apple', hosts: [] }),
    run: async ({ hosts = [] }, { report, signal }) => {
      const all = [...HOSTS, ...hosts.map(({ host, port }) => fakeHost(host, { port, category: null }))]
      for (const [index, host] of all.entries()) {
        report({ done: index + 1, total: all.length, latest: host })
        await new Promise((resolve) => setTimeout(resolve, 30))
        if (signal.aborted) throw new AppError('cancelled', '')
      }
      return fakeCheck(all)
    },
  }
}

function fakeCheck(hosts: readonly HostCheck[]): NetworkCheck {
  return {
    hosts,
    verdict: 'inspected',
    causes: ['inspected', 'partly-blocked'],
    repairer: 'network-team',
    captive: { state: 'none', status: 200, redirect: null },
    clock: { offsetSeconds: 1, source: 'ntp', isWrong: false },
    proxy: { configured: null, noProxy: null, system: null, differs: false },
    dnsServers: ['192.0.2.53'],
    startedAt: Date.now() - 4000,
    finishedAt: Date.now(),
  }
}

function fakeHost(host: string, facts: Partial<HostCheck> = {}): HostCheck {
  const ok = { outcome: 'ok', ms: 12, reason: null } as const
  return {
    host,
    port: 443,
    protocol: 'tcp',
    listed: host,
    category: 'device-setup',
    purpose: 'Enrollment',
    isCritical: true,
    issuer: 'Apple Public Server RSA CA 12',
    inspected: false,
    verdict: 'ok',
    stage: null,
    repairer: 'nobody',
    remarks: [],
    ms: 84,
    dns: { ...ok, ipv4: ['192.0.2.10', '192.0.2.11'], ipv6: ['2001:db8::10'] },
    connect: { ...ok, address: '192.0.2.10', ipv4: 'ok', ipv6: 'ok', attempts: [], proxy: null, proxyStatus: null },
    tls: {
      ...ok,
      protocol: 'TLSv1.3',
      alpn: 'h2',
      chain: [
        {
          subject: host,
          issuer: 'Apple Public Server RSA CA 12',
          notBefore: Date.now() - 90 * DAY_MS,
          expiresAt: Date.now() + 200 * DAY_MS,
          fingerprintSha256: 'A1'.repeat(32),
        },
      ],
      names: [host],
      isPublic: true,
      root: 'Apple Root CA',
    },
    http: { ...ok, status: 200, server: null, redirect: null, clockSeconds: 0 },
    ntp: null,
    ...facts,
  }
}

const HOSTS: readonly HostCheck[] = [
  fakeHost('albert.apple.com'),
  fakeHost('deviceenrollment.apple.com', {
    verdict: 'inspected',
    inspected: true,
    issuer: 'Example Web Gateway Root CA',
    repairer: 'network-team',
    stage: 'tls',
  }),
  fakeHost('iprofiles.apple.com', { remarks: ['ipv6-broken', 'slow'], ms: 3204 }),
  fakeHost('mdmenrollment.apple.com'),
  fakeHost('gdmf.apple.com', {
    verdict: 'timed-out',
    stage: 'connect',
    repairer: 'network-team',
    connect: {
      outcome: 'timed-out',
      ms: 5000,
      reason: 'ETIMEDOUT',
      address: null,
      ipv4: 'timed-out',
      ipv6: null,
      attempts: [],
      proxy: null,
      proxyStatus: null,
    },
    tls: null,
    http: null,
    issuer: null,
    inspected: null,
    ms: 5012,
  }),
  fakeHost('1-courier.push.apple.com', { listed: '*.push.apple.com', category: 'push', port: 5223 }),
  fakeHost('time.apple.com', {
    port: 123,
    protocol: 'udp',
    verdict: 'no-answer',
    stage: 'ntp',
    isCritical: false,
    repairer: 'network-team',
    connect: null,
    tls: null,
    http: null,
    issuer: null,
    inspected: null,
    ntp: { outcome: 'no-answer', ms: 5000, reason: null, clockSeconds: null, stratum: null },
    ms: 5000,
  }),
]
