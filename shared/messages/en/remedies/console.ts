/** Remedies done in the console. */
export const consoleRemedies = {
  configure: {
    title: 'Connect the group to a server of the portal',
    steps: [
      'In Workspace ONE UEM choose the group, then Groups & Settings > All Settings > Devices & Users > Apple > Device Enrollment Program > Configure, and download the public key. Here: Tokens > Connect a token.',
      'In the portal add a device management service, upload the key, and download its token.',
      'Upload the token, and finish the wizard with a first profile in the same browser session.',
      'One token at the top group is enough; groups below inherit it.',
    ],
    sees: 'The page shows the name of the server and a date a year ahead.',
    verify: 'The token is effective for the group of the device.',
  },
  reconfigure: {
    title: 'Configure the integration again',
    steps: [
      'Note which devices have which profile: switching off removes the profiles in the console and at Apple.',
      'At the group that holds the configuration: Disable, Save, and load the page again.',
      'Configure, download the new key, and upload it in the portal to the existing server.',
      'Download a new token there, upload it, define the profile anew and assign it.',
    ],
    sees: 'Devices without a profile until the last step; a device erased in between sets up without management.',
    verify: 'Apple accepts the new token, and the devices show the new profile.',
  },
  'wrong-server': {
    title: 'Use the token of the right server',
    steps: [
      'Compare the name and identifier of the server with the portal.',
      'Download the token of the server that was connected before, and upload it.',
      'If the change is meant: confirm it, fetch all devices, register the profiles again and assign them.',
    ],
    sees: 'The same server name as in the portal.',
    verify: 'The account at Apple is the one the token was imported for.',
  },
  'one-group': {
    title: 'Keep the token at one group',
    steps: [
      'Decide which group shall own the server; the higher one usually.',
      'Remove the token at the other, and let it inherit.',
      'If both need one of their own: add a second server in the portal and split the devices.',
    ],
    sees: 'One owner, and groups below that inherit.',
    verify: 'The token is connected at one group only.',
  },
  'allow-again': {
    title: 'Take the device off the deny list',
    steps: [
      'In Workspace ONE UEM: Devices > Lifecycle > Enrollment Status, find the serial number.',
      'Delete its deny-list entry, or register the device as allowed.',
      'Sync, then assign the profile.',
    ],
    sees: 'The status changes from Blocked.',
    verify: 'The console no longer calls the device blocked.',
  },
  'group-id': {
    title: 'Give the group a Group ID',
    steps: [
      'In Workspace ONE UEM open the organization group of the profile: Groups & Settings > Groups > Organization Groups > Details.',
      'Enter a Group ID that no other group has, and save.',
      'Save the profile again and assign it.',
    ],
    sees: 'The Group ID in the details of the group.',
    verify: 'The group has a Group ID, and a test device enrolls.',
  },
  'user-group': {
    title: 'Bring user and group together',
    steps: [
      'In Workspace ONE UEM open the user: note enrollment group and managing group.',
      "Move the user into the branch of the profile's group, or map his user group to it (Enrollment > Grouping).",
      'Try the enrollment again.',
    ],
    sees: 'The user within the branch.',
    verify: 'The user signs in during setup and the device lands in the group.',
  },
  'prompt-off': {
    title: 'Switch the custom prompt off',
    steps: [
      'In the profile: Authentication > Custom Prompt OFF, then Save.',
      'Assign the profile, erase a test device and set it up.',
      'If that helps, check the message template before switching it on again.',
    ],
    sees: "Apple's own form for name and password.",
    verify: 'The test device enrolls.',
  },
  credentials: {
    title: "Check the user's sign-in",
    steps: [
      'Let the user sign in to the self-service portal with the same name and password.',
      'For a directory user: test the connection and look the user up in Workspace ONE UEM.',
      'Check that the account is neither locked nor expired.',
    ],
    sees: 'The self-service portal opens.',
    verify: 'The same credentials work during setup.',
  },
  'authentication-setting': {
    title: 'Let profile and server agree on the sign-in',
    steps: [
      'Decide whether users sign in during setup.',
      'ON: users give credentials. OFF: a staging user owns the device; give it no access to company resources.',
      'Save the profile, assign it, and test with one device.',
    ],
    sees: 'A sign-in exactly where it is meant.',
    verify: 'The rehearsal gets a profile, or the sign-in that is meant.',
  },
  'authentication-on': {
    title: 'Let users sign in, or check the device out',
    steps: [
      'If the device shall belong to its user from the start: switch Authentication ON in the profile, save and assign.',
      'Else let the user sign in to the Hub: that hands the device over.',
      'Give the staging user generic settings only, and no access to company resources.',
    ],
    sees: 'The name of the user at the device in the console.',
    verify: 'The next enrollment shows the right user.',
  },
  'enable-mode': {
    title: 'Enable the kind of sign-in',
    steps: [
      'In Workspace ONE UEM, at the group: Devices & Users > General > Enrollment > Authentication.',
      'Tick the mode the user has: Basic, Directory or Authentication Proxy; save.',
    ],
    sees: 'The mode ticked at the group the device enrolls into.',
    verify: 'The user signs in during setup.',
  },
  'reset-token': {
    title: 'Issue the registration token anew',
    steps: [
      'In Workspace ONE UEM: Devices > Lifecycle > Enrollment Status > select > More Actions > Reset Token.',
      'Send the new token to the user.',
      'It is good once; type it in both fields.',
    ],
    sees: 'The token status Registration Active.',
    verify: 'The device enrolls and the status changes.',
  },
  scheduler: {
    title: 'Read the list on a schedule',
    steps: [
      'Here: set a schedule at the group; every 24 hours is usual.',
      'In Workspace ONE UEM, on-premise, at Global: All Settings > Admin > Scheduler > Device Enrollment Program Update; not below 10 minutes.',
      'Keep it below seven days in any case.',
    ],
    sees: 'The time of the next run.',
    verify: 'A run appears at that time.',
  },
  'support-delete-profile': {
    title: 'Let the maker remove the stuck profile',
    steps: [
      'Open a ticket: name of the profile, group, since when, number of waiting devices.',
      'Ask for the removal of the profile from the database.',
      'Create the profile anew afterwards and assign it.',
    ],
    sees: 'The profile is gone from the list.',
    verify: 'Devices with the new profile are assigned.',
  },
  'use-other-token': {
    title: 'Work where the device is',
    steps: [
      'The evidence names the token that has the device: assign a profile of that server.',
      'If it shall be here, move it in the portal instead.',
    ],
    sees: 'The device in the list of the other token.',
    verify: 'The device has a profile of the server it is on.',
  },
  'await-on': {
    title: 'Let the device wait for its configuration',
    steps: [
      'Choose or make a profile with Await Configuration ON; a move on a set day needs it.',
      'Assign it before the day.',
      'Not possible for Shared iPad, Return to Service and devices in their first 30 days.',
    ],
    sees: 'The day of the move at the device.',
    verify: 'The assigned profile waits for its configuration.',
  },
  clean: {
    title: 'Delete the leftover record',
    steps: [
      'Check in the portal that the device really left. An enrolled device stays enrolled.',
      'In Workspace ONE UEM: Enrollment Status > select > More Actions > Delete. Here it stays as history.',
      'Sync, so that the next removals are told.',
    ],
    sees: 'Equal numbers in portal and console.',
    verify: 'The comparison of the lists shows no difference.',
  },
  'push-certificate': {
    title: 'Put the push certificate right',
    steps: [
      'In Workspace ONE UEM: Devices & Users > Apple > APNs for MDM; compare topic, date and Apple Account.',
      'Renew it at identity.apple.com with the same Apple Account, and upload it.',
      'Never make a new one instead of renewing: every enrolled device would have to enroll again.',
    ],
    sees: 'The same topic as before, with a new date.',
    verify: 'The topic of the enrollment profile is that of the push certificate.',
  },
  'native-sign-in': {
    title: "Use Apple's own sign-in form",
    steps: ['Make a profile without custom enrollment for these devices.', 'Assign it to them, and erase them.'],
    sees: "Apple's form for name and password.",
    verify: 'The assigned profile has no page for signing in.',
  },
  'device-configured': {
    title: 'Release the device',
    steps: [
      'In Workspace ONE UEM: Device Details > More Actions > Device Configured.',
      'Wait a minute; the device needs push notifications to hear it.',
      'If that is needed often, look at what the console sends during setup.',
    ],
    sees: 'Setup Assistant goes on with its next pane.',
    verify: 'The device reaches its home screen.',
  },
  'let-finish': {
    title: 'Let the pending work finish',
    steps: [
      "Look at the device's pending commands, profiles and apps in the console.",
      'Remove from setup what is large or fails; it can come later.',
      'Leave the device on and connected.',
    ],
    sees: 'The list of pending commands gets shorter.',
    verify: 'Nothing is pending, and setup goes on.',
  },
  'platform-sso': {
    title: 'Prepare Platform SSO',
    steps: [
      'Check that the Mac has macOS 26 or later; earlier ones cannot do this.',
      "Check that sign-in address, profile and app package of the server's answer are reached.",
      'Or do not demand it for these devices.',
    ],
    sees: "The identity provider's sign-in during setup.",
    verify: 'A test Mac enrolls.',
  },
  'delete-record': {
    title: 'Delete the former record',
    steps: [
      'In Workspace ONE UEM: Devices > Lifecycle > Enrollment Status, find the serial number.',
      'Delete the record, or register the device to the right user.',
      'Sync, assign the profile, and set the device up again.',
    ],
    sees: 'The record without the former user.',
    verify: 'The right user enrolls the device.',
  },
  'right-page': {
    title: 'Use the content token where it belongs',
    steps: [
      'In Workspace ONE UEM upload it under Devices & Users > Apple > VPP Managed Distribution. Here it belongs to the credentials.',
      'For enrollment download the token of a device management service instead.',
    ],
    sees: 'App licences there, a server name here.',
    verify: 'The chosen file is a server token.',
  },
  'wait-provisional': {
    title: 'Keep the 30 days in mind',
    steps: [
      'Tell the user what leaving would mean: the device also leaves the organization.',
      'Note the day on which the period ends; after it, nobody can leave.',
    ],
    sees: 'The day the period ends, in the evidence.',
    verify: 'The period is over and the device is still listed.',
  },
  'change-ownership': {
    title: 'Change the ownership',
    steps: [
      'For this device: Device Details > More Actions > Change Ownership.',
      'For the next ones: correct Device Ownership Type in the profile, save, assign.',
      'Check allow lists and registration records for another ownership.',
    ],
    sees: 'The right ownership in the device details.',
    verify: 'The next device enrolls with it.',
  },
  'group-mapping': {
    title: 'Correct the rule that decides on the group',
    steps: [
      'Here: Groups shows for a device which rule wins, step by step.',
      'Correct the user group mapping (Enrollment > Grouping) or the device group of the profile.',
      'Move this device: More Actions > Change Organization Group.',
    ],
    sees: 'The right group in the device details.',
    verify: 'The next device lands in the right group.',
  },
  vendor: {
    title: 'Ask the maker of the console',
    steps: [
      'Save the report of this diagnosis; it has no secrets.',
      "Open a ticket with version of the console, serial number, times (UTC), codes, and the server's logs at these times.",
    ],
    sees: 'A ticket number.',
    verify: 'The maker tells the outcome.',
  },
}
