import type { ReactNode } from 'react'
import type { ErrorCode } from '../../shared/errors.ts'
import { errorText } from '../../shared/error-text.ts'
import { Notice } from '../ui/Notice.tsx'
import type { Failure } from './api.ts'
import { text } from './text.ts'

/** Failures somebody else has to look into: the reference leads to the full story in the log. */
const QUOTED: ReadonlySet<ErrorCode> = new Set(['internal', 'ade.refused', 'ade.protocol'])

export type FailureNoticeProps = {
  readonly error: Failure
  /** The buttons that repair it. */
  readonly children?: ReactNode
  readonly onDismiss?: () => void
}

/** A failure where the work is: what happened, why, who can repair it, what to do next. */
export function FailureNotice({ error, children, onDismiss }: FailureNoticeProps) {
  const words = text().errors
  const { title, detail, repairer, next } = errorText(error, words)
  return (
    <Notice tone="bad" title={title} actions={children} {...(onDismiss ? { onDismiss } : {})}>
      <p>{detail}</p>
      <p>{next}</p>
      <Notice.Quiet>
        {repairer}
        {QUOTED.has(error.code) && error.ref && ` ${words.reference(error.ref)}`}
      </Notice.Quiet>
    </Notice>
  )
}
