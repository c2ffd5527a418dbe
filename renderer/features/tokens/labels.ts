import type { TokenState } from '../../../shared/model/token.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'

export type TokenStateLabel = {
  readonly text: string
  readonly icon: IconName
  readonly tone: Tone
  /** Null where nothing has to be done. */
  readonly advice: { readonly meaning: string; readonly next: string } | null
}

/** The one name, shape and colour of each state of a token. */
export const TOKEN_STATE_LABELS: Readonly<Record<TokenState, TokenStateLabel>> = {
  unverified: {
    text: 'Not proven yet',
    icon: 'circle-dashed',
    tone: 'neutral',
    advice: {
      meaning: 'Apple has not been asked about this token',
      next: 'It was saved as it is. Verify it once Apple can be reached.',
    },
  },
  ok: { text: 'Working', icon: 'shield-check', tone: 'good', advice: null },
  expiring: {
    text: 'Expires soon',
    icon: 'clock',
    tone: 'warn',
    advice: {
      meaning: 'Renew it before it expires',
      next: 'Nobody else does this: like the push certificate, it is yours to renew each year.',
    },
  },
  expired: {
    text: 'Expired',
    icon: 'close-circle',
    tone: 'bad',
    advice: {
      meaning: 'Syncing and assigning have stopped',
      next: 'Devices that are enrolled stay enrolled and managed. Renew the token to go on.',
    },
  },
  rejected: {
    text: 'Rejected by Apple',
    icon: 'ban',
    tone: 'bad',
    advice: {
      meaning: 'Apple no longer accepts this token',
      next: 'A newer one was downloaded for its server, or its account changed. Renew it; enrolled devices are not touched.',
    },
  },
  'terms-not-accepted': {
    text: 'Terms not accepted',
    icon: 'file-text',
    tone: 'warn',
    advice: {
      meaning: 'Apple has new terms',
      next: 'Somebody with the role Administrator has to sign in to the portal and accept them. Then verify the token.',
    },
  },
  'access-denied': {
    text: 'Access denied',
    icon: 'shield-alert',
    tone: 'bad',
    advice: {
      meaning: 'Apple does not allow this server what was asked',
      next: 'Check the server and its permissions in the portal, then verify the token.',
    },
  },
  unreachable: {
    text: 'Apple not reached',
    icon: 'cloud-off',
    tone: 'warn',
    advice: {
      meaning: 'The last try did not get through',
      next: 'The token itself may be fine; the next run tries again.',
    },
  },
}
