import { quantity } from './words.ts'

export const overview = {
  attention: 'Needs attention',
  more: (count: number) => `Show all ${quantity(count, 'notice', 'notices')}`,
  well: 'All is well',
  wellText: (ago: string) => `Nothing needs you. Everything was last checked ${ago}.`,
  reading: 'Reading…',
  tokens: {
    all: (count: number) => `Show all ${quantity(count, 'token', 'tokens')}`,
    fewer: 'Show fewer',
    show: (token: string) => `Show the token ${token}`,
  },
  calendar: {
    title: 'Credential calendar',
    today: 'Today',
    expires: (distance: string, date: string) => `expires ${distance}, ${date}`,
    expired: (ago: string, date: string) => `expired ${ago}, ${date}`,
    note: 'Tokens and the push certificate are renewed each year, by you. Devices that are enrolled stay enrolled when a token expires.',
    all: (count: number) => `Show all ${count}`,
    show: (name: string) => `Show ${name}`,
    save: 'Save as .ics',
    export: 'Export as CSV',
  },
  devices: {
    title: 'Devices by state',
    total: (count: number) => quantity(count, 'device', 'devices'),
    link: (dimension: string, value: string, count: number) =>
      `${dimension}, ${value}: show ${quantity(count, 'device', 'devices')}`,
    none: 'No devices yet. The first sync brings them.',
  },
  runs: {
    title: 'Runs',
    token: 'Token',
    state: 'State',
    last: 'Last run',
    next: 'Next run',
    never: 'None yet',
    lastEnded: (state: string, ago: string) => `${state}, ${ago}`,
    show: 'Show the runs',
  },
  first: {
    title: 'Connect your first token',
    text: 'A server token lets ADE Desk ask Apple which devices belong to your organization. Everything else starts from it.',
    steps: {
      key: 'ADE Desk makes a key pair and saves its certificate.',
      portal: 'You give the certificate to your server in Apple Business Manager or School Manager.',
      file: 'You bring back the token file; it is proven with Apple before it is stored.',
    },
    who: 'It takes about five minutes and the role Administrator or Device Enrollment Manager in the portal.',
    connect: 'Connect your first token',
    demo: 'Try it with demo data',
    demoText: 'Demo data comes from a built-in simulator, apart from your own. Nothing is asked of Apple.',
  },
} as const
