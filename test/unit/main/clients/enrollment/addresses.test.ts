import { expect, it } from 'vitest'
import { isPublicAddress } from '../../../../../main/clients/enrollment/addresses.ts'

it.each(['17.253.144.10', '8.8.8.8', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '2a01:b740::1'])(
  '%s is public',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '2001:db8::1',
  '2002:7f00:1::',
  'example.com',
  '',
])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
