/** Remedies done in the portal or here. */
export const appleRemedies = {
  renew: {
    title: 'Renew the server token',
    steps: [
      'In the portal open the device management service of the same name and download a new token.',
      'In Workspace ONE UEM choose Device Enrollment Program > Renew and upload the file. Here: Tokens > Renew.',
      'Run Fetch All Devices once.',
      'Note the date in the calendar: it is due again in a year.',
    ],
    sees: 'A new expiry date; enrolled devices notice nothing.',
    verify: 'Apple accepts the token, and the next sync ends well.',
  },
  'key-mismatch': {
    title: "Give the portal this console's key",
    steps: [
      'Download the public key of this console, or here of the staged key pair.',
      'In the portal open the server, replace its public key with this one and save.',
      'Only then download the token, and upload it. Earlier downloads cannot be opened.',
    ],
    sees: 'The file is opened and the name of the server appears.',
    verify: "The file's recipient is a key of ours.",
  },
  terms: {
    title: "Accept Apple's terms",
    steps: [
      'Somebody with the role Administrator signs in to the portal; other roles do not see the terms.',
      'Read and accept all terms that are shown.',
      'Wait some minutes, then sync.',
    ],
    sees: 'A dialog with the new terms right after signing in.',
    verify: 'Apple answers the token again.',
  },
  'wait-terms': {
    title: 'Wait until Apple knows',
    steps: [
      'Change nothing; the acceptance takes minutes to hours.',
      'Check the token again after an hour. This program asks by itself with growing pauses.',
    ],
    sees: 'The warning stays until the first answer succeeds.',
    verify: 'Apple answers the token again.',
  },
  'terms-again': {
    title: 'Bring the dialog back',
    steps: [
      'Sign out of the portal and in again, as Administrator, in a private window.',
      "Look at the history of accepted terms in the organization's preferences.",
      'If nothing is shown and Apple still refuses after 24 hours, call Apple with organization name and time.',
    ],
    sees: 'The dialog, or the date of the last acceptance.',
    verify: 'Apple answers the token again.',
  },
  access: {
    title: "Restore the token's right",
    steps: [
      'Check in the portal that the server still exists.',
      'Check that the account that made the token still has the role Administrator or Device Enrollment Manager.',
      'Download a new token for the server, with an account that stays, and upload it.',
    ],
    sees: 'The server in the list of the portal, and a new token file.',
    verify: 'Apple accepts the token.',
  },
  fetch: {
    title: 'Fetch all devices',
    steps: [
      'Here: Tokens > Fetch all devices. In Workspace ONE UEM: Device Enrollment Program > Fetch All Devices.',
      'Let it finish; an interrupted fetch marks nothing as gone.',
      'Sync at least once in seven days from then on.',
    ],
    sees: 'The number of devices Apple lists now.',
    verify: 'The list was read today.',
  },
  'sync-now': {
    title: 'Sync now',
    steps: [
      'Here: Sync now. In Workspace ONE UEM: Devices > Lifecycle > Enrollment Status > Add > Sync Devices.',
      'Wait some minutes after a change in the portal, then sync again.',
      'If it fails, look at the run: it tells the reason.',
    ],
    sees: 'Added, changed and removed devices of the run.',
    verify: 'The list was read just now.',
  },
  'refresh-record': {
    title: 'Read the record again',
    steps: [
      'Here: Devices > open > Ask Apple now; for many devices sync the token.',
      'In Workspace ONE UEM: sync once; the status changes to assigned.',
      'Nothing needs to be assigned again.',
    ],
    sees: 'The profile and the time Apple assigned it.',
    verify: 'Record and Apple name the same profile.',
  },
  assign: {
    title: 'Assign the profile',
    steps: [
      'Here: Devices > select > Assign profile. In Workspace ONE UEM: Devices > Lifecycle > Enrollment Status > select > More Actions > Assign Profile.',
      'Wait until the answer for the serial number is SUCCESS.',
      'Set a default profile, so that new devices get it by themselves.',
    ],
    sees: 'The status Registered, and at Apple the status assigned.',
    verify: 'Apple reports the profile as assigned.',
  },
  'assign-anew': {
    title: 'Take the device off the server and back',
    steps: [
      'In the portal take the device off the server, and sync. An enrolled device stays enrolled.',
      'Check that its record is gone.',
      'Assign it to the server again, wait some minutes, and sync.',
      'Assign the profile.',
    ],
    sees: 'The record disappears and comes back without a profile.',
    verify: 'Apple reports the profile as assigned.',
  },
  redefine: {
    title: 'Register the profile again',
    steps: [
      'Here: Profiles > open > Publish. In Workspace ONE UEM: open the profile and Save; that registers it at Apple.',
      'It has a new identifier now: assign it to the devices again.',
      'Devices that are set up take the change over after an erase.',
    ],
    sees: 'A new version of the profile, and assignments that run.',
    verify: 'Apple knows the profile.',
  },
  'edit-profile': {
    title: 'Correct the field Apple refuses',
    steps: [
      "Open the profile; the word of Apple's answer names the field.",
      'Correct it, or leave it out: an empty text is refused too.',
      'Validate, and publish.',
    ],
    sees: 'No finding in the editor.',
    verify: 'Apple takes the profile.',
  },
  wait: {
    title: 'Wait as Apple asks',
    steps: [
      'Wait until the time Apple named; without one an hour, then a day.',
      'Do not press the button again meanwhile: that makes the pause longer.',
      'This program tries again by itself.',
    ],
    sees: 'The time of the next attempt at the device.',
    verify: 'The next answer is SUCCESS.',
  },
  retry: {
    title: 'Try again, up to three times',
    steps: [
      'Devices > select > Retry failed assignments, with at least an hour in between.',
      'After three failures in a row call Apple with serial number, times (UTC) and the answer.',
    ],
    sees: 'The number of attempts and the last answer.',
    verify: 'The next answer is SUCCESS.',
  },
  'portal-assign': {
    title: 'Assign the device to this server in the portal',
    steps: [
      'In the portal search the serial number, or the order number for many.',
      'Choose Edit Device Management and assign it to this server. Enrolled devices stay enrolled.',
      'Wait some minutes, sync, and assign a profile.',
    ],
    sees: 'The name of the server at the device in the portal.',
    verify: 'Apple shows the device to this token.',
  },
  'add-again': {
    title: 'Add the device to the organization',
    steps: [
      'Bought from Apple or an authorized seller: let the seller add it, with the customer or reseller number of the portal.',
      'Else add it with Apple Configurator on a Mac or iPhone; this erases it, and its user may leave for 30 days.',
      'Assign it to this server, sync, and assign a profile.',
    ],
    sees: 'The serial number in the portal.',
    verify: 'Apple shows the device to this token.',
  },
  'use-replacement': {
    title: 'Go on with the new serial number',
    steps: [
      'Look for the serial number that replaces this one; the time line names it where Apple told.',
      'Assign profile and user to the new one.',
    ],
    sees: 'The new device in the list, marked as a replacement.',
    verify: 'The new serial number has a profile.',
  },
  readd: {
    title: 'Put the missing devices back on the server',
    steps: [
      'Take the serial numbers that are in the console only.',
      'In the portal assign them to this server.',
      'Sync; do not fetch.',
    ],
    sees: 'The devices in the portal list.',
    verify: 'The comparison of the lists shows no difference.',
  },
  'compare-lists': {
    title: 'Compare both lists',
    steps: [
      'In the portal: Devices, no filter but the server, then download the list.',
      'In the console: Enrollment Status > Export.',
      'Here choose both files: ade-desk reconcile --portal FILE --console FILE.',
    ],
    sees: 'Devices in both, in one only, and what to do with each.',
    verify: 'The list of the portal is imported.',
  },
  'repair-list': {
    title: 'Repair the writing in the list',
    steps: [
      'Export the list again as CSV, and do not open it with a spreadsheet before.',
      'Import it here: blanks, case and equals signs are repaired and told.',
      'A rounded number such as 1.23E+11 cannot be repaired.',
    ],
    sees: 'The repaired and rejected rows.',
    verify: 'The serial number is found in both lists.',
  },
  anchor: {
    title: 'Put the right anchors into the profile',
    steps: [
      "Take the root (and intermediate) certificates the server's chain ends in; a public certificate needs none.",
      'Add them as anchor certificates of the profile; keep the old ones until all servers have changed.',
      'Publish, assign, and erase devices that fetched the profile before.',
    ],
    sees: 'The new anchors with their dates in the profile.',
    verify: 'The chain ends in an anchor.',
  },
  'lock-organization': {
    title: 'Switch Activation Lock off in the portal',
    steps: [
      'In the portal search the serial number; the role Administrator or Device Manager is needed.',
      'Choose Turn Off Activation Lock. It works also when no server is assigned.',
      "Start the device's setup again.",
    ],
    sees: 'Setup goes on without asking for an account.',
    verify: 'The locked screen is gone.',
  },
  'lock-proof': {
    title: 'Ask Apple with a proof of purchase',
    steps: [
      'Collect the invoice with serial number, organization and date.',
      "Ask Apple's support for help with Activation Lock.",
    ],
    sees: "Apple's confirmation.",
    verify: 'The device sets up without asking for an account.',
  },
  'upload-in-portal': {
    title: 'Upload the certificate in the portal',
    steps: [
      'In the portal open the server and upload this file as public key.',
      'Download the token there: a file that ends in .p7m.',
      'Import that file.',
    ],
    sees: 'A file named after the server, ending in _smime.p7m.',
    verify: 'The chosen file is a token.',
  },
  'fresh-token': {
    title: 'Download the token again',
    steps: [
      'In the portal open the server and download a new token. The one before stops working.',
      'Bring it over unchanged: not by mail, not opened, not renamed.',
      'Import it, and delete the file afterwards.',
    ],
    sees: 'The name of the server and a date a year ahead.',
    verify: 'The file is complete and Apple accepts it.',
  },
  'give-file': {
    title: 'Choose the token file',
    steps: ['Choose the .p7m file that the portal gave.', 'Start the diagnosis with it.'],
    sees: 'What the file is.',
    verify: 'The file is recognised.',
  },
  'import-token': {
    title: 'Import the token',
    steps: [
      'Here: Tokens > Connect a token. In Workspace ONE UEM: Device Enrollment Program > Upload or Renew.',
      'Fetch all devices once.',
      'Delete the file.',
    ],
    sees: 'The server with its devices.',
    verify: 'Apple accepts the token.',
  },
  'apple-support': {
    title: 'Ask Apple',
    steps: [
      'Save the report of this diagnosis; it has no secrets.',
      "Call Apple's support for organizations with serial number, times (UTC), codes and what was tried.",
    ],
    sees: 'A case number.',
    verify: 'Apple tells the outcome.',
  },
}
