/** Causes about tokens, terms, lists and assigning. */
export const connectionCauses = {
  'no-token': {
    title: 'No token is effective for the group of this device',
    detail: 'Neither the group nor one above it is connected to a server of the portal.',
  },
  'token-expired': {
    title: 'The server token has expired',
    detail: 'Syncing and assigning have stopped. Devices that are enrolled stay enrolled and managed.',
  },
  'terms-not-accepted': {
    title: 'New terms of Apple are not accepted',
    detail: "Until then Apple's service answers nothing for this organization. Devices with a profile still enroll.",
  },
  'access-denied': {
    title: 'Apple denies the token access',
    detail:
      'The portal server of this token was deleted, or the account that made the token lost its right. Enrolled devices are not touched.',
  },
  'service-refuses': {
    title: "Apple's service refuses for a reason of its own",
    detail: 'Its answer is none of the known ones; the evidence shows it.',
  },
  'token-superseded': {
    title: 'A newer token has replaced this one',
    detail:
      'Each download of a token for a server ends the one before; or the server was deleted. Enrolled devices are not touched.',
  },
  'clock-wrong': {
    title: 'The clock is wrong',
    detail: 'Signatures to Apple and certificates depend on the time; minutes are enough to be refused.',
  },
  'request-refused': {
    title: 'Apple cannot read the request',
    detail: 'Signature and time go together in it: the clock, or a proxy that changes the request.',
  },
  'apple-names-unknown': {
    title: "The names of Apple's hosts are not resolved",
    detail: "The name server used here does not answer for Apple's hosts, or filters them.",
  },
  'apple-blocked': {
    title: 'Connections to Apple are blocked',
    detail: 'Names are resolved, and the connection is refused or gets no answer: a firewall stands between.',
  },
  'apple-untrusted': {
    title: 'The secure connection to Apple fails',
    detail:
      "Apple's host is reached, and the TLS connection is not trusted or breaks off: a middle box, or a missing root on this computer.",
  },
  'apple-inspected': {
    title: 'Connections to Apple are opened on the way',
    detail:
      "The certificate that answers is not Apple's: a firewall or proxy inspects the traffic. Apple's services and devices refuse that.",
  },
  'list-never-read': {
    title: 'The list of devices was never read with this token',
    detail: 'After a new token or a renewal a full fetch is due.',
  },
  'list-stale': {
    title: 'The list of devices was not read for a while',
    detail: 'What was changed in the portal since then is not known here.',
  },
  'cursor-too-old': {
    title: 'The mark of the last sync is too old for Apple',
    detail:
      'Apple keeps it for seven days. Only a full fetch starts anew; it tells what is there now, and not what was removed.',
  },
  'sync-failing': {
    title: 'The last run failed',
    detail: 'What was changed in the portal since then is not known here; the run tells why.',
  },
  'wrong-server': {
    title: 'The token is for another server of the portal',
    detail: "Apple's account is not the one this token was imported for, so devices and profiles are others.",
  },
  'connection-sound': {
    title: 'The connection to Apple is sound',
    detail: 'Token, terms, account and list show no fault.',
  },
  'file-is-certificate': {
    title: 'This is a certificate, not a token',
    detail: 'It belongs into the portal; the portal gives the token for it.',
  },
  'file-is-clear-token': {
    title: 'This is a token in clear text',
    detail: 'It was decrypted before, by another tool. Its secrets lie open in this file.',
  },
  'file-is-apps-token': {
    title: 'This is a content token of Apps and Books',
    detail: 'It licenses apps and has nothing to do with enrollment.',
  },
  'file-is-no-token': {
    title: 'The file is no server token',
    detail: 'Its content is not what the portal gives as a token (a .p7m file).',
  },
  'no-file-given': { title: 'No file was given', detail: 'Choose the file that the portal gave as a token.' },
  'file-for-other-key': {
    title: 'The file is encrypted to another key',
    detail: 'The portal server still holds the public key of another console, or of an earlier attempt.',
  },
  'file-damaged': {
    title: 'The file is damaged',
    detail: 'It cannot be opened, or a part is missing. Mail gateways rewrap or rename such files.',
  },
  'file-expired': {
    title: 'The token in the file has expired',
    detail: 'It was downloaded more than a year ago, or an old copy was chosen.',
  },
  'used-at-other-group': {
    title: 'A token of this server is connected at another group',
    detail: "Two owners would take each other's changes away.",
  },
  'file-is-fine': {
    title: 'The file is a sound token',
    detail: "It opens with a key of ours, is complete, and Apple's answer is no obstacle.",
  },
  'terms-settling': {
    title: 'The terms are accepted, and Apple needs time',
    detail: 'It may take hours until the service answers again.',
  },
  'terms-dialog-missed': {
    title: 'The terms were not accepted in the end',
    detail: 'The dialog appears once after signing in, for an Administrator only, and is easily missed.',
  },
  'terms-accepted': { title: 'The terms are accepted', detail: 'Apple answers for this organization.' },
  'token-expiring': {
    title: 'The server token expires soon',
    detail: 'Nothing has stopped yet. The token is renewed each year by you; nobody else does it.',
  },
  'token-is-fine': {
    title: 'The token is valid and Apple accepts it',
    detail: 'If something still warns, the list was not read since the renewal.',
  },
  'record-behind': {
    title: 'Apple has the profile; only the console is behind',
    detail: 'The assignment is done. The record was not read again.',
  },
  'deny-listed': {
    title: 'The console blocks the device',
    detail: 'A device on the deny list gets no profile and cannot enroll.',
  },
  throttled: {
    title: 'Apple asks to wait for this device',
    detail: 'Too much was asked in a short time; Apple tells when it may be tried again.',
  },
  'assignment-failed': {
    title: 'Apple could not assign the profile',
    detail:
      'Apple answered FAILED for this serial number. It is tried again three times; after that only Apple can look into it.',
  },
  'assignment-unanswered': {
    title: "Apple's answer to the assignment was lost",
    detail: 'The request was sent and no answer for this serial number came back, so nobody knows whether it was done.',
  },
  'other-profile': {
    title: 'Apple has another profile for the device than it should have',
    detail: 'The device was assigned another profile, or an older version of this one.',
  },
  'profile-unknown-at-apple': {
    title: 'Apple does not know the profile any more',
    detail: 'It was deleted, or belonged to a server that was made anew. The devices hold a reference to nothing.',
  },
  'worker-stopped': {
    title: 'The worker service of the console has stopped',
    detail: 'It sends assignments and reads lists; nothing moves without it.',
  },
  'record-damaged': {
    title: 'The record of the device in the console is damaged',
    detail: 'Other devices of the same profile work; taking it off the server and back makes a new record.',
  },
  'profile-stuck': {
    title: 'One profile of the console is stuck',
    detail:
      "Devices of this profile wait, those of others do not. Only the maker's support can remove it from the database.",
  },
  'integration-stuck': {
    title: "The console's integration itself is stuck",
    detail:
      "All devices wait with the only profile of this token. The maker's advice for this case is to configure the integration again.",
  },
  'assignment-waits': {
    title: 'The assignment has simply not been finished yet',
    detail: 'Nothing that was looked at keeps it from finishing.',
  },
  'on-other-token': {
    title: 'Another of our tokens has the device',
    detail: 'It is on another server of the portal that is connected here.',
  },
  'just-assigned': {
    title: 'The portal shows the device on this server already',
    detail: 'It was assigned recently, or the list was read before; minutes later Apple tells the change.',
  },
  'on-other-server': {
    title: 'The device is on another server of the portal',
    detail: 'Devices there are not visible to our tokens.',
  },
  'not-assigned-in-portal': {
    title: 'The portal has the device on no server',
    detail: 'It belongs to the organization, and nobody assigned it.',
  },
  'schedule-rare': {
    title: 'The list is read too rarely',
    detail: 'Longer than seven days between two runs, Apple forgets the mark of the last one.',
  },
  'schedule-off': {
    title: 'The list is not read on a schedule',
    detail: 'Nobody reads it unless somebody presses the button.',
  },
  'console-cannot-reach-apple': {
    title: 'The console server cannot reach Apple',
    detail: 'Its service runs, and its connection to the enrollment service is blocked.',
  },
  'list-unexplained': {
    title: 'Apple lists the device, and everything here works',
    detail: "What is missing is a full fetch, or the console's own sync.",
  },
}
