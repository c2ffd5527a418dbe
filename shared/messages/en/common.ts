/** Words that stand on buttons and in lists everywhere. */
export const common = {
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copyRefused: 'Not copied: the system refused access to the clipboard. Click into this window, then copy again.',
  retry: 'Try again',
} as const
