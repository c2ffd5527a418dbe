/** Words that stand on buttons and in lists everywhere. */
export const common = {
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  retry: 'Try again',
} as const
