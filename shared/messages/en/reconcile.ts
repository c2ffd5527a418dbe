import { quantity } from './words.ts'

/** What a reconciliation found, why, and what to do. */
export const reconcile = {
  verdicts: {
    both: 'In both',
    mismatched: 'In both, but different',
    'portal-only': 'Portal only',
    'console-only': 'Console only',
    duplicate: 'Listed again',
    invalid: 'No usable serial number',
  },
  fields: { status: 'Status', group: 'Organization group', profile: 'Profile', server: 'Server' },
  causes: {
    released: 'Apple no longer lists the device for the organization.',
    'other-server': 'The device belongs to another server of the portal.',
    'not-synced-yet': 'The change is known at Apple and nobody has synced since.',
    unassigned: 'The device is in the portal and belongs to no server.',
    'typing-damage': 'It is the serial number of another row, written wrongly.',
    'replaced-device': 'Apple has exchanged the device for another one.',
    'file-incomplete': 'Apple lists the device for your server; the file of the portal does not hold everything.',
    'unknown-ask-apple': 'Nothing here tells. Apple can be asked.',
    'status-differs': 'The two lists give different states.',
    'group-differs': 'The two lists give different organization groups.',
    'profile-differs': 'The two lists give different profiles.',
    'listed-twice': 'The serial number stands in an earlier row of the same list.',
    'no-serial': 'The row has no serial number.',
    'damaged-serial': 'What stands in place of the serial number cannot be one; spreadsheets do this to long numbers.',
    'unreadable-row': 'The row is a title or holds another kind of number.',
  },
  causeNames: {
    released: 'Released',
    'other-server': 'On another server',
    'not-synced-yet': 'Not synced yet',
    unassigned: 'Unassigned',
    'typing-damage': 'Typing damage',
    'replaced-device': 'Replaced device',
    'file-incomplete': 'File incomplete',
    'unknown-ask-apple': 'Unknown',
    'status-differs': 'Other state',
    'group-differs': 'Other group',
    'profile-differs': 'Other profile',
    'listed-twice': 'Listed twice',
    'no-serial': 'No serial number',
    'damaged-serial': 'Damaged serial number',
    'unreadable-row': 'No data row',
  },
  remedies: {
    sync: 'Sync the token. A Sync reports removals, a Fetch alone does not.',
    'sync-console': 'Start a Sync in the console.',
    'ask-apple': 'Ask Apple about these devices.',
    'assign-in-portal': 'Assign the device to your server in the portal, then sync.',
    'move-in-portal': 'Move the device to your server in the portal, or look for it where that server is connected.',
    'clean-up-record': 'Delete the record in the console. If you still own the device, add it to the portal again.',
    'follow-replacement': 'Go on with the device that Apple sent instead; the old record can go.',
    'correct-serial': 'Correct the serial number in the list that has it wrong.',
    'export-again': 'Download the list again, without a filter.',
    'assign-profile': 'Assign the profile that the device should have.',
    'check-group': 'Move the device to its group, or correct the list.',
    'check-status': 'Look which list is older, and sync.',
    'remove-line': 'Nothing has to be done; remove the row from the list.',
    'repair-cell': 'Write the serial number into the row again, as text, and reconcile once more.',
  },
  summary: {
    even: (both: number) => `Both lists hold the same ${quantity(both, 'device', 'devices')}.`,
    fewer: (portal: number, console: number) =>
      `The portal has ${quantity(console - portal, 'device', 'devices')} fewer than the console: ${quantity(portal, 'device', 'devices')} there, ${quantity(console, 'device', 'devices')} here.`,
    more: (portal: number, console: number) =>
      `The portal has ${quantity(portal - console, 'device', 'devices')} more than the console: ${quantity(portal, 'device', 'devices')} there, ${quantity(console, 'device', 'devices')} here.`,
    alike: (count: number) => `Both lists hold ${quantity(count, 'device', 'devices')}, but not the same ones.`,
    both: (both: number) => `${quantity(both, 'device is', 'devices are')} in both.`,
    consoleOnly: (count: number) => `${quantity(count, 'device is', 'devices are')} only in the console.`,
    portalOnly: (count: number) => `${quantity(count, 'device is', 'devices are')} only in the portal.`,
    mismatched: (count: number) =>
      `${quantity(count, 'device is', 'devices are')} in both, but the lists say different things about ${count === 1 ? 'it' : 'them'}.`,
    cause: (count: number, cause: string, remedy: string) =>
      `${quantity(count, 'device', 'devices')}: ${cause} ${remedy}`,
    rows: (count: number) =>
      `${quantity(count, 'row repeats', 'rows repeat')} a serial number and ${count === 1 ? 'does' : 'do'} not count.`,
    rejected: (count: number) =>
      `${quantity(count, 'row has', 'rows have')} no usable serial number and could not be compared.`,
    whyFewer:
      'A Fetch brings only devices that are there now, so the console keeps those that have left. Only a Sync reports them as removed.',
    notSearched: 'The lists differ in so many devices that wrongly written serial numbers were not looked for.',
  },
} as const
