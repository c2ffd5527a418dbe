import type { HostRemark, HostVerdict, NetworkVerdict, Repairer } from '../../model/network-check.ts'
import { quantity } from './words.ts'

/** What it is called, what it means, what to do. */
export type VerdictWords = readonly [label: string, means: string, next: string]

const ALLOW = 'Allow this host and port in the firewall, for devices and for this computer.'
const EXEMPT = 'Exempt this host from TLS inspection. Apple’s services and devices refuse inspected connections.'
const CHAIN = 'Whoever runs this server repairs its certificate.'

// prettier-ignore
const verdicts = {
  ok: ['In order', 'It answers as it should.', 'Nothing to do.'],
  'not-checkable': ['Not checkable here', 'There is no name to check below this wildcard, or its protocol answers no stranger.', 'Allow it in the firewall as it is listed.'],
  'name-unknown': ['Name unknown', 'The name servers say that this name does not exist.', 'Check the spelling. A host of Apple’s always has a name: then a filter of the name servers hides it.'],
  'dns-failed': ['Name not resolved', 'The name servers gave no usable answer.', 'Check that the name servers of this network are reachable and may resolve names outside.'],
  'dns-altered': ['Name redirected', 'The name leads to an address of the local network, so a filter or a portal answers in place of this host. Nothing was sent there.', 'Exempt this name from the filter of the name servers.'],
  refused: ['Refused', 'The connection was refused: a firewall, or nothing listens there.', ALLOW],
  unreachable: ['No way there', 'No route leads to this host.', ALLOW],
  'timed-out': ['No answer in time', 'It was silent for longer than a device waits. Firewalls that drop packets look like this.', ALLOW],
  'cut-off': ['Cut off', 'The connection was opened and then ended from outside. Middle boxes that forbid a host look like this.', ALLOW],
  'proxy-unreachable': ['Proxy not reachable', 'The proxy itself could not be reached.', 'Check the address of the proxy in Settings, Network.'],
  'proxy-auth-needed': ['Proxy wants a sign-in', 'The proxy asks for a user and a password, or refuses those it got. Devices cannot sign in during setup.', 'Let Apple’s hosts pass without a sign-in; for this computer set user and password in Settings, Network.'],
  'proxy-refused': ['Refused by the proxy', 'The proxy does not open a way to this host and port.', 'Allow this host and port in the proxy.'],
  'captive-portal': ['Sign-in page', 'A portal of this network answers in place of the host.', 'Use a network without a portal for setup.'],
  inspected: ['Inspected', 'The certificate was made on the way: something opens the encrypted connection.', EXEMPT],
  'no-tls': ['No encryption', 'Something answers there that does not speak TLS: a portal or a proxy in place of the host.', 'Find out what answers on this port, and let the connection through.'],
  'certificate-expired': ['Certificate expired', 'The certificate, or one above it, is not valid any more.', CHAIN],
  'certificate-not-yet-valid': ['Certificate not yet valid', 'The certificate becomes valid later. Mostly the clock of this computer is behind.', 'Check date and time of this computer.'],
  'certificate-wrong-host': ['Certificate of another name', 'The certificate is for other names than this host.', 'Use the name of the certificate, or give the server a certificate for this name.'],
  'chain-incomplete': ['Chain incomplete', 'The server leaves out the certificate between its own and the authority. Browsers often find it by themselves, devices do not.', 'Let the server send the whole chain.'],
  'certificate-untrusted': ['Authority not trusted', 'No authority that is trusted here stands behind the certificate.', 'For a private authority: put it into the profile’s anchor certificates, and into Settings, Network, for this program.'],
  'tls-failed': ['TLS failed', 'Both sides found no common way to encrypt.', 'The server must offer TLS 1.2 or later with current ciphers.'],
  'no-answer': ['No answer', 'No answer came over UDP. It may have been dropped on the way there or back.', 'Allow UDP to this port, or serve time inside the network.'],
} as const satisfies Readonly<Record<HostVerdict, VerdictWords>>

// prettier-ignore
const network = {
  ok: ['All is well', 'Every host that can be checked from here answers as it should.', 'Nothing to do.'],
  'captive-portal': ['A portal stands before the internet', 'This network asks people to sign in on a page first. Devices in setup do not get past it.', 'Use a network without a portal for setup, or exempt the devices.'],
  'clock-wrong': ['The clock of this computer is wrong', 'It differs by more than five minutes. Certificates and Apple’s sign-in depend on it.', 'Set date and time automatically on this computer.'],
  'proxy-failing': ['The proxy does not let connections through', 'It cannot be reached, wants a sign-in, or refuses hosts.', 'Allow Apple’s hosts in the proxy, without a sign-in.'],
  offline: ['No connection', 'Neither names nor addresses can be reached.', 'Check the connection and the name servers of this computer.'],
  'dns-failing': ['Names are not resolved', 'For some hosts the name servers gave no usable answer.', 'Let the name servers resolve these names unchanged.'],
  inspected: ['Encrypted connections are opened on the way', 'Certificates were made by something between here and Apple. Devices refuse to enroll over such connections.', 'Exempt Apple’s hosts from TLS inspection.'],
  blocked: ['Nothing gets through', 'No host answered as it should.', 'Allow the listed hosts and ports in the firewall.'],
  'partly-blocked': ['Some hosts are blocked', 'Others answer, so the firewall or filter treats these differently.', 'Allow the listed hosts and ports in the firewall.'],
  'certificates-wrong': ['Certificates are not in order', 'A host was reached, and devices would not trust it.', 'See the host’s own line for what is wrong.'],
  'nothing-checked': ['Nothing was checked', 'None of the chosen hosts can be checked from here.', 'Choose other hosts.'],
} as const satisfies Readonly<Record<NetworkVerdict, VerdictWords>>

const repairers = {
  nobody: 'Nothing to do',
  'network-team': 'The person who runs your network',
  'server-owner': 'Whoever runs this server',
  'this-computer': 'Whoever looks after this computer',
} as const satisfies Readonly<Record<Repairer, string>>

const remarks = {
  'ipv6-broken': 'its IPv6 addresses do not answer, which delays every first connection',
  'ipv4-broken': 'its IPv4 addresses do not answer',
  'private-authority': 'a private authority issued the certificate: devices need it as an anchor certificate',
  'unusual-authority': 'the authority is public, but not one that is known for Apple’s hosts',
  'expires-soon': 'the certificate expires within 30 days',
  redirected: 'it redirects to another host, which was not followed',
  'clock-off': 'its clock differs by more than five minutes',
  'plain-http': 'it answers without encryption; devices enroll over https only',
  slow: 'a step took longer than three seconds',
  'proxy-unsupported': 'a proxy stands before it, and Apple does not support one here',
  'old-tls': 'it speaks an old version of TLS, which devices refuse',
} as const satisfies Readonly<Record<HostRemark, string>>

/** Words of the network check, for the window, the command line and what is handed to a network team. */
export const netcheck = {
  verdicts,
  network,
  repairers,
  remarks,
  columns: {
    host: 'Host',
    port: 'Port',
    protocol: 'Protocol',
    listed: 'On Apple’s list as',
    purpose: 'Purpose',
    verdict: 'Result',
    means: 'Meaning',
    next: 'What to do',
    repairer: 'Who can repair it',
    addresses: 'Addresses',
    ipv4: 'IPv4',
    ipv6: 'IPv6',
    proxy: 'Through proxy',
    tls: 'TLS',
    issuer: 'Issuer',
    expires: 'Certificate until',
    fingerprint: 'SHA-256 of the certificate',
    inspected: 'Inspected',
    status: 'HTTP',
    reason: 'System’s word',
    ms: 'Milliseconds',
    remarks: 'Remarks',
  },
  yes: 'yes',
  no: 'no',
  summary: (ok: number, all: number) => `${quantity(ok, 'host', 'hosts')} of ${all} in order.`,
  checkedAt: (time: string) => `Checked ${time}`,
  repairedBy: (who: string) => `Who can repair it: ${who}.`,
  proxyNone: 'Proxy: none is used.',
  proxyUsed: (address: string) => `Proxy: ${address}.`,
  proxySystem: (answer: string) => `The system would go another way: ${answer}.`,
  portalNone: 'Portal: none.',
  portalFound: 'Portal: this network shows a sign-in page.',
  portalUnknown: 'Portal: not known, captive.apple.com was not asked or did not answer.',
  clock: (seconds: number) => {
    const much = quantity(Math.abs(seconds), 'second', 'seconds')
    if (seconds === 0) return 'Clock: differs by less than a second.'
    return `Clock: this computer is ${much} ${seconds > 0 ? 'behind' : 'ahead'}.`
  },
  clockUnknown: 'Clock: nobody told the time.',
  nameServers: (list: string) => `Name servers: ${list}.`,
  limitsTitle: 'What this cannot see',
  limits: {
    place:
      'It was checked from this computer. Devices may be in another network, with other rules, another proxy or none.',
    joining: 'Signing in to Wi-Fi (802.1X) and what happens before a device has an address.',
    others: 'All addresses behind a name, and all names behind a wildcard: one of each was tried.',
    udp: 'Over UDP, silence: the question or the answer may have been lost.',
    some: 'Inspection that applies to some devices, users or times only.',
  },
} as const
