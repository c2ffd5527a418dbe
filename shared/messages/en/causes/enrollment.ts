/** Causes about server, network and sign-in during enrollment. */
export const enrollmentCauses = {
  'group-id-missing': {
    title: 'The group has no Group ID',
    detail:
      'A device can enroll only into a group that has one; the missing ID is the most frequent cause of an invalid profile.',
  },
  'custom-prompt': {
    title: 'The custom prompt of the console is on',
    detail:
      "It is the first thing to switch off when enrollments fail: its message template and Apple's native screen do not always agree.",
  },
  'not-a-profile': {
    title: 'The enrollment address answers something that is no profile',
    detail: 'A device needs a configuration profile of its own content type.',
  },
  'system-too-old': {
    title: 'The server demands a newer system first',
    detail: 'From iOS 17 and macOS 14 on a server may ask the device to update before it enrolls.',
  },
  'platform-sso-required': {
    title: 'The server demands Platform SSO first',
    detail: 'From macOS 26 on a server may ask the Mac to sign in with Platform SSO before it enrolls.',
  },
  'unrecognized-device': {
    title: 'The server does not know the device any more',
    detail: 'It tells an enrolled device to leave management; its record was deleted.',
  },
  'enrollment-forbidden': {
    title: 'The server refuses the enrollment (403)',
    detail: 'It answered without a code that a device understands: a rule of the server or a filter before it.',
  },
  'redirected-away': {
    title: 'The enrollment address leads elsewhere',
    detail: 'It redirects to another host, which devices may refuse.',
  },
  'server-error': {
    title: 'The server fails while answering',
    detail: 'It answers with an error of its own (5xx); its logs tell why.',
  },
  'server-silent': {
    title: 'The server takes the request and does not answer',
    detail: 'The connection stands, and no answer comes in the time a device waits.',
  },
  'web-page-answer': {
    title: 'The enrollment address answers with a web page',
    detail: 'A sign-in page, an error page or a filter stands where the profile should come from.',
  },
  'captive-portal': {
    title: 'The network wants a sign-in first',
    detail:
      'A page of the network answers in place of the internet. A device in Setup Assistant often cannot fill it in.',
  },
  'unexpected-sign-in': {
    title: 'The server asks for credentials although the profile does not',
    detail: 'Profile and server do not agree on the sign-in.',
  },
  'sign-in-demanded': {
    title: 'The server asks for credentials at once',
    detail: 'A device shows its own form for name and password then; it must be meant so.',
  },
  'no-mdm-payload': {
    title: 'The enrollment profile has no MDM payload',
    detail: 'The server answered with a profile that does not enroll anything.',
  },
  'no-identity': {
    title: 'The enrollment profile brings no identity',
    detail: 'The MDM payload must name a payload (ACME, SCEP or PKCS #12) in the same profile.',
  },
  'wrong-topic': {
    title: 'The enrollment profile names another push certificate',
    detail: 'Its topic must be that of the push certificate, or no device can be reached.',
  },
  'address-not-https': {
    title: 'An enrollment address is not https',
    detail: 'Devices refuse plain http for enrollment and for the addresses in the MDM payload.',
  },
  'profile-unsigned': {
    title: 'The enrollment profile is not signed',
    detail: 'Devices accept that; a signature shows who sent it.',
  },
  'signer-expired': {
    title: 'The certificate that signs the enrollment profile has expired',
    detail: 'Devices may show the profile as not verified or refuse it.',
  },
  'profile-encrypted': {
    title: 'The enrollment profile is encrypted',
    detail: 'Devices accept that only for their own certificate; it cannot be looked into from here.',
  },
  'profile-unreadable': {
    title: 'What comes back cannot be read as a profile',
    detail: 'It has the right type and is no property list, or its wrapping is broken.',
  },
  'profile-faulty': {
    title: 'The enrollment profile has a fault',
    detail: "One of its fields is against Apple's rules; the evidence names it.",
  },
  'profile-differs': {
    title: 'The profile at Apple is not the one kept here',
    detail: 'It was changed by another tool, or a change was never registered.',
  },
  'profile-older-than-token': {
    title: 'The profile was made before the present token',
    detail: 'Some consoles keep the profile tied to the former token until it is saved again.',
  },
  'user-outside-group': {
    title: 'The user is outside of the group of the profile',
    detail: 'The console refuses users who do not belong to the branch the device enrolls into.',
  },
  'invalid-unexplained': {
    title: 'Nothing that can be seen from here explains it',
    detail: 'The enrollment profile is sound as far as it was seen; registering it again is the next step.',
  },
  'server-name-unknown': {
    title: 'The name of the enrollment host is not resolved',
    detail: 'The address in the profile is wrong, or the name is known inside the company only.',
  },
  'server-blocked': {
    title: 'The enrollment host is not reached',
    detail: 'Its name is known, and no connection is made: a firewall, or the server is down.',
  },
  'server-slow': {
    title: 'The server answers slowly',
    detail: 'With many devices at once, slow answers turn into timeouts.',
  },
  'server-too-slow': {
    title: 'The server needs longer than a device waits',
    detail: 'After about 30 seconds a device gives up.',
  },
  'authority-unreachable': {
    title: 'The certificate authority is not reached',
    detail: 'The enrollment profile names it, and a device must reach it during setup to get its identity.',
  },
  'authority-refuses': {
    title: 'The certificate authority refuses',
    detail: 'Its address is reached and answers with an error, so no device gets an identity.',
  },
  'authority-expired': {
    title: 'A certificate of the authority has expired',
    detail: 'Devices do not take an identity from an authority whose certificate is no longer valid.',
  },
  'web-page-unreachable': {
    title: 'The page for signing in is not reached',
    detail: 'Its host must be reached before enrollment, without VPN and without a sign-in.',
  },
  'push-certificate-invalid': {
    title: 'The push certificate of the console is not valid',
    detail: 'It has expired, or was renewed under another Apple Account so that its topic changed.',
  },
  'middle-box': {
    title: 'A box before the server holds the connection',
    detail: 'A proxy, intrusion filter or load balancer changes or holds what a device sends.',
  },
  'directory-fails': {
    title: 'The directory does not answer, or too slowly',
    detail: 'The console asks it for every sign-in; a slow connector makes enrollments time out.',
  },
  'one-system-version': {
    title: 'Only one version of the system is concerned',
    detail: 'An update of the devices is the shortest way.',
  },
  'one-device': { title: 'Only this device is concerned', detail: 'Server and network work for the others.' },
  'timeout-unexplained': {
    title: 'Nothing that can be seen from here explains it',
    detail:
      'The server answers this computer in time. Under the load of many devices, or from another network, it may not.',
  },
  'not-activated': {
    title: 'The device is not activated',
    detail: "Before it asks for its configuration it must reach Apple's activation hosts.",
  },
  'download-unexplained': {
    title: 'Nothing that can be seen from here explains it',
    detail: "Server, trust and network answer well from this computer; the device's own network may be another.",
  },
  'set-up-network-closed': {
    title: 'The network for setup asks for a sign-in',
    detail: 'During setup a device has neither certificate nor user for it.',
  },
  'local-network': {
    title: "The network at the device's place is the cause",
    detail: 'The same device works elsewhere: a filter, an inspection or a sign-in of that network stands in its way.',
  },
  'network-sound-from-here': {
    title: 'The network is sound as seen from this computer',
    detail: "The device may stand in another network; a test on a phone's hotspot decides.",
  },
  'name-mismatch': {
    title: 'The certificate is for another name',
    detail: "The enrollment address of the profile and the names in the server's certificate differ.",
  },
  'chain-incomplete': {
    title: 'The server does not send its intermediate certificate',
    detail: 'Browsers often fill the gap from their store; devices in Setup Assistant do not.',
  },
  'chain-expired': {
    title: "The server's certificate has expired, or is not valid yet",
    detail: 'No device connects to it until the certificate is renewed.',
  },
  'tls-too-old': {
    title: "The server's encryption is too old",
    detail: 'Devices need TLS 1.2 or later and certificates signed with SHA-2.',
  },
  'anchors-do-not-fit': {
    title: "The server's certificate does not end in an anchor of the profile",
    detail:
      'A profile with anchor certificates lets the device trust these alone. The server now uses another authority, usually since its certificate was renewed.',
  },
  'private-authority': {
    title: 'The server has a private certificate, and the profile no anchors',
    detail: 'Devices in Setup Assistant know public authorities only.',
  },
  'server-inspected': {
    title: 'Connections to the enrollment server are opened on the way',
    detail: "Another certificate answers than the server's own.",
  },
  'inspected-on-device-network': {
    title: "The device's network opens its connections",
    detail: 'Another certificate answers there than here: a firewall or proxy inspects the traffic.',
  },
  'trust-sound-from-here': {
    title: 'Trust is sound as seen from this computer',
    detail: "The device's own network may present another certificate.",
  },
  'token-in-one-field': {
    title: 'The registration token belongs in both fields',
    detail: 'Name and password are both the one-time token.',
  },
  'registration-token-wrong': {
    title: 'The registration token is wrong or was used',
    detail: 'It is good once. Its hours of validity do not apply to devices of this program.',
  },
  'sign-in-mode-disabled': {
    title: "The user's kind of sign-in is switched off at that group",
    detail: 'Basic, directory and proxy sign-in are enabled per group.',
  },
  'web-address-not-https': {
    title: 'The page for signing in is not https',
    detail: 'Devices open it only over https.',
  },
  'wrong-order': {
    title: 'Token and credentials were given in the wrong order',
    detail: 'With a page for signing in the token comes first.',
  },
  'credentials-refused': {
    title: 'The credentials themselves are refused',
    detail: 'Sign-in, directory and group show no fault; name or password is wrong, or the account is locked.',
  },
  'web-page-untrusted': {
    title: 'The page for signing in is not trusted',
    detail: "The profile's anchors hold for it too.",
  },
  'provider-unreachable': {
    title: 'The identity provider is not reached before enrollment',
    detail: 'In Setup Assistant no VPN, proxy setting or certificate of the company is there yet.',
  },
  'profile-from-other-host': {
    title: 'The profile comes from another domain than the page',
    detail: 'The device takes it only from the same domain.',
  },
  'profile-of-other-type': {
    title: 'The profile is delivered with the wrong content type',
    detail: 'It must be application/x-apple-aspen-config.',
  },
  'system-without-web-view': {
    title: 'This system cannot show a page for signing in',
    detail: 'It needs iOS 13 or macOS 10.15; Apple TV has none.',
  },
  'web-page-unexplained': {
    title: 'The page itself must be looked at',
    detail: 'Address, trust and delivery show no fault; the page or its sign-in fails.',
  },
  'challenge-spent': {
    title: 'The one-time challenge was used or has expired',
    detail: 'Each attempt needs a new one, which a new enrollment profile brings.',
  },
  'stale-identity': {
    title: 'The device brings an identity from before',
    detail: 'It came with a restored backup, or the console still keeps the former record.',
  },
  'identity-unexplained': {
    title: 'The certificate authority must tell why',
    detail: 'Nothing that can be seen from here explains why the device got no identity.',
  },
}
