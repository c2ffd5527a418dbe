import type { Token, TokenState } from '../../../shared/model/token.ts'
import { formatQuantity } from '../../lib/format.ts'

/** States that only a new token file ends. */
export function needsRenewal(state: TokenState): boolean {
  return state === 'expiring' || state === 'expired' || state === 'rejected'
}

/** "212 days left", "Expires today", "Expired 3 days ago". */
export function daysLeftText({ daysLeft, expiresAt }: Pick<Token, 'daysLeft' | 'expiresAt'>, now: number): string {
  if (expiresAt <= now) {
    const ago = Math.abs(daysLeft)
    return ago === 0 ? 'Expired today' : `Expired ${formatQuantity(ago, 'day')} ago`
  }
  return daysLeft === 0 ? 'Expires today' : `${formatQuantity(daysLeft, 'day')} left`
}
