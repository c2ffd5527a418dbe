import type { RehearsalFinding } from '../../model/rehearsal.ts'

type Facts = RehearsalFinding['facts']

const CAUSES: Readonly<Record<string, string>> = {
  'host-not-found': 'its name was not found',
  'host-unreachable': 'no connection could be made',
  'connect-timed-out': 'it did not answer in time',
  'connection-lost': 'the connection was lost',
  'proxy-refused': 'the proxy refused the connection',
  'certificate-expired': 'its certificate has expired',
  'certificate-other-name': 'its certificate is for another name',
  'answer-timed-out': 'it did not answer in time',
  'authority-unknown': 'nobody who is trusted vouches for its certificate',
  'chain-incomplete': 'it sends its certificate without the intermediate one',
}

const cause = (facts: Facts) => CAUSES[String(facts['cause'])] ?? 'it could not be used'

const SERVER_TEAM = 'The administrators of the management server'
const NETWORK_TEAM = 'The network team'

/** What an enrollment played by this program found, and what to do about it. */
export const rehearsal = {
  announcement: (host: string, serial: string, product: string, osVersion: string) =>
    `${host} is asked as ${product} with ${osVersion} and the serial number ${serial} would ask. The server may record an enrollment attempt of this device. The device’s certificate is made up. Nothing is sent to a host that the profile does not name.`,
  madeUpSerial: 'The serial number is made up; a server that only takes devices it knows will refuse it.',

  verdicts: {
    ok: 'A device would enroll.',
    warnings: 'A device would enroll; there are remarks.',
    incomplete: 'Nothing is wrong as far as a program gets. The rest takes a device or a person.',
    faults: 'The server answers, and a device would fail with what it answers.',
    refused: 'The server refuses this device.',
    unreachable: 'A device would get no answer that it can use.',
  },

  steps: {
    target: 'What the profile says',
    resolve: 'Find the address',
    connect: 'Connect',
    tls: 'Check who answers',
    request: 'Tell about the device',
    redirect: 'Redirect',
    answer: 'Answer',
    protection: 'Signature and encryption',
    profile: 'Enrollment profile',
    identity: 'Server of device certificates',
    'check-in': 'Server to check in at',
  },

  outcomes: { ok: 'In order', warning: 'Remarks', failed: 'Failed', skipped: 'Not looked at' },
  severities: { error: 'Error', warning: 'Warning', info: 'Note' },

  findings: {
    'url-invalid': () => 'The profile’s url is no complete address.',
    'url-not-https': ({ url }: Facts) => `The profile’s url is ${url}. Devices ask over https only; nothing was sent.`,
    'web-url-invalid': () => 'The profile’s configuration_web_url is no complete address.',
    'web-url-not-https': ({ url }: Facts) => `The profile’s configuration_web_url is ${url}. Devices open https only.`,
    'anchor-unreadable': ({ number }: Facts) => `Anchor certificate ${number} of the profile is no certificate.`,
    'host-not-found': ({ host }: Facts) => `The name ${host} has no address.`,
    'host-unreachable': ({ host, reason }: Facts) => `No connection to ${host} (${reason}).`,
    'connect-timed-out': ({ host, seconds }: Facts) => `${host} did not accept a connection within ${seconds} seconds.`,
    'connection-lost': ({ host, reason }: Facts) => `${host} ended the connection without an answer (${reason}).`,
    'proxy-refused': ({ host, reason }: Facts) => `The proxy of this computer does not lead to ${host} (${reason}).`,
    'certificate-expired': ({ host, subject, date }: Facts) =>
      `A certificate that ${host} sends, ${subject}, expired on ${date}.`,
    'certificate-not-yet-valid': ({ host, subject, date }: Facts) =>
      `A certificate that ${host} sends, ${subject}, is not valid before ${date}.`,
    'certificate-other-name': ({ host, names }: Facts) => `The certificate of ${host} is for ${names}.`,
    'certificate-expires-soon': ({ host, subject, date }: Facts) =>
      `A certificate that ${host} sends, ${subject}, expires on ${date}.`,
    'chain-incomplete': ({ host, issuer }: Facts) =>
      `${host} sends its certificate alone; the one of ${issuer} that issued it is missing.`,
    'authority-unknown': ({ host, issuer }: Facts) =>
      `${issuer} vouches for ${host}. A device does not know this authority, and the profile names no anchor certificates.`,
    'anchors-do-not-fit': ({ host, issuer, isPublic }: Facts) =>
      isPublic === 1
        ? `${host} has a publicly trusted certificate (${issuer}), and the profile’s anchor certificates are others. With anchors a device trusts them alone.`
        : `${issuer} vouches for ${host}, and none of the profile’s anchor certificates does.`,
    'tls-inspected': ({ host, issuer }: Facts) =>
      `The certificate shown for ${host} comes from ${issuer}: something on the way opens the connection.`,
    'tls-failed': ({ host, reason }: Facts) => `No secure connection to ${host} (${reason}).`,
    'trusted-here-only': ({ host, issuer }: Facts) =>
      `${issuer} vouches for ${host}. This computer trusts it by its own settings; a device that was just erased does not.`,
    'answer-timed-out': ({ host, seconds }: Facts) => `${host} did not answer completely within ${seconds} seconds.`,
    'answer-slow': ({ host, seconds }: Facts) => `${host} took ${seconds} seconds to answer.`,
    'answer-too-slow': ({ host, seconds, limit }: Facts) =>
      `${host} took ${seconds} seconds to answer; more than ${limit} make enrollments fail.`,
    'answer-too-large': ({ host }: Facts) => `${host} answers with more than an enrollment profile ever has.`,
    'answer-cut-off': ({ host, reason }: Facts) => `The answer of ${host} ends too early (${reason}).`,
    'answer-broken': ({ host, reason }: Facts) => `The answer of ${host} cannot be read as HTTP (${reason}).`,
    'redirect-other-host': ({ host, to }: Facts) =>
      `${host} sends devices on to ${to}. The profile does not name that host, so the rehearsal ends here.`,
    'redirect-to-http': ({ host, to }: Facts) => `${host} sends devices on to ${to}, which is not https.`,
    'redirect-loop': ({ host, to }: Facts) => `${host} sends devices round in circles (${to}).`,
    'redirect-too-many': ({ host, count }: Facts) => `${host} redirects more than ${count} times.`,
    'redirect-nowhere': ({ host, status }: Facts) => `${host} redirects (${status}) without an address to go to.`,
    'authentication-required': ({ host, scheme }: Facts) =>
      `${host} asks for a user name and password (401, ${scheme}).`,
    'software-update-required': ({ host, osVersion, build }: Facts) =>
      `${host} demands that the device updates to ${osVersion} (build ${build}) first.`,
    'platform-sso-required': ({ host, authUrl }: Facts) =>
      `${host} demands a sign-in by Platform SSO first (at ${authUrl}).`,
    'device-unrecognized': ({ host }: Facts) =>
      `${host} does not know this device any more (com.apple.unrecognized.device).`,
    'well-known-failed': ({ host }: Facts) =>
      `${host} answers as for an account-driven enrollment that failed (com.apple.well-known.failed).`,
    'pairing-token-missing': ({ host }: Facts) => `${host} wants the pairing token of an Apple Watch.`,
    'request-refused': ({ host, status, code, message }: Facts) =>
      `${host} refuses the request (${status}${code === '–' ? '' : `, ${code}`}${message === '–' ? '' : `: ${message}`}).`,
    'not-found': ({ host, status }: Facts) => `${host} has nothing at this address (${status}).`,
    'server-busy': ({ host, status }: Facts) => `${host} is busy or in maintenance (${status}).`,
    'server-error': ({ host, status }: Facts) => `${host} failed by itself (${status}).`,
    'answer-html': ({ host }: Facts) => `${host} answers with a web page in place of a profile.`,
    'answer-empty': ({ host }: Facts) => `${host} answers with nothing.`,
    'answer-not-a-profile': ({ host, form }: Facts) =>
      `What ${host} answers is no configuration profile${form === 'json' ? ' but JSON' : ''}.`,
    'content-type-wrong': ({ host, contentType }: Facts) =>
      `${host} calls its answer ${contentType}; devices expect application/x-apple-aspen-config.`,
    'sign-in-page': ({ host }: Facts) => `${host} shows a page to sign in at. From here on a person is needed.`,
    'clock-differs': ({ host, minutes }: Facts) => `The clock of ${host} is ${minutes} minutes off this computer’s.`,
    'profile-unsigned': () => 'The enrollment profile is not signed. Devices take it.',
    'signature-invalid': ({ signer }: Facts) =>
      `The signature of the enrollment profile (${signer}) does not fit its content.`,
    'signer-expired': ({ signer, date }: Facts) =>
      `The certificate that signed the profile, ${signer}, expired on ${date}.`,
    'profile-encrypted': () =>
      'The enrollment profile is encrypted for another device, so nobody here can look into it.',
    'profile-type': ({ type }: Facts) => `The answer is a property list of type ${type}, not a configuration profile.`,
    'profile-key-missing': ({ key }: Facts) => `${key} of the enrollment profile is missing or wrong.`,
    'profile-expired': ({ date }: Facts) => `The enrollment profile is to be removed on ${date}, which is over.`,
    'payload-incomplete': ({ payload, keys }: Facts) => `The payload “${payload}” has no ${keys}.`,
    'payload-uuid-repeated': ({ uuid }: Facts) => `Two payloads have the same PayloadUUID ${uuid}.`,
    'payload-identifier-repeated': ({ identifier }: Facts) =>
      `Two payloads have the same PayloadIdentifier ${identifier}.`,
    'scope-not-system': ({ scope }: Facts) => `PayloadScope is ${scope}; a Mac is enrolled as a whole, with System.`,
    'no-mdm-payload': () => 'The profile has no payload com.apple.mdm, so it manages nothing.',
    'several-mdm-payloads': ({ count }: Facts) =>
      `The profile has ${count} payloads com.apple.mdm; a device takes one.`,
    'server-url-missing': () => 'The MDM payload has no ServerURL.',
    'server-url-not-https': ({ url }: Facts) => `ServerURL is ${url}; it has to be https.`,
    'check-in-url-not-https': ({ url }: Facts) => `CheckInURL is ${url}; it has to be https.`,
    'topic-missing': () => 'The MDM payload has no Topic.',
    'topic-form': ({ topic }: Facts) => `The Topic ${topic} does not begin with com.apple.mgmt.`,
    'topic-differs': ({ topic, expected }: Facts) =>
      `The Topic is ${topic}; the push certificate you imported has ${expected}.`,
    'identity-reference-missing': () => 'The MDM payload has no IdentityCertificateUUID.',
    'identity-reference-unresolved': ({ uuid }: Facts) =>
      `IdentityCertificateUUID ${uuid} is the PayloadUUID of no payload in the profile.`,
    'identity-wrong-type': ({ type }: Facts) =>
      `IdentityCertificateUUID names a payload of type ${type}, which is no identity.`,
    'no-identity-payload': () => 'The profile has no identity: neither ACME nor SCEP nor PKCS#12.',
    'access-rights-missing': () => 'The MDM payload has no AccessRights.',
    'access-rights-invalid': ({ rights }: Facts) => `AccessRights is ${rights}; it has to be between 1 and 8191.`,
    'access-rights-incomplete': ({ right, needed }: Facts) => `AccessRights holds ${right} without ${needed}.`,
    'access-rights-limited': ({ rights }: Facts) => `AccessRights is ${rights}, which is less than all rights (8191).`,
    'development-push': () => 'UseDevelopmentAPNS is true. Certificates of Apple’s portal are for production.',
    'messages-unsigned': () => 'SignMessage is false: the server relies on the TLS certificate of the device.',
    'per-user-capability-missing': ({ capability }: Facts) =>
      `The profile at Apple makes it a Shared iPad, and ServerCapabilities lacks ${capability}.`,
    'pinning-unresolved': ({ key, uuid }: Facts) => `${key} names ${uuid}, which is no payload of the profile.`,
    'account-driven-key': ({ key }: Facts) => `${key} belongs to account-driven enrollment and not to this one.`,
    'scep-url-invalid': ({ payload }: Facts) => `The SCEP payload “${payload}” has no usable URL.`,
    'scep-key-small': ({ payload, bits }: Facts) => `The SCEP payload “${payload}” asks for a key of ${bits} bits.`,
    'acme-incomplete': ({ payload, keys }: Facts) => `The ACME payload “${payload}” has no ${keys}.`,
    'acme-not-https': ({ payload, url }: Facts) =>
      `The ACME payload “${payload}” points to ${url}, which is not https.`,
    'identity-file-invalid': ({ payload }: Facts) => `The payload “${payload}” holds no PKCS#12 file.`,
    'certificate-payload-invalid': ({ payload }: Facts) => `The payload “${payload}” holds no certificate.`,
    'certificate-payload-expired': ({ payload, subject, date }: Facts) =>
      `The certificate in the payload “${payload}”, ${subject}, expired on ${date}.`,
    'identity-server-unreachable': (facts: Facts) =>
      `The server of device certificates, ${facts['host']}, cannot be reached: ${cause(facts)}.`,
    'identity-server-answer': ({ host, protocol, status, contentType }: Facts) =>
      `${host} does not answer as a ${protocol} server (${status}, ${contentType}).`,
    'identity-server-weak': ({ host, missing }: Facts) => `The SCEP server ${host} does not offer ${missing}.`,
    'check-in-unreachable': (facts: Facts) =>
      `The server to check in at, ${facts['host']}, cannot be reached: ${cause(facts)}.`,
    'not-visited': ({ host, address }: Facts) =>
      `${host} (${address}) was not visited: its address is private and only the answer names it.`,
  },

  remedies: {
    'url-invalid': 'Correct url in the profile, publish it again, assign it again, and erase the device.',
    'url-not-https': 'Give the profile an https address, publish it again, assign it again, and erase the device.',
    'web-url-invalid': 'Correct configuration_web_url in the profile and publish it again.',
    'web-url-not-https': 'Give configuration_web_url an https address and publish the profile again.',
    'anchor-unreadable': 'Take this member out of anchor_certs, or replace it by the base64 of a DER certificate.',
    'host-not-found': `Check the name in the profile. If it is right, ${NETWORK_TEAM.toLowerCase()} makes it known in the DNS that devices use.`,
    'host-unreachable': `${NETWORK_TEAM} lets devices reach this host and port; check also that the server runs.`,
    'connect-timed-out': `${NETWORK_TEAM} looks for a firewall that drops connections to this host.`,
    'connection-lost': `${NETWORK_TEAM} looks for a device on the way that resets connections; then check the server’s log.`,
    'proxy-refused': 'Check the proxy of this computer. Devices do not use it: rehearse without it if you can.',
    'certificate-expired': `${SERVER_TEAM} renew the certificate and install it with its intermediate certificates.`,
    'certificate-not-yet-valid': 'Check the clock of this computer and the date of the new certificate.',
    'certificate-other-name':
      'Use the name of the certificate in the profile, or have a certificate issued for this name.',
    'certificate-expires-soon': `${SERVER_TEAM} renew it before this day.`,
    'chain-incomplete': `${SERVER_TEAM} install the intermediate certificates on the server. Devices do not fetch them.`,
    'authority-unknown':
      'Put the root certificate of this authority into anchor_certs of the profile, publish, assign and erase; or use a public certificate. If you do not know this authority, something on the way opens the connection.',
    'anchors-do-not-fit':
      'Put the present authority into anchor_certs, or take all anchors out if the certificate is public; publish, assign, erase. If you do not know this authority, something on the way opens the connection.',
    'tls-inspected': `${NETWORK_TEAM} exempts this host from TLS inspection. Devices refuse such connections.`,
    'tls-failed': `${SERVER_TEAM} allow TLS 1.2 or newer at this port.`,
    'trusted-here-only':
      'Put this authority into anchor_certs of the profile. If you do not know it, this computer’s connections are inspected.',
    'answer-timed-out':
      'Look at the load of the server: web application, database, directory. Try with fewer devices at the same time.',
    'answer-slow': 'Look at the load of the server before many devices are set up at the same time.',
    'answer-too-slow':
      'Look at the load of the server: web application, database, directory. Try with fewer devices at the same time.',
    'answer-too-large': 'Check that the address is the one for enrollment and that the answer is a profile.',
    'answer-cut-off': 'Look for a proxy or load balancer that ends the connection, then check the server’s log.',
    'answer-broken': 'Check that a web server answers at this port, and what a proxy in front of it does.',
    'redirect-other-host': 'Name this host in the profile, or rehearse its address with --url.',
    'redirect-to-http': `${SERVER_TEAM} let the server redirect to https.`,
    'redirect-loop': `${SERVER_TEAM} correct the redirect.`,
    'redirect-too-many': `${SERVER_TEAM} shorten the way.`,
    'redirect-nowhere': `${SERVER_TEAM} correct the redirect.`,
    'authentication-required':
      'Devices show a sign-in for this, newer ones prefer configuration_web_url. Check the authentication of the organization group, and that the directory works.',
    'software-update-required':
      'Let the device update, or rehearse with --os-version of an updated one. If no device should have to, change the rule on the server.',
    'platform-sso-required': 'This is meant for Macs with macOS 26. Check the rule on the server if others get it.',
    'device-unrecognized': 'Add the serial number on the server; a device that hears this gives up its management.',
    'well-known-failed':
      'Check the address: account-driven enrollment has another one than Automated Device Enrollment.',
    'pairing-token-missing': 'Check the product given; only an Apple Watch needs this.',
    'request-refused':
      'Look into the server’s log. A server that verifies Apple’s certificate of the device refuses every rehearsal; one that knows its devices wants --serial of a real one.',
    'not-found': 'Check the path of url in the profile against the one the server shows for enrollment.',
    'server-busy': 'Wait and rehearse again. Check whether the server is in maintenance.',
    'server-error': 'Look into the server’s log at this time; restart its enrollment service.',
    'answer-html':
      'Check the address. A sign-in page belongs into configuration_web_url; a page of the network means a captive portal.',
    'answer-empty': 'Look into the server’s log. In Workspace ONE, check that the organization group has a Group ID.',
    'answer-not-a-profile': 'Check the address, and look into the server’s log.',
    'content-type-wrong': `${SERVER_TEAM} let it answer with Content-Type: application/x-apple-aspen-config.`,
    'sign-in-page': 'Sign in with a device, or check the sign-in in a browser.',
    'clock-differs': 'Set both clocks by NTP.',
    'profile-unsigned': 'Nothing has to be done. Signing lets people see who made it.',
    'signature-invalid': 'Sign the profile anew. Look for a proxy that changes answers.',
    'signer-expired': `${SERVER_TEAM} renew the certificate that signs profiles.`,
    'profile-encrypted': 'Rehearse with a server that sends it in the clear, or look at it on a device.',
    'profile-type': 'Check the address: it has to be the one for Automated Device Enrollment.',
    'profile-key-missing': 'Correct the profile on the server.',
    'profile-expired': 'Correct RemovalDate on the server.',
    'payload-incomplete': 'Correct the payload on the server.',
    'payload-uuid-repeated': 'Give each payload a PayloadUUID of its own.',
    'payload-identifier-repeated': 'Give each payload a PayloadIdentifier of its own.',
    'scope-not-system': 'Set PayloadScope to System.',
    'no-mdm-payload': 'Check the address, and that the server makes an enrollment profile for this organization group.',
    'several-mdm-payloads': 'Leave one MDM payload in the profile.',
    'server-url-missing': 'Set ServerURL on the server.',
    'server-url-not-https': 'Set the external address of the server to https.',
    'check-in-url-not-https': 'Set the external address of the server to https.',
    'topic-missing': 'Install the push certificate on the server.',
    'topic-form': 'Install a push certificate for MDM (identity.apple.com/pushcert) on the server.',
    'topic-differs':
      'Install the push certificate with the old topic again: renew it with the same Apple account. Devices enrolled with another topic hear no push.',
    'identity-reference-missing': 'Set IdentityCertificateUUID to the PayloadUUID of the identity payload.',
    'identity-reference-unresolved': 'Set IdentityCertificateUUID to the PayloadUUID of the identity payload.',
    'identity-wrong-type': 'Let IdentityCertificateUUID name the ACME, SCEP or PKCS#12 payload.',
    'no-identity-payload': 'Check the certificate authority in the settings of the server.',
    'access-rights-missing': 'Set AccessRights to 8191.',
    'access-rights-invalid': 'Set AccessRights to 8191.',
    'access-rights-incomplete': 'Set AccessRights to 8191, or add the right that is missing.',
    'access-rights-limited': 'Nothing has to be done if this is meant.',
    'development-push': 'Set UseDevelopmentAPNS to false.',
    'messages-unsigned': 'Nothing has to be done. Set it to true where a proxy ends TLS in front of the server.',
    'per-user-capability-missing': 'Turn Shared iPad on for the server, or is_multi_user off in the profile.',
    'pinning-unresolved': 'Put the certificate into the profile, or take its UUID out of the list.',
    'account-driven-key': 'Take this key out of the profile for Automated Device Enrollment.',
    'scep-url-invalid': 'Correct the address of the SCEP server in the settings of the certificate authority.',
    'scep-key-small': 'Ask for 2048 bits or more.',
    'acme-incomplete': 'Correct the ACME settings on the server.',
    'acme-not-https': 'Give the ACME directory an https address.',
    'identity-file-invalid': 'Let the server put a PKCS#12 file into this payload.',
    'certificate-payload-invalid': 'Replace the certificate in this payload.',
    'certificate-payload-expired': 'Replace the certificate in this payload by the present one.',
    'identity-server-unreachable': `${NETWORK_TEAM} lets devices reach this server; check that it runs.`,
    'identity-server-answer': 'Check the address of the certificate authority, and that its service runs.',
    'identity-server-weak': 'Update the SCEP server, or turn SHA-256 and AES on.',
    'check-in-unreachable': `${NETWORK_TEAM} lets devices reach this server; check its external address.`,
    'not-visited': 'Name it with --also-host to have it looked at.',
  },
} as const
