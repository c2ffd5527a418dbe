export const reports = {
  presets: {
    lifecycle: { name: 'Lifecycle', what: 'every device with all dimensions of its lifecycle' },
    inventory: { name: 'Inventory', what: 'devices that Apple lists, with model, token, group, profile and user' },
    unassigned: { name: 'Without a profile', what: 'devices that Apple lists and that have no enrollment profile' },
    'assignment-failures': {
      name: 'Failed assignments',
      what: 'devices whose profile could not be assigned, with Apple’s word and the next attempt',
    },
    gone: { name: 'Gone devices', what: 'devices that have left Apple’s lists, since when and why' },
    credentials: { name: 'Credentials', what: 'everything that expires: tokens, certificates and own entries' },
    'sync-history': { name: 'Sync history', what: 'every sync run with what it found, newest first' },
    reconciliation: { name: 'Reconciliation', what: 'the rows of the newest reconciliation with cause and remedy' },
  },
} as const
