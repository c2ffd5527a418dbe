/** Words that the design system itself says: it is handed them (`renderer/ui/words.ts`). */
export const ui = {
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  copy: (label: string) => `Copy ${label}`,
  copied: 'Copied',
  copiedLabel: (label: string) => `${label} copied`,
  clearSearch: 'Clear the search',
} as const
