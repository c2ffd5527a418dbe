import { quantity } from './words.ts'

const devices = (count: number) => quantity(count, 'device', 'devices')
const groupsOf = (count: number) => quantity(count, 'group', 'groups')
const rows = (count: number) => quantity(count, 'row', 'rows')

export const groups = {
  count: groupsOf,
  devices,
  add: 'Add a group…',
  addHere: 'Add a group below…',
  importTree: 'Import…',
  more: (name: string) => `More for ${name}`,
  move: 'Move…',
  rename: 'Rename…',
  edit: 'Change type and Group ID…',
  remove: 'Remove…',
  preview: {
    loading: 'Working out what would change…',
    ready: (count: number) =>
      count === 0 ? 'Preview: no setting changes for any device.' : `Preview: something changes for ${devices(count)}.`,
    none: 'No other value counts for any device afterwards.',
    some: (count: number) => `Something changes for ${devices(count)}:`,
    groupsOnly: (count: number) =>
      `Another value counts in ${groupsOf(count)}. ${count === 1 ? 'It has' : 'They have'} no devices.`,
    reach: (deviceCount: number, groupCount: number) => `${devices(deviceCount)} in ${groupsOf(groupCount)}`,
    before: 'Now',
    after: 'Then',
    from: (name: string) => `set at ${name}`,
    fromNobody: 'set nowhere',
    affected: (count: number) => `Show ${count === 1 ? 'the group' : `the ${groupsOf(count)}`}`,
    furtherGroups: (count: number) => `and ${groupsOf(count)} more`,
    furtherConflicts: (count: number) => `and ${quantity(count, 'conflict', 'conflicts')} more`,
    refused: 'This change is not possible',
    warned: 'Mind before you apply',
  },
  changes: {
    addTitle: (name: string, parent: string) => `Add “${name}” below “${parent}”`,
    addIntro: 'The new group inherits every setting until it overrides one.',
    addConfirm: 'Add',
    addDone: (name: string) => `“${name}” was added.`,
    renameTitle: (name: string, next: string) => `Rename “${name}” to “${next}”`,
    renameIntro: 'The paths of the group and of all groups below it change with it. Devices and settings stay.',
    renameConfirm: 'Rename',
    renameDone: (next: string) => `The group is now called “${next}”.`,
    editTitle: (name: string) => `Change “${name}”`,
    editType: (type: string) => `The type becomes ${type}.`,
    editId: (id: string) => `The Group ID becomes ${id}.`,
    editNoId: 'The Group ID is taken away. No device can enroll here by Group ID then.',
    editConfirm: 'Change',
    editDone: (name: string) => `“${name}” was changed.`,
    moveTitle: (name: string, to: string) => `Move “${name}” below “${to}”`,
    moveIntro: (below: number) =>
      below === 0
        ? 'The group keeps what it overrides and inherits the rest from its new place.'
        : `${groupsOf(below)} below ${below === 1 ? 'moves' : 'move'} with it. What is overridden stays; the rest is inherited from the new place.`,
    moveConfirm: 'Move',
    moveDone: (name: string, to: string) => `“${name}” is now below “${to}”.`,
    removeTitle: (name: string) => `Remove “${name}”`,
    removeIntro: (below: number, deviceCount: number, parent: string) =>
      `${below === 0 ? 'The group is removed.' : `The group and ${groupsOf(below)} below it are removed.`} ${
        deviceCount === 0 ? 'It has no devices.' : `Its ${devices(deviceCount)} go to “${parent}”.`
      }`,
    removeConfirm: 'Remove',
    removeDone: (name: string) => `“${name}” was removed.`,
    setTitle: (page: string, name: string) => `${page} at “${name}”`,
    setInherit: 'The group inherits again. Its own value is kept, unused, in case you override later.',
    setOverride: (value: string) => `The group sets its own value: ${value}.`,
    setChild: (permission: string) => `Groups below it: ${permission}.`,
    setConfirm: 'Apply',
    setDone: (page: string, name: string) => `${page} at “${name}” was changed.`,
    importTitle: (count: number) => `Import ${rows(count)}`,
    importIntro: 'Missing groups are added; type and Group ID of existing ones are changed. Nothing is removed.',
    importConfirm: 'Import',
    importDone: (count: number) => `${rows(count)} imported.`,
  },
  undo: {
    button: 'Undo',
    what: {
      add: 'Undo adding',
      rename: 'Undo renaming',
      edit: 'Undo the change',
      move: 'Undo the move',
      remove: 'Undo removing',
      'set-page': 'Undo the setting',
      import: 'Undo the import',
    },
    done: {
      add: (name: string) => `Adding “${name}” was undone.`,
      rename: (name: string) => `Renaming “${name}” was undone.`,
      edit: (name: string) => `The change of “${name}” was undone.`,
      move: (name: string) => `Moving “${name}” was undone.`,
      remove: (name: string) => `“${name}” is back.`,
      'set-page': (name: string) => `The setting at “${name}” was undone.`,
      import: () => 'The import was undone.',
    },
  },
  tree: {
    label: 'Organization groups',
    search: 'Search groups',
    searchHint: 'Name or Group ID',
    hits: (count: number) =>
      count === 0 ? 'No group matches.' : `${groupsOf(count)} ${count === 1 ? 'matches' : 'match'}.`,
    noHits: 'No group has this in its name or Group ID.',
    expandAll: 'Open all',
    collapseAll: 'Close all',
    drag: (name: string) => `Move ${name}`,
    open: (name: string) => `Open or close ${name}`,
    row: (facts: { readonly name: string; readonly type: string; readonly deviceCount: number }) =>
      `${facts.name}, ${facts.type}, ${devices(facts.deviceCount)}`,
    sets: (pages: string) => `sets ${pages}`,
    conflicts: (count: number) => quantity(count, 'conflict', 'conflicts'),
    conflictsBelow: (count: number) => `${quantity(count, 'conflict', 'conflicts')} below`,
    loading: 'The groups are being read…',
  },
  panel: {
    type: 'Type',
    groupId: 'Group ID',
    noGroupId: 'None: devices cannot enroll here by Group ID',
    path: 'Path',
    groupIdName: 'Group ID',
    pathName: 'path',
    deviceCount: 'Devices',
    here: (count: number) => `${devices(count)} in this group`,
    branch: (count: number) => `${devices(count)} with all groups below`,
    showDevices: (name: string, count: number) => `Show ${devices(count)} with all groups below ${name}`,
  },
  pages: { token: 'Token', 'default-profile': 'Default profile', schedule: 'Schedule' },
  pagesInText: { token: 'the token', 'default-profile': 'the default profile', schedule: 'the schedule' },
  noValue: { token: 'No token', 'default-profile': 'No default profile', schedule: 'No schedule of its own' },
  setting: {
    current: (page: string) => `Current setting: ${page}`,
    currentLabel: 'Current setting',
    inherit: 'Inherit',
    override: 'Override',
    childLabel: 'Groups below may',
    child: {
      'inherit-only': 'Inherit only',
      'override-only': 'Override only',
      any: 'Inherit or Override',
    },
    childHint: {
      'inherit-only': 'They cannot override: the value here is forced on them.',
      'override-only': 'They do not receive the value: each has to set its own.',
      any: 'They choose for themselves.',
    },
    counts: 'What counts here',
    setHere: 'set here',
    goTo: (name: string) => `Show ${name}`,
    setAt: (name: string) => `from ${name}`,
    forbidden: 'Overriding is not possible here:',
    forbiddenBy: (name: string) =>
      `“${name}” lets the groups below it inherit only. Change its permission first, or set the value there.`,
    masked: (value: string, name: string) =>
      `This group has a value of its own, ${value}. It is kept but not used, because “${name}” lets groups below inherit only.`,
    kept: (value: string) => `Kept from before, not used: ${value}.`,
    token: 'Token',
    tokenHint: 'A token is connected at one group. Choosing it here moves it here, with the devices that follow it.',
    tokenStays:
      'A token is connected here, so the group cannot inherit. Connect the token at another group or remove it under Tokens first.',
    noTokens: 'No token is connected yet. Connect one under Tokens first.',
    interval: 'Sync runs',
    profile: 'Name of the profile',
    profileHint: 'The name of a profile. Devices that come to a token without a default of its own get it.',
    chooseToken: 'Choose a token to override with.',
    chooseInterval: 'Choose how often to sync.',
    chooseProfile: 'Type the name of a profile.',
    preview: 'Preview the change…',
    discard: 'Discard',
  },
  rule: {
    title: 'Registration tokens',
    usual: 'as usual, set nowhere',
    hint: 'What new registration tokens look like. Those that were issued stay as they are; groups below may always set their own.',
    apply: 'Apply',
    saved: (name: string) => `The registration tokens of “${name}” follow another rule now.`,
  },
  trace: {
    label: 'Why',
    override: 'sets it',
    inherit: 'inherits',
    'not-passed-down': 'does not pass it down',
    'forced-from-above': 'has its own value, overruled from above',
    'nothing-above': 'has nothing above to inherit from',
  },
  conflicts: {
    'override-forbidden': (group: string, other: string, page: string) =>
      `“${group}” overrides ${page}, but “${other}” lets groups below it inherit only.`,
    'token-twice': (group: string, other: string) =>
      `“${group}” and “${other}” have tokens of the same portal server. It would be fetched twice and have two owners.`,
    'token-masked': (group: string, other: string) =>
      `“${group}” has a token of its own that is not used, because “${other}” forces its token on all groups below.`,
    'token-missing': (group: string, other: string) =>
      other === ''
        ? `“${group}” has no token of its own to override with.`
        : `No token counts at “${group}”: “${other}” does not pass its token down.`,
    'second-token-in-branch': (group: string, other: string) =>
      `“${group}” has a token of its own below “${other}”, which has one too. Its branch uses its own token; the devices of the two servers stay apart.`,
    severalTokens: (group: string, other: string) =>
      `“${group}” has several tokens. The oldest one counts; “${other}” is a further one.`,
    'customer-in-customer': (group: string, other: string) =>
      other === ''
        ? `“${group}” is a Customer group above or below another Customer group.`
        : `“${group}” and “${other}” are both Customer groups, and one lies below the other.`,
    'type-not-allowed': (group: string, other: string) =>
      other === ''
        ? `The type of “${group}” is not allowed at this place.`
        : `The type of “${group}” is not allowed below “${other}”.`,
    'group-id-missing': (group: string) =>
      `“${group}” has no Group ID. Devices cannot enroll here by Group ID, and profiles that name the group become invalid.`,
    'group-id-taken': (group: string, other: string) =>
      other === ''
        ? `The Group ID of “${group}” is used by another group.`
        : `The Group ID of “${group}” is used by “${other}” too.`,
  },
  remedies: {
    'override-forbidden': 'Let the group inherit, or change what the other group permits.',
    'token-twice': 'Remove one of the two tokens, or connect one of another server instead.',
    'token-masked': 'Connect the token outside of that branch, or permit “Inherit or Override” above.',
    'token-missing': 'Set a token here, or let the group above pass its token down.',
    'second-token-in-branch':
      'Keep it if the portal really has two servers; otherwise use one token and let the groups below inherit it.',
    severalTokens:
      'Connect the further token to a group of its own, in a branch beside this one, or remove it if nobody needs it.',
    'customer-in-customer': 'Make one of them a Container, or move it to another branch.',
    'type-not-allowed': 'Use Container or one of its kinds (Division, Region) below a Customer.',
    'group-id-missing': 'Give the group a Group ID where devices are to enroll.',
    'group-id-taken': 'Choose another Group ID; it must be unique in the whole environment.',
  },
  ask: {
    name: 'Name',
    nameSlash: 'A name has no slash.',
    nameTaken: 'A group of this name is there already.',
    type: 'Type',
    typeHint: 'Container is the usual one. A type of your own behaves like a Container.',
    groupId: 'Group ID',
    groupIdHint: 'Needed where devices enroll; unique in the whole environment. May stay empty.',
    next: 'Preview…',
    renameTitle: (name: string) => `Rename “${name}”`,
    editTitle: (name: string) => `Type and Group ID of “${name}”`,
    addTitle: (name: string) => `Add a group below “${name}”`,
    moveTitle: (name: string) => `Move “${name}”`,
    moveTo: 'New place: the group above it',
    moveSearch: 'Search for the new parent',
    moveNone: 'No group matches, or it cannot be moved there.',
    moveMore: (count: number) => `${groupsOf(count)} more; type to narrow the list`,
  },
  imports: {
    title: 'Import a tree from CSV',
    drop: 'Drop a CSV file here',
    dropHint: 'Three columns with a header: path, type, Group ID. Only the path is needed.',
    example: 'path,type,group id\n/Global/EMEA,Region,emea\n/Global/EMEA/Berlin,Container,berlin',
    choose: 'Choose a file…',
    reading: 'The file is being read…',
    read: (accepted: number, rejected: number) =>
      rejected === 0 ? `${rows(accepted)} accepted.` : `${rows(accepted)} accepted, ${rows(rejected)} rejected.`,
    accepted: (count: number) => `Accepted (${count})`,
    rejected: (count: number) => `Rejected (${count})`,
    nothing: 'No row of this file can be used.',
    line: 'Line',
    reason: 'Reason',
    /** Without a full stop: the command line puts them into a sentence. */
    faults: {
      'path-missing': () => 'the path is missing',
      'path-empty': (path: string) => `"${path}" names no group`,
      'path-too-long': () => 'the path is too long',
      'other-root': (root: string) => `the path does not begin with ${root}`,
      'name-unusable': (name: string) => `"${name}" cannot be the name of a group`,
      'values-unusable': () => 'the type or the Group ID cannot be used',
      'same-path': (line: string) => `line ${line} has the same path`,
      'same-group-id': (line: string) => `line ${line} has the same Group ID`,
      'too-many': (most: string) => `a file may have ${most} groups`,
    },
    path: 'Path',
    type: 'Type',
    groupId: 'Group ID',
    further: (count: number) => `and ${rows(count)} more`,
    preview: 'Preview the import…',
    other: 'Choose another file',
    close: 'Close the import',
  },
  layout: {
    title: 'How to lay out groups and tokens',
    first: 'Usually one token is enough: set it at the topmost group and let every group inherit it.',
    second:
      'Use several tokens only for several servers or portal accounts, and set them in separate branches that lie beside each other, never one below the other.',
    third: 'Give a Group ID to every group where devices enroll. Devices should not enroll at the root.',
    fourth:
      'Override as high as you can: a setting holds for the group and all groups below it, down to the next that overrides.',
  },
  empty: {
    title: 'So far there is only the root',
    text: 'Groups form a tree. What is set at a group counts for all groups below it, until one overrides. Begin with the regions or departments your console has.',
  },
} as const
