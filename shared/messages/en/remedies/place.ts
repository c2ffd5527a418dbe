/** Remedies done at servers, networks and devices. */
export const placeRemedies = {
  clock: {
    title: 'Set the clock right',
    steps: [
      'On the computer or server that talks to Apple: switch on network time and set the right time zone.',
      'Let UDP port 123 through to the time servers; devices use time.apple.com.',
      'For a device: connect it to a network with time service and start its setup anew.',
    ],
    sees: "A difference of less than a minute to Apple's clock.",
    verify: "This computer's clock agrees with Apple's.",
  },
  erase: {
    title: 'Erase the device and set it up',
    steps: [
      'Save what is on it, and tell its user.',
      'iPhone, iPad: Settings > General > Transfer or Reset > Erase All Content and Settings, or restore with Finder or Apple Configurator. Mac: Erase Assistant or Recovery.',
      'Set it up on an open network, and do not transfer a backup.',
    ],
    sees: '"Remote Management" with the name of the organization.',
    verify: 'At Apple the status changes to pushed within minutes.',
  },
  'no-restore': {
    title: 'Set up without transferring a backup',
    steps: [
      'Erase the device.',
      'Choose "Don\'t transfer" when setup asks for apps and data.',
      'For the future let the profile skip the restore pane.',
    ],
    sees: '"Remote Management" before the home screen.',
    verify: 'At Apple the status changes to pushed.',
  },
  'both-fields': {
    title: 'Type the token in both fields',
    steps: ['Type the one-time token as user name.', 'Type the same token as password.'],
    sees: 'Setup goes on.',
    verify: 'The token status of the device changes to Compliant.',
  },
  'token-first': {
    title: 'Token first, then credentials',
    steps: ['On the page type the registration token first.', 'Then sign in with name, password and second factor.'],
    sees: "Two pages, the token's first.",
    verify: 'Setup goes on after the second page.',
  },
  'batch-restart': {
    title: 'Restart the worker service',
    steps: [
      'On the console server open Services.',
      'Restart "AirWatch Batch Processing Service", and check that it stays running.',
      'Look at its queue: it must get shorter. Then sync once.',
    ],
    sees: 'The service runs, and waiting assignments change within minutes.',
    verify: 'The status of one waiting device changes.',
  },
  firewall: {
    title: 'Open the way',
    steps: [
      'Give the network team the table of the network check; it names host, port and what happened.',
      'Let the named hosts through for devices and for the console server, by name, not by address.',
      'Check name servers and filters for them too.',
    ],
    sees: 'All rows of the network check reached.',
    verify: "The network check from the device's network is without a finding.",
  },
  bypass: {
    title: 'Exempt these hosts from inspection',
    steps: [
      'Give the network team the hosts and the issuer that was seen.',
      "Exempt Apple's hosts and the enrollment host from TLS inspection, for the devices' network too.",
      'Check again from there.',
    ],
    sees: "Apple's own issuer, and the server's own certificate.",
    verify: 'The network check shows no inspection.',
  },
  'open-net': {
    title: 'Set up on an open network',
    steps: [
      "Use a network without sign-in page, 802.1X and proxy sign-in for setup; a phone's hotspot will do for a test.",
      "For many devices let the network team make a setup network with Apple's hosts only.",
    ],
    sees: 'Setup Assistant goes on right after the Wi-Fi is chosen.',
    verify: '"Remote Management" appears there.',
  },
  'hotspot-test': {
    title: 'Test on another network',
    steps: [
      "Set the same device up over a phone's hotspot.",
      'It works there: give the network check to the network team. It does not: note the exact text and time.',
      'Answer the question about the hotspot here.',
    ],
    sees: 'Whether the network is the difference.',
    verify: 'The diagnosis goes on with the answer.',
  },
  ethernet: {
    title: 'Connect the Apple TV by Ethernet',
    steps: ['Connect the cable before it is switched on.', 'Erase it, and set it up.'],
    sees: '"Remote Management" after the language.',
    verify: 'At Apple the status changes to pushed.',
  },
  'activation-hosts': {
    title: 'Let the device activate',
    steps: [
      'Let albert.apple.com and gs.apple.com through on port 443, without inspection.',
      "Start the device again, or try on a phone's hotspot.",
    ],
    sees: 'Setup passes "Activating".',
    verify: 'The network check reaches the activation hosts.',
  },
  apns: {
    title: 'Let push notifications through',
    steps: [
      'Devices: TCP 5223, and 443 as a fallback, to 17.0.0.0/8.',
      'Server: TCP 443 or 2197 to api.push.apple.com.',
      'No proxy with sign-in and no inspection for them.',
    ],
    sees: 'Commands arrive within seconds.',
    verify: 'The network check reaches the push hosts.',
  },
  hostname: {
    title: 'Correct the enrollment address',
    steps: [
      'In Workspace ONE UEM: All Settings > System > Advanced > Site URLs; the device services address must be https and public.',
      "It must be a name of the server's certificate.",
      'Save the profile again, assign it, and erase devices that fetched the old one.',
    ],
    sees: 'The address opens in a browser without a warning.',
    verify: 'The certificate carries the name of the address.',
  },
  chain: {
    title: 'Send a complete and valid chain',
    steps: [
      'Renew the certificate if it has expired.',
      'Install it with its intermediate certificates, on the load balancer too.',
      'Allow TLS 1.2 or later, with a SHA-2 certificate.',
      'If the profile has anchors, check that they fit the new chain.',
    ],
    sees: 'The whole chain in the network check.',
    verify: 'The chain is complete and valid.',
  },
  scep: {
    title: "Repair the certificate authority's service",
    steps: [
      'Open the SCEP or ACME address of the enrollment profile from outside; it must answer.',
      'Check template, service account, and the CA and RA certificates and their dates.',
      'Check how long a challenge is valid, and that each enrollment gets its own.',
    ],
    sees: "An answer with the CA's certificates.",
    verify: 'The rehearsal reaches the authority.',
  },
  'scep-again': {
    title: 'Start a new enrollment',
    steps: [
      'Erase the device, so that it fetches a new enrollment profile with a new challenge.',
      'Finish setup without a pause.',
    ],
    sees: 'The device passes the installation of the profile.',
    verify: 'The device appears as enrolled.',
  },
  'ds-perf': {
    title: 'Make the device services faster',
    steps: [
      'Look at CPU, memory, application pool and SQL of the device services server while a device enrolls.',
      'Check idle time and limits of the load balancer.',
      'Enroll fewer devices at once, and rehearse again.',
    ],
    sees: 'Answers well below ten seconds.',
    verify: 'The rehearsal answers fast.',
  },
  'ds-logs': {
    title: 'Read the logs of the device services',
    steps: [
      'Note time (UTC), serial number and address of the attempt; the rehearsal shows them.',
      'On the server read the logs of web server and device services at that time.',
      'Check filters and rewriting rules before the server.',
    ],
    sees: 'The line of this very request with its status.',
    verify: 'The rehearsal gets a profile.',
  },
  directory: {
    title: 'Repair the directory connection',
    steps: [
      'In Workspace ONE UEM: Test Connection of directory services, and note the time it takes.',
      'Check the connector (AirWatch Cloud Connector) and restart it if needed.',
      'Check the service account: password, lock, rights.',
    ],
    sees: 'A successful test within a second.',
    verify: 'The test connection is fast and good.',
  },
  'allow-idp': {
    title: 'Let the sign-in pages through before enrollment',
    steps: [
      'List all hosts of the sign-in: page, identity provider, second factor, content networks.',
      'Let them through on the setup network, without a sign-in or inspection.',
      'Do not demand a managed device for this sign-in.',
      'If they have private certificates, add their roots to the anchors of the profile.',
    ],
    sees: 'The sign-in page loads in Setup Assistant.',
    verify: 'The host of the page is reached and trusted.',
  },
  'web-delivery': {
    title: 'Deliver the profile as the device expects',
    steps: [
      'Let the last page answer with the profile from the same domain as the first.',
      'Set the content type application/x-apple-aspen-config, and no download header.',
      'Carry the sign-in in the address or a server session; cookies are not reliable there.',
    ],
    sees: 'The device goes on to install the profile.',
    verify: 'A test device enrolls by the page.',
  },
  'update-os': {
    title: 'Update the system first',
    steps: [
      'Let the device update in setup where it offers to, or restore it with Finder or Apple Configurator.',
      "Let Apple's update hosts through (gdmf.apple.com, gs.apple.com).",
      'Or lower the version that the server demands.',
    ],
    sees: 'An update page, then Remote Management again.',
    verify: 'The rehearsal with that version gets a profile.',
  },
  'remove-old-mdm': {
    title: 'Remove the old management',
    steps: [
      'Send "unenroll" or "enterprise wipe" from the old server, or erase the Mac.',
      'On the Mac: System Settings > General > Device Management must be empty.',
      'A locked profile can be removed only by its server or by an erase.',
    ],
    sees: 'profiles status shows "MDM enrollment: No".',
    verify: 'The Mac names no management server.',
  },
  'mac-renew': {
    title: 'Tell the Mac to enroll',
    steps: [
      'In Terminal, as administrator: sudo profiles renew -type enrollment',
      'Accept the notification, and allow the management in System Settings.',
      'Settings of Setup Assistant take effect only after an erase.',
    ],
    sees: 'A notification of the organization within a minute.',
    verify: 'profiles status shows the new server, and Apple the status pushed.',
  },
  'mac-accept': {
    title: 'Accept the notification',
    steps: [
      'Click the notification, or open System Settings > General > Device Management.',
      "Allow the enrollment, with an administrator's password where asked.",
    ],
    sees: 'The profile of the organization.',
    verify: 'The Mac appears as enrolled.',
  },
  'mac-restart': {
    title: 'Sign out and in again',
    steps: [
      'Sign out and in, or restart the Mac.',
      'Run sudo profiles renew -type enrollment once more.',
      'Check that Focus does not hold notifications back.',
    ],
    sees: 'The notification.',
    verify: 'The Mac appears as enrolled.',
  },
  'wait-mac': {
    title: 'Wait until the Mac may ask again',
    steps: [
      'Wait up to 23 hours, and run no further profiles show meanwhile.',
      'If it is urgent: an erased Mac asks at once.',
    ],
    sees: 'The present configuration instead of "too soon".',
    verify: 'profiles show prints the configuration.',
  },
  ucrt: {
    title: 'Give the Mac its identity certificate back',
    steps: [
      "Connect it to an open network that reaches Apple's activation hosts (albert.apple.com, gs.apple.com), and restart.",
      'Try again after an hour.',
      'If it stays: revive or restore the Mac with Apple Configurator from another Mac.',
    ],
    sees: 'profiles show without 34006, 34007 or UCRT in the log.',
    verify: 'The Mac prints its configuration.',
  },
  'lock-owner': {
    title: 'Let the owner remove the lock',
    steps: [
      'Ask the owner to sign in on the device, or to remove it at iCloud.com > Find Devices.',
      'For a supervised device use the bypass code of the console where one is stored.',
      "Is nobody reached: Apple's support, with a proof of purchase.",
    ],
    sees: 'Setup goes on.',
    verify: 'The locked screen is gone.',
  },
  'bypass-code': {
    title: 'Enter the code',
    steps: [
      'Here: Devices > select > Show the bypass code; in Workspace ONE UEM it is in the device details.',
      'On the locked screen leave the account empty and enter the code as password.',
    ],
    sees: 'Setup goes on.',
    verify: 'The locked screen is gone.',
  },
}
