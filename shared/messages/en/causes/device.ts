/** Causes about the device at Apple and its setup. */
export const deviceCauses = {
  'profile-removed': {
    title: 'The profile of this device was removed at Apple',
    detail: 'The removal concerns the next setup; a device that already has the profile keeps it until it is erased.',
  },
  'no-profile': {
    title: 'No profile is assigned at Apple',
    detail: 'Without one a device sets up as a private device. A device that was set up meanwhile must be erased.',
  },
  'already-enrolled': {
    title: 'The device is enrolled already',
    detail: 'It fetched its profile and enrolled; an enrolled device does not ask again until it is erased.',
  },
  'not-erased': {
    title: 'The device was not erased since',
    detail: 'It fetched its profile once and is set up; changes reach it only after an erase.',
  },
  'set-up-before-assignment': {
    title: 'The device was set up before the profile was assigned',
    detail: 'A device asks once, in Setup Assistant. Assigned later means erase.',
  },
  'restored-during-setup': {
    title: 'A backup was transferred during setup',
    detail: 'Setup leaves the enrollment out while a restore is pending.',
  },
  'apple-tv-without-ethernet': {
    title: 'The Apple TV had no network when it should have asked',
    detail: 'It fetches its profile only once it is connected; over Wi-Fi that is often too late.',
  },
  'mac-has-configuration': {
    title: 'The Mac has its configuration and has not enrolled',
    detail: 'It knows where it belongs; the enrollment must be started.',
  },
  'mac-knows-nothing': {
    title: 'The Mac has no configuration',
    detail: 'It asked, or believes it asked, before the profile was there; or it cannot show Apple who it is.',
  },
  'configuration-invalid': {
    title: 'The device does not read the configuration at Apple',
    detail: 'The profile as registered at Apple has a form the device refuses.',
  },
  'identity-of-mac-missing': {
    title: 'The Mac cannot prove who it is',
    detail: 'Its identity certificate (UCRT) is missing or not accepted, so Apple gives it no configuration.',
  },
  'apple-busy': {
    title: "Apple's service is busy, or the Mac could not show who it is",
    detail:
      "Apple's hosts are reached, and the device was told to come later. The same code appears when a Mac lacks its identity certificate.",
  },
  'apple-not-reached-by-device': {
    title: 'The device does not reach Apple',
    detail:
      'It asked for its configuration and got none over its network, although the connection may be fine from here.',
  },
  'mac-asked-too-often': {
    title: 'The Mac has asked too often',
    detail: 'Since macOS 12.3 it may ask Apple only a few times in 23 hours and shows old data meanwhile.',
  },
  'no-fault-found': {
    title: 'No fault was found',
    detail:
      'Token, server, profile and network are sound. Most often the device asked before the profile was there, or could not ask from its network.',
  },
  'not-on-our-servers': {
    title: 'The device is on no server of ours',
    detail:
      'Apple shows it to none of the connected tokens: it is on another server, on none, or not in the organization.',
  },
  'migration-scheduled': {
    title: 'The device moves to this server on a set day',
    detail: 'Until then it stays with its old management. Its new profile must tell it to wait for its configuration.',
  },
  'migration-passed': {
    title: 'The day to move to this server has passed',
    detail: 'A device that did not move by then keeps its old management until it is erased.',
  },
  'device-is-here': {
    title: 'The device is on this server',
    detail: 'Apple shows it to this token; the list or the profile is what is missing.',
  },
  'left-the-server': {
    title: 'The device left this server',
    detail:
      'It was unassigned, moved to another server or released; Apple does not tell which. If it is enrolled now, it stays enrolled.',
  },
  released: {
    title: 'The device was released',
    detail:
      'The organization no longer owns it in the portal. Release cannot be undone here; if it is enrolled now, it stays enrolled.',
  },
  replaced: {
    title: 'Apple replaced the device',
    detail: 'In a repair it got another serial number; the old one is released.',
  },
  'token-was-removed': {
    title: 'The token of this device was removed here',
    detail: 'Its devices became history; nothing changed at Apple, and enrolled devices stay enrolled.',
  },
  'never-added': {
    title: 'The device was never added to the organization',
    detail: 'Devices come into the portal by purchase through a linked seller, or by Apple Configurator.',
  },
  'configurator-not-assigned': {
    title: 'The device was added and is not on our server',
    detail: 'Apple Configurator puts a device under a server of its own; it must be assigned in the portal.',
  },
  'under-configurator': {
    title: 'The device is still under the server of Apple Configurator',
    detail: 'Devices added by hand go there first.',
  },
  'left-in-provisional-period': {
    title: 'The user left management in the first 30 days',
    detail: 'For a device added by hand this also releases it from the organization.',
  },
  'provisional-period': {
    title: 'The user may still leave management',
    detail: 'For 30 days a device added by hand may be taken out by its user; that also releases it.',
  },
  'not-erased-after-adding': {
    title: 'The device was not erased after it was added',
    detail: 'A device added by hand enrolls when it passes Setup Assistant the next time.',
  },
  'configurator-ready': {
    title: "Apple's side is ready; the device must be erased once more",
    detail: 'It takes the profile over when it passes Setup Assistant again.',
  },
  'lock-code-kept': {
    title: 'A code that opens the device is kept here',
    detail: 'The device was locked through this program, which keeps the code for it.',
  },
  'locked-by-person': {
    title: "A person's Apple Account locks the device",
    detail: 'Its owner signs out or removes it; a supervised device may have a bypass code.',
  },
  'locked-by-organization': {
    title: 'The organization locked the device',
    detail: 'It is still in the portal, so an administrator can switch the lock off there.',
  },
  'locked-and-released': {
    title: 'The device is locked and no longer in the organization',
    detail: 'The portal can switch the lock off only for a device it still has.',
  },
  'lock-unexplained': {
    title: 'The hint on the device tells who can open it',
    detail: 'An address of the organization or of a person stands on the locked screen.',
  },
  'mac-has-not-asked': {
    title: 'The Mac has not asked Apple since the assignment',
    detail: 'A Mac in use can be told to ask and to enroll.',
  },
  'mac-still-enrolled': {
    title: 'The Mac is enrolled through the program already',
    detail: 'If that is the old server, its management must go first.',
  },
  'old-management': {
    title: 'The Mac is still managed by another server',
    detail: 'Two managements exclude each other; the old one must be removed first.',
  },
  'user-must-accept': {
    title: 'The user must accept the notification',
    detail: 'The Mac asks; nothing else is missing.',
  },
  'mac-shows-nothing': {
    title: 'The Mac was told to enroll and shows nothing',
    detail: 'The notification is held back until the user signs in again.',
  },
  'setup-settings-missing': {
    title: 'Settings of Setup Assistant need an erase',
    detail: 'Skipped panes and accounts of the profile take effect only while a Mac is set up.',
  },
  'mac-unexplained': {
    title: 'Erasing is the sure way',
    detail: 'Nothing that was looked at keeps the Mac from enrolling; after an erase it asks anew.',
  },
  'no-portal-list': {
    title: 'No list of the portal is imported',
    detail: "Without it only Apple's interface can be compared, which tells less than the portal.",
  },
  'list-behind': { title: 'The list here is behind', detail: 'The portal assigned the device since it was last read.' },
  'portal-list-too-narrow': {
    title: 'The imported list does not hold all devices',
    detail: 'Apple shows the device; the list was filtered, or is older.',
  },
  'removed-in-portal': {
    title: 'The device was taken off the server in the portal',
    detail: "Apple reported it as removed; the console's record is a leftover.",
  },
  'fetch-does-not-tell': {
    title: 'A full fetch does not tell what was removed',
    detail: 'It returns only what Apple lists now, so records of removed devices stay in the console.',
  },
  'removed-since-last-sync': {
    title: 'The device left since the last sync',
    detail: 'A sync tells the removal, and the record goes.',
  },
  'written-differently': {
    title: 'The serial number is written differently in the lists',
    detail: 'The device is in both; only the writing differs.',
  },
  'counts-unexplained': {
    title: 'Nothing explains the difference for this device',
    detail: 'Compare both whole lists to find the serial numbers that differ.',
  },
  'not-told-to-wait': {
    title: 'The profile known here does not tell the device to wait',
    detail: 'The device may carry another profile, or waits for something else.',
  },
  'not-released': {
    title: 'The console has not released the device',
    detail: 'The profile tells it to wait until the console says that everything was sent.',
  },
  'push-blocked': {
    title: 'Push notifications are blocked',
    detail:
      "Devices and server reach Apple's push service over ports 5223, 443 and 2197; without it no command arrives.",
  },
  'commands-pending': {
    title: 'Commands still wait for the device',
    detail: 'The console releases the device when it has done what waits: profiles, apps, commands.',
  },
  'restarted-while-waiting': {
    title: 'The Mac was restarted while it waited',
    detail: 'It may stay in a half-finished state; erasing is the way out.',
  },
  'still-awaiting': { title: 'The device waits for its release', detail: 'The console can release it by hand.' },
  'staging-user': {
    title: 'The device belongs to the staging user by design',
    detail:
      'With authentication off it enrolls under this account until somebody checks it out. The account needs no access to company resources.',
  },
  'ownership-from-profile': {
    title: 'The profile set the ownership',
    detail: 'The type of ownership comes from the profile, or from an allow list or registration record.',
  },
  'group-from-mapping': {
    title: 'Another rule decided on the group',
    detail: "User group mapping, the profile's device group and the user's own group are asked in this order.",
  },
  'registered-to-other-user': {
    title: 'The device is registered to another user',
    detail: 'A registered device expects its own user until the record is deleted.',
  },
  'landing-unexplained': {
    title: 'Tell what is wrong to go on',
    detail: 'Ownership, group and user each follow rules of their own.',
  },
}
