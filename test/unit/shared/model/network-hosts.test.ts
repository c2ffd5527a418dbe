import fc from 'fast-check'
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkTarget } from '../../../../shared/contract/netcheck.ts'
import { DEFAULT_CATEGORIES, HOST_CATEGORIES } from '../../../../shared/model/network-check.ts'
import { findNetworkHost, isWildcard, NETWORK_HOSTS, readNetworkHosts } from '../../../../shared/model/network-hosts.ts'
import { readCheckTarget, readHostName } from '../../../../shared/model/network-target.ts'

test('the list holds what enrollment needs, each once in its category', () => {
  const keys = NETWORK_HOSTS.map(
    ({ name, category, ports }) => `${name} ${category} ${ports.map(({ port }) => port).join(' ')}`,
  )
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(NETWORK_HOSTS.map(({ category }) => category))).toEqual(new Set(HOST_CATEGORIES))
  const critical = NETWORK_HOSTS.filter(({ isCritical }) => isCritical)
  expect(critical.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'albert.apple.com',
      'deviceenrollment.apple.com',
      'iprofiles.apple.com',
      'mdmenrollment.apple.com',
      '*.push.apple.com',
    ]),
  )
  expect(critical.filter(({ category }) => !DEFAULT_CATEGORIES.includes(category))).toEqual([])
})

test('a wildcard is checked by a name below it, or not at all', () => {
  for (const { name, checked } of NETWORK_HOSTS) {
    if (!isWildcard(name)) expect(checked).toBe(name)
    else if (checked !== null) expect(`.${checked}`.endsWith(name.slice(1))).toBe(true)
  }
})

test('a line that is wrong is refused', () => {
  const line = {
    name: 'a.test',
    ports: [{ port: 443, spoken: 'https' }],
    category: 'push',
    purpose: 'x',
    neededBy: ['ios'],
  }
  const read = (change: object) => () => readNetworkHosts({ source: 's', hosts: [{ ...line, ...change }] })
  expect(read({})().hosts[0]).toMatchObject({
    checked: 'a.test',
    worksThroughProxy: null,
    isCritical: false,
    note: null,
  })
  for (const wrong of [
    { name: 'a b' },
    { ports: [] },
    { category: 'Push' },
    { neededBy: [] },
    { ports: [{ port: 0, spoken: 'https' }] },
    { more: 1 },
  ]) {
    expect(read(wrong), JSON.stringify(wrong)).toThrow()
  }
})

test('a host is found by its own line, the name checked for a wildcard, or the nearest wildcard', () => {
  expect(findNetworkHost('albert.apple.com')?.category).toBe('device-setup')
  expect(findNetworkHost('courier.push.apple.com')?.ports.map(({ port }) => port)).toEqual([5223, 443])
  expect(findNetworkHost('7-courier.push.apple.com')?.name).toBe('*.push.apple.com')
  expect(findNetworkHost('setup.icloud.com')?.category).toBe('device-management')
  expect(findNetworkHost('mdm.example.com')).toBeUndefined()
})

test('Apple’s roots are those whose fingerprints Apple publishes', () => {
  const { appleRoots } = JSON.parse(readFileSync('shared/data/apple-issuers.json', 'utf8')) as {
    appleRoots: readonly { name: string; fingerprintSha256: string; certificate: string }[]
  }
  expect(appleRoots.map(({ fingerprintSha256 }) => fingerprintSha256)).toEqual([
    'B0:B1:73:0E:CB:C7:FF:45:05:14:2C:49:F1:29:5E:6E:DA:6B:CA:ED:7E:2C:68:C5:BE:91:B5:A1:10:01:F0:24',
    '63:34:3A:BF:B8:9A:6A:03:EB:B5:7E:9B:3F:5F:A7:BE:7C:4F:5C:75:6F:30:17:B3:A8:C4:88:C3:65:3E:91:79',
  ])
  for (const { name, fingerprintSha256, certificate } of appleRoots) {
    const read = new X509Certificate(Buffer.from(certificate, 'base64'))
    expect([read.fingerprint256, read.subject.includes(`CN=${name}`)]).toEqual([fingerprintSha256, true])
    expect(read.verify(read.publicKey)).toBe(true)
  }
})

test.each([
  ['mdm.example.com:8443', 'mdm.example.com', 8443],
  ['MDM.Example.com', 'mdm.example.com', 443],
  ['10.1.2.3:80', '10.1.2.3', 80],
  ['[::1]:8443', '::1', 8443],
  ['[2001:DB8::1]', '2001:db8::1', 443],
  ['https://mdm.example.com/enroll?x=1', 'mdm.example.com', 443],
  ['http://mdm.example.com', 'mdm.example.com', 80],
  ['bücher.example', 'xn--bcher-kva.example', 443],
])('%s is %s, port %i', (text, host, port) => {
  expect(readCheckTarget(text, '--host')).toEqual({ host, port })
})

test.each(['', 'a b', 'a:99999', 'a:x', ':443', 'a/b', 'user@host:1', 'a..b', '[::1', 'a:0', 'x'.repeat(300)])(
  '%j is no host',
  (text) => {
    expect(() => readCheckTarget(text, '--host')).toThrow(
      expect.objectContaining({ code: 'bad-input', path: '--host' }),
    )
  },
)

test('whatever is typed: a name that is read is read the same again, and never holds what steers', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 40 }), fc.domain(), fc.ipV4(), fc.ipV6()), (text) => {
      const host = readHostName(text)
      if (host === undefined) return
      expect(readHostName(host)).toBe(host)
      expect(host).toMatch(/^[a-z0-9._:-]+$/)
      expect(checkTarget.parse({ host: text, port: 1 }).host).toBe(host)
    }),
  )
})
