import type { Token } from '../../../shared/model/token.ts'
import { useDesk } from '../../lib/desk.ts'
import { formatDistance, formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { openPortal } from './portal-actions.ts'
import { portalsOf } from './selectors.ts'

export type TermsNoticeProps = {
  readonly token: Token
  readonly isAsking: boolean
  readonly onCheck: () => void
}

/** Who has to accept Apple's terms, where, and when ADE Desk looks again by itself. */
export function TermsNotice({ token, isAsking, onCheck }: TermsNoticeProps) {
  const desk = useDesk()
  const now = useNow()
  const { states, terms, portals } = text().tokens
  const { meaning, next } = states['terms-not-accepted']
  const at = token.termsCheckAt
  return (
    <Notice
      tone="warn"
      title={meaning}
      actions={
        <>
          {portalsOf(token.account).map((portal) => (
            <Button key={portal} icon="leave" onPress={() => void openPortal(desk, portal)}>
              {portals[portal]}
            </Button>
          ))}
          <Button variant="quiet" onPress={onCheck} isBusy={isAsking}>
            {terms.checkNow}
          </Button>
        </>
      }
    >
      <p>
        {next} {terms.skipped}
      </p>
      <p>{terms.untouched}</p>
      {at !== null && (
        <Notice.Quiet>{terms.nextCheck(formatDistance(Math.max(at, now + 1), now), formatMoment(at))}</Notice.Quiet>
      )}
    </Notice>
  )
}
