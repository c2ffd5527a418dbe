import { quantity } from './words.ts'

const PORTAL = 'Whoever has the role Administrator or Device Enrollment Manager in the portal can repair this.'

export const notices = {
  title: 'Notices',
  levels: { urgent: 'Urgent', soon: 'Soon', hint: 'Hints' },
  empty: 'Nothing needs you',
  emptyText: 'Expiries that come closer, runs that fail or do not happen and terms to accept will be told here.',
  checked: (ago: string) => `Last checked ${ago}`,
  neverChecked: 'Not checked yet',
  dismiss: (title: string) => `Dismiss: ${title}`,
  dismissed: 'Dismissed',
  dismissedCount: (count: number) => `Dismissed (${quantity(count, 'notice', 'notices')})`,
  raised: (title: string) => `New notice: ${title}`,
  since: (moment: string, ago: string) => `Since ${moment} (${ago})`,
  nextTry: (distance: string) => `The next try is ${distance}.`,
  actions: {
    renew: 'Renew',
    'show-runs': 'Show the runs',
    sync: 'Sync now',
    unlock: 'Unlock',
    'open-portal': 'Open the portal',
    'make-recovery-code': 'Make a recovery code',
    'show-credential': 'Show it',
    'show-reports': 'Show the exports',
  },
  kinds: {
    'token-expiring': {
      title: (token: string, distance: string) => `${token} expires ${distance}`,
      detail: (moment: string) =>
        `It is valid until ${moment}. Renew it before then; like the push certificate it is renewed each year, and nobody else does it.`,
      who: PORTAL,
    },
    'token-expired': {
      title: (token: string) => `${token} has expired`,
      detail: 'Syncing and assigning have stopped. Devices that are enrolled stay enrolled and managed.',
      who: PORTAL,
    },
    'token-rejected': {
      title: (token: string) => `Apple rejects the token ${token}`,
      detail:
        'A newer token was downloaded for its server, or the account that made it has changed. A new token file ends this; enrolled devices are not touched.',
      who: PORTAL,
    },
    'terms-not-accepted': {
      title: (token: string) => `New terms of Apple stop ${token}`,
      detail: 'Until they are accepted Apple answers nothing for this organization. ADE Desk asks again by itself.',
      who: 'Only an Administrator of the portal can accept them; other roles do not see them.',
    },
    'access-denied': {
      title: (token: string) => `Apple denies ${token} access`,
      detail: 'The server of this token, or the account that made it, lacks a permission.',
      who: 'An Administrator of the portal can repair this.',
    },
    'credential-expiring': {
      title: (credential: string, distance: string) => `${credential} expires ${distance}`,
      detail: (moment: string) =>
        `It is valid until ${moment}. Name an owner and a deputy there; nobody else reminds you of it reliably.`,
      who: 'Whoever owns it can repair this.',
    },
    'credential-expired': {
      title: (credential: string) => `${credential} has expired`,
      detail:
        'Without a push certificate devices cannot be reached, without a content token licences cannot be given out. Renew it, do not create a new one.',
      who: 'Whoever owns it can repair this.',
    },
    'stoken-rejected': {
      title: (credential: string) => `Apple rejects the content token ${credential}`,
      detail:
        'It was revoked or replaced, or the account that downloaded it has changed its password. A new file from the portal ends this.',
      who: PORTAL,
    },
    'stoken-elsewhere': {
      title: (credential: string) => `${credential} is used by a service you have not confirmed`,
      detail:
        'Two management services on one unit give unpredictable results: licences can vanish. If it is your console, confirm it; else find out who has this token.',
      who: 'You can repair this here.',
    },
    unreachable: {
      title: (token: string) => `Apple cannot be reached for ${token}`,
      detail: 'The token itself may be fine; the next run tries again.',
      who: 'The person who runs your network can repair this.',
    },
    'sync-failed': {
      title: (token: string, count: number) =>
        `The sync of ${token} failed ${quantity(count, 'time', 'times')} in a row`,
      detail: 'Devices are shown as the last good run left them.',
      who: 'You can repair this here.',
    },
    'sync-overdue': {
      title: (token: string) => `${token} was due and was not synced`,
      detail: 'The run could not be started. Start it by hand to see why.',
      who: 'You can repair this here.',
    },
    'report-failed': {
      title: (report: string, count: number) =>
        `The scheduled export of ${report} failed ${quantity(count, 'time', 'times')} in a row`,
      detail: 'The files it wrote before are still there; a new one is missing.',
      who: 'You can repair this here.',
    },
    'vault-locked': {
      title: (count: number) => `The vault is locked; ${quantity(count, 'token waits', 'tokens wait')} for it`,
      detail: 'Runs that are due start as soon as it is unlocked.',
      who: 'You can unlock it, with the passphrase or the recovery code.',
    },
    'no-recovery-code': {
      title: 'There is no recovery code',
      detail:
        'Without it a forgotten passphrase, or a key store that this computer loses, costs every token in the vault.',
      who: 'You can repair this here.',
    },
    test: {
      title: 'This is a test',
      detail: 'Notices arrive. This one goes away by itself within an hour.',
      who: 'Nobody has to do anything.',
    },
  },
} as const
