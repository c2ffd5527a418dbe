import type { ErrorCode } from '../../errors.ts'

/** What happened to the person's thing, why, who can repair it, and the next step. */
export type ErrorWords = readonly [title: string, why: string, repairer: string, next: string]

const YOU = 'You can repair this here.'
const PORTAL = 'An administrator of Apple Business Manager can repair this.'
const NETWORK = 'The person who runs your network can repair this.'
const US = 'The developers of ADE Desk can repair this.'
const APPLE = 'Only Apple can repair this; it usually passes by itself.'
const RENEW =
  'Download a new server token for this server in Apple Business Manager and import it under Tokens › Renew.'

/** One entry per code, so that a new code does not compile without its words. */
const byCode = {
  'bad-input': ['This input was not accepted', 'A value is missing or not of the expected form.', YOU, 'Correct the value and try again.'],
  cancelled: ['Cancelled', 'The work was stopped on request. What was stored stays stored.', YOU, 'Start it again whenever you like.'],
  internal: ['Something went wrong in ADE Desk', 'This is a fault of the program, not of your data.', US, 'Quote the reference when you report it; the log holds the details.'],
  'vault.locked': ['The vault is locked', 'Keys and tokens are sealed until you unlock the vault.', YOU, 'Unlock it with the passphrase or the recovery code.'],
  'vault.missing': ['There is no vault yet', 'Keys and tokens need a vault to be kept in.', YOU, 'Choose a passphrase of at least 8 characters; the vault is made with it.'],
  'vault.wrong-passphrase': ['The passphrase is not right', 'It does not open the vault. Nothing was changed.', YOU, 'Try again, mind capital letters, or use the recovery code.'],
  'vault.weak-passphrase': ['The passphrase is too short', 'It needs at least 8 characters.', YOU, 'Choose a longer one; several words are easy to remember.'],
  'vault.damaged': ['A sealed value cannot be opened', 'The stored data was changed or cut off, so it was refused.', YOU, 'Restore the vault from your last backup.'],
  'vault.sealing-unavailable': ['The operating system offers no safe storage here', 'Without it the vault cannot open by itself.', YOU, 'Use a passphrase, or start the keyring service of this computer.'],
  'vault.backend-changed': ['The operating system keeps secrets in another place than before', 'The vault was sealed by another keyring, which is not in use now.', YOU, 'Unlock with the passphrase or the recovery code; the vault is then sealed anew.'],
  'vault.exists': ['There is a vault already', 'A second one would make the first unreadable.', YOU, 'Unlock the existing vault.'],
  'file.unreadable': ['The file cannot be read', 'It is missing, or this account may not read it.', YOU, 'Check the path and its permissions.'],
  'file.unwritable': ['The file cannot be written', 'The folder is missing, full, or this account may not write there.', YOU, 'Choose another place.'],
  'file.exists': ['A file of this name exists already', 'It was not overwritten.', YOU, 'Choose another name.'],
  'db.from-future': ['The data belongs to a newer ADE Desk', 'A newer version has written it; this version does not touch it.', YOU, 'Install the newer version again. Your data is intact.'],
  'db.damaged': ['The data file is damaged', 'SQLite found pages that do not fit together.', YOU, 'Repair it with the doctor command; the damaged file is kept beside the repaired one.'],
  'db.busy': ['The data is in use', 'Another process works on it right now.', YOU, 'Wait until the running sync has ended and try again.'],
  'backup.damaged': ['The backup cannot be used', 'It is not a backup of ADE Desk, or it was changed or cut off. Nothing was changed here.', YOU, 'Use another copy of the backup.'],
  'backup.from-future': ['The backup was made by a newer ADE Desk', 'This version does not know its format. Nothing was changed here.', YOU, 'Install the newer version here, then restore again.'],
  'token-file.too-large': ['The file is too large for a server token', 'A server token has a few kilobytes.', YOU, 'Choose the .p7m file you downloaded from the portal.'],
  'token-file.not-a-token': ['This file is not a server token', 'The content is of another kind.', YOU, 'Choose the .p7m file that the portal gave you under "Download Token".'],
  'token-file.damaged': ['The token file is damaged', 'It is cut off or was changed on its way.', YOU, 'Download the token again and import that file.'],
  'token-file.other-key': ['The token file was made for another key', 'It was encrypted to a certificate whose private key is not here.', PORTAL, 'Upload the certificate you saved here to the server in the portal, then download the token again.'],
  'token-file.unsupported-cipher': ['The token file uses an encryption ADE Desk does not read', 'Apple uses AES in CBC mode with RSA.', PORTAL, 'Download the token again from the portal; do not re-encrypt it.'],
  'token-file.incomplete': ['The token file lacks values', 'It was opened, but not all of its five values are there.', PORTAL, 'Download the token again from the portal.'],
  'token.other-server': ['The token belongs to another server', 'Its server in the portal is not the one this token was connected to. Nothing was changed.', YOU, 'Connect it as a new token, or force it if you replaced the server on purpose.'],
  'token.not-found': ['There is no such token', 'No token has this id or name.', YOU, 'Look at the list of tokens.'],
  'token.name-taken': ['A token of this name exists', 'Names are unique, whatever the capital letters.', YOU, 'Choose another name.'],
  'token.already-connected': ['This server is connected already', 'Another token of yours belongs to the same server.', YOU, 'Renew that token instead of connecting it twice.'],
  'token.changed-meanwhile': ['The token was changed by somebody else meanwhile', 'Your import was refused so that the other one is not lost.', YOU, 'Look at the token as it is now, then decide.'],
  'key.unusable': ['The private key cannot be used', 'It is not an RSA private key in PEM form, or it is protected by a passphrase.', YOU, 'Export it as an unencrypted PKCS #8 or PKCS #1 PEM.'],
  'auth.expired': ['The server token has expired', 'Apple accepts it no longer. Enrolled devices stay enrolled; only syncing stops.', PORTAL, RENEW],
  'auth.rejected': ['Apple rejected the server token', 'It was replaced by a newer one, revoked, or its account changed its password or left.', PORTAL, RENEW],
  'auth.clock': ["This computer's clock is wrong", 'Apple refuses requests whose time differs by more than a few minutes.', YOU, 'Set the clock (time server, zone) and try again.'],
  'auth.session': ['Apple ended the session twice in a row', 'A new session was opened once, as it should be, and was refused too.', PORTAL, 'Verify the token; if it stays so, download a new one.'],
  'terms.not-accepted': ["Apple's new terms have not been accepted", 'Until then Apple answers nothing for this organization.', 'An Administrator of Apple Business Manager must accept them; other roles do not see them.', 'Sign in to business.apple.com as an Administrator, accept the terms, then verify the token.'],
  'access.denied': ['Apple denies this token the right', 'The server or the account behind it lacks the permission.', PORTAL, "Check the server's permissions in the portal."],
  'ade.cursor': ['Apple refused the place where reading should go on', 'It was refused twice in one run, so the run was stopped.', APPLE, 'Run a full fetch.'],
  'ade.refused': ['Apple refused the request', "Apple's own word is given with this message.", US, 'Quote the code and the reference when you report it.'],
  'ade.not-apple': ['The answer did not come from Apple', 'A proxy, a sign-in page or a filter answered in its place.', NETWORK, 'Exempt the Apple hosts from the proxy and from TLS inspection.'],
  'ade.busy': ['Apple asks for a pause', 'Too many requests, or the service has trouble. Several attempts were made.', APPLE, 'Try again later; scheduled runs do so by themselves.'],
  'ade.outcome-unknown': [
    'It is not known whether Apple carried this out',
    'The answer did not arrive. It is not repeated by itself, because it could then happen twice.',
    YOU,
    'Look at what Apple reports now, then decide whether to repeat it.',
  ],
  'ade.protocol': ["Apple's answer was not understood", 'Something essential is missing in it, so nothing was stored from it.', APPLE, 'Try again; if it stays so, report it with the reference.'],
  'net.unreachable': ['Apple cannot be reached', 'The name was not found, or the connection was refused or cut.', NETWORK, 'Check this computer’s network, DNS and proxy for mdmenrollment.apple.com, port 443.'],
  'net.timeout': ['Apple did not answer in time', 'The connection stood, but no full answer came.', NETWORK, 'Try again; check proxies and filters on the way.'],
  'net.tls': ['The connection is not trusted', 'The certificate shown is not from an authority this computer trusts; TLS inspection does that.', NETWORK, 'Exempt Apple’s hosts from inspection, or let ADE Desk trust the authority that inspects.'],
  'net.proxy': ['The proxy refused the connection', 'It wants other credentials or does not let this host through.', NETWORK, 'Check the proxy address, user and rules.'],
  'net.redirected': ['The request was redirected elsewhere', 'Apple does not redirect here; a sign-in page or proxy does. Nothing was sent to that host.', NETWORK, 'Exempt Apple’s hosts from the proxy or sign in to the network.'],
  'net.too-large': ['The answer was too large', 'It exceeds every sensible size and was not read.', NETWORK, 'Check what answers in Apple’s place.'],
  'group.not-found': ['There is no such organization group', 'Groups are named by their path, such as /Global/EMEA.', YOU, 'Look at the list of groups.'],
  'group.refused': ['The groups cannot be changed like this', 'It would break a rule of the tree.', YOU, 'Look at the conflict that is named, change that first, or choose another group.'],
  'group.name-taken': ['A group of this name exists there', 'Names are unique below one group, and Group IDs everywhere.', YOU, 'Choose another name or Group ID.'],
  'group.nothing-to-undo': ['There is nothing to undo', 'Only the last change can be undone, while nothing else has changed the tree.', YOU, 'Make the change the other way round.'],
  'device.release-unconfirmed': [
    'The release was not confirmed',
    'Releasing cannot be undone here, so the exact sentence is needed. Nothing was sent.',
    YOU,
    'Type the sentence that is named, with the number of devices.',
  ],
  'device.no-bypass-code': [
    'There is no bypass code',
    'This device was not locked from here, or Apple refused to lock it.',
    PORTAL,
    'Look at the device in the portal: its Activation Lock can be turned off there.',
  ],
  'profile.not-found': [
    'There is no such profile',
    'No profile has this id or name.',
    YOU,
    'Look at the list of profiles.',
  ],
  'profile.version-not-found': [
    'The profile has no such version',
    'Versions are counted from 1; 0 is the draft.',
    YOU,
    'Look at the list of its versions.',
  ],
  'profile.name-taken': [
    'A profile of this name exists',
    'Names are unique, whatever the capital letters.',
    YOU,
    'Choose another name.',
  ],
  'profile.changed-meanwhile': [
    'The profile was changed meanwhile',
    'Somebody else saved it after you opened it. Nothing was overwritten.',
    YOU,
    'Open it again and make your change there.',
  ],
  'profile.not-json': [
    'This is no profile',
    'A profile is one JSON object in braces.',
    YOU,
    'Choose a file of plain ADE JSON, or correct the text.',
  ],
  'profile.invalid': [
    'Apple would refuse this profile',
    'Nothing was sent.',
    YOU,
    'Correct what is named, then publish again.',
  ],
  'profile.unsure': [
    'An earlier definition may exist at Apple',
    'Its answer never arrived. Defining again makes another profile there, which does no harm but cannot be undone.',
    YOU,
    'Publish again on purpose.',
  ],
  'profile.in-use': [
    'The profile is still in use',
    'New devices of a token get it by themselves.',
    YOU,
    'Choose another default for that token first.',
  ],
  'device.not-found': ['This serial number is not known here', 'No sync has ever reported it.', YOU, 'Check the spelling; in the portal, check that it is assigned to one of your servers, then sync.'],
  'import.not-a-table': [
    'The file holds no table',
    'It is a picture, a program or another kind of file, or an old workbook (.xls).',
    YOU,
    'Choose a CSV or XLSX file; save an old workbook as one of them first.',
  ],
  'import.line-too-long': [
    'A line of the file is too long',
    'No list of devices has such lines. Nothing was taken over.',
    YOU,
    'Check that the file is a list with one device per line.',
  ],
  'import.too-many-columns': [
    'A line of the file has too many columns',
    'A spreadsheet has at most 16,384. Nothing was taken over.',
    YOU,
    'Check that the file is a list with one device per line.',
  ],
  'import.workbook-unreadable': [
    'The workbook cannot be read',
    'It is damaged, protected by a password, or not an XLSX file.',
    YOU,
    'Open it in a spreadsheet program and save it as CSV.',
  ],
  'import.workbook-too-large': [
    'The workbook is too large',
    'A workbook has to be unpacked as a whole; a CSV file has no such limit.',
    YOU,
    'Save it as CSV and choose that file.',
  ],
  'import.no-serial-column': [
    'No serial numbers were found',
    'No column has a known title, and none looks like serial numbers.',
    YOU,
    'Choose the column that holds the serial numbers.',
  ],
  'import.nothing-told': [
    'The file tells nothing about the console',
    'It has serial numbers, but no enrollment status, token status, user, friendly name or last seen.',
    YOU,
    'Export the list under Devices › Lifecycle › Enrollment Status, or choose the columns by hand.',
  ],
  'import.changed-meanwhile': [
    'The file is not the one that was looked at',
    'It was changed between the preview and the import. Nothing was taken over.',
    YOU,
    'Look at the file again, then import it.',
  ],
  'import.already-running': [
    'Another import is under way',
    'Only one import writes at a time, in this program or another.',
    YOU,
    'Wait until it has ended, then try again.',
  ],
  'view.gone': ['The list must be opened again', 'It was closed to make room for newer ones.', YOU, 'Open the list again.'],
  'view.name-taken': ['A view of this name exists', 'Names are unique, whatever the capital letters.', YOU, 'Choose another name.'],
  'view.too-many': ['There are as many saved views as the list can show', 'At most 100 are kept.', YOU, 'Delete one you no longer need.'],
  'diagnosis.not-found': ['The diagnosis is not there any more', 'It was removed, here or by another process.', YOU, 'Run it again.'],
  'diagnosis.unknown-tree': ['There is no such problem in the list', 'The name belongs to none of the decision trees.', YOU, 'Choose one from the list.'],
  'diagnosis.too-many': ['Too many devices for one diagnosis', 'At most 2,000 are looked at together, so that Apple is not asked too often.', YOU, 'Choose fewer devices.'],
  'sync.empty-list': ['Apple listed no device at all', 'A complete list came back empty although devices are known on this token. Nothing was marked as gone.', YOU, 'Look in the portal whether the server still has devices. If it is really empty, fetch again and accept the empty list.'],
  'sync.already-running': ['A sync of this token is running', 'One run per token at a time.', YOU, 'Wait for it to end.'],
} as const satisfies Record<ErrorCode, ErrorWords>

export const errors = {
  byCode,
  /** The core's own message names a file, a value or a host; it comes first. */
  detail: (why: string, specific: string) => `${specific}. ${why}`,
  reference: (ref: string) => `Reference ${ref}.`,
} as const
