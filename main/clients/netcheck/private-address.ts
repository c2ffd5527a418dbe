import { BlockList, isIP } from 'node:net'

/** Addresses no public service has: this computer, local networks, documentation, the unspecified one (RFC 6890). */
const RANGES: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['240.0.0.0', 4],
  ['::', 127],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
]

const list = new BlockList()
for (const [network, prefix] of RANGES) list.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4')

/** IPv4 inside IPv6 (`::ffff:10.0.0.1`) counts as what it holds. */
export function isPrivateAddress(address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
