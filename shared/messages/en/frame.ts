export const frame = {
  places: {
    overview: 'Overview',
    groups: 'Groups',
    tokens: 'Tokens',
    devices: 'Devices',
    sync: 'Sync',
    settings: 'Settings',
  },
} as const
