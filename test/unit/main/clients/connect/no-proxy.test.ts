import { expect, test } from 'vitest'
import { isProxied } from '../../../../../main/clients/connect/no-proxy.ts'

const APPLE = 'https://mdmenrollment.apple.com'

test.each<[string, string | null, boolean]>([
  [APPLE, null, true],
  [APPLE, '', true],
  [APPLE, ' , ', true],
  [APPLE, '*', false],
  [APPLE, 'a.example, *', false],
  [APPLE, '*:80', true],
  [APPLE, '*:443', false],
  [APPLE, 'apple.com', false],
  [APPLE, '.apple.com', false],
  [APPLE, '*.apple.com', false],
  [APPLE, 'MDMENROLLMENT.APPLE.COM.', false],
  [APPLE, 'mdmenrollment.apple.com:443', false],
  [APPLE, 'mdmenrollment.apple.com:8443', true],
  [APPLE, 'enrollment.apple.com', true],
  [APPLE, 'apple.co', true],
  [APPLE, 'example.com apple.com', false],
  ['https://apple.com', '*.apple.com', true],
  ['https://apple.com', '.apple.com', false],
  ['https://apple.com.', 'apple.com', false],
  ['https://apple.com:8443', 'apple.com:8443', false],
  ['https://10.1.2.3', '10.1.2.3', false],
  ['https://10.1.2.3', '10.1.2.4', true],
  ['https://[2001:db8::1]', '2001:db8::1', false],
  ['https://[2001:db8::1]', '[2001:DB8:0::1]', false],
  ['https://[2001:db8::1]', '[2001:db8::1]:443', false],
  ['https://[2001:db8::1]', '[2001:db8::1]:444', true],
  ['https://[2001:db8::1]', '2001:db8::2', true],
  ['http://127.0.0.1:8080', null, false],
  ['http://localhost', null, false],
  ['http://[::1]:1', null, false],
  ['https://localhost.example', null, true],
])('%s with NO_PROXY %j goes through the proxy: %j', (address, noProxy, expected) => {
  expect(isProxied(new URL(address), { noProxy })).toBe(expected)
})

test.each([
  ['http://127.0.0.1:8080', null, true],
  ['http://localhost', 'localhost', false],
])(
  'a proxy named for this program serves this computer too, unless NO_PROXY says otherwise: %s, %j',
  (address, noProxy, expected) => {
    expect(isProxied(new URL(address), { noProxy, proxiesLoopback: true })).toBe(expected)
  },
)
