import type { TokenState } from '../../../shared/model/token.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'

export type TokenStateLabel = {
  readonly text: string
  readonly icon: IconName
  readonly tone: Tone
  /** What it means and what to do; null where nothing has to be done. */
  readonly advice: string | null
}

/** The one name, shape and colour of each state of a token. */
export const TOKEN_STATE_LABELS: Readonly<Record<TokenState, TokenStateLabel>> = {
  unverified: {
    text: 'Not proven yet',
    icon: 'circle-dashed',
    tone: 'neutral',
    advice: 'It was saved without asking Apple. Verify it once Apple can be reached.',
  },
  ok: { text: 'Working', icon: 'shield-check', tone: 'good', advice: null },
  expiring: {
    text: 'Expires soon',
    icon: 'clock',
    tone: 'warn',
    advice:
      'Renew it before it expires. Nobody else does this: like the push certificate, it is yours to renew each year.',
  },
  expired: {
    text: 'Expired',
    icon: 'close-circle',
    tone: 'bad',
    advice:
      'Syncing and assigning have stopped. Devices that are enrolled stay enrolled and managed; renew the token to go on.',
  },
  rejected: {
    text: 'Rejected by Apple',
    icon: 'ban',
    tone: 'bad',
    advice:
      'A newer token was downloaded for this server, or its account changed. Renew it. Enrolled devices are not touched.',
  },
  'terms-not-accepted': {
    text: 'Terms not accepted',
    icon: 'file-text',
    tone: 'warn',
    advice:
      'Apple has new terms. Somebody with the role Administrator has to sign in to the portal and accept them; then verify the token.',
  },
  'access-denied': {
    text: 'Access denied',
    icon: 'shield-alert',
    tone: 'bad',
    advice: 'Apple does not allow this server what was asked. Check the server and its permissions in the portal.',
  },
  unreachable: {
    text: 'Apple not reached',
    icon: 'cloud-off',
    tone: 'warn',
    advice: 'The last try did not get through. The token itself may be fine; the next run tries again.',
  },
}
