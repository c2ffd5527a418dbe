import type { EnrollmentProfile, RehearsalFinding } from '../../../shared/model/rehearsal.ts'
import type { EnrollmentClient, ProfileReading } from '../../clients/enrollment/client-type.ts'
import type { ServerAnswer } from './ask-server.ts'
import type { Course } from './course.ts'
import { describeProfile } from './describe-profile.ts'
import { judgeAnswer } from './judge-answer.ts'
import { judgeProtection } from './judge-protection.ts'
import { isDict, type Dict, type LintContext } from './lint/payloads.ts'
import { lintProfile } from './lint/profile.ts'
import type { Target } from './target.ts'

/** More than this, and signatures with a time in them begin to fail. */
const CLOCK_TOLERANCE_MS = 5 * 60_000

type Reading = {
  readonly target: Target
  readonly client: EnrollmentClient
  readonly course: Course
  readonly lint: LintContext
  readonly monotonic: () => number
}

export type ReadAnswer = {
  readonly profile: EnrollmentProfile | null
  /** For what comes after; null where the payloads could not be looked into. */
  readonly dict: Dict | null
}

/** Looks at the answer, its protection and the profile in it, and notes each as a step. */
export async function readAnswer({ url, answer }: ServerAnswer, reading: Reading): Promise<ReadAnswer> {
  const { target, client, course, lint, monotonic } = reading
  const { status, header, body } = answer
  let startedAt = monotonic()
  const since = () => {
    const ms = monotonic() - startedAt
    startedAt = monotonic()
    return ms
  }
  course.begin('answer')
  const isSuccess = status >= 200 && status < 300
  const read = await client.readProfile(isSuccess ? body : new Uint8Array())
  const judged = judgeAnswer({
    mode: target.mode,
    host: url.host,
    status,
    contentType: header('content-type') ?? '',
    retryAfter: header('retry-after')?.slice(0, 40),
    authenticate: header('www-authenticate')?.slice(0, 200),
    refusal: status === 403 ? client.readRefusal(body) : null,
    reading: read,
  })
  const clock = judgeClock(header('date'), lint.now, url.host)
  const evidence = { status, contentType: header('content-type')?.slice(0, 200) ?? null, form: read.looksLike }
  course.note({ name: 'answer', ms: since(), evidence, findings: [...judged, ...clock] })
  const isProfile = isSuccess && (read.value !== null || read.looksLike === 'encrypted')
  if (!isProfile) return { profile: null, dict: null }

  noteProtection(course, read, { ms: since(), now: lint.now })
  const isClosed = read.protection === 'encrypted' && !read.isOpened
  if (read.value === null || isClosed) return { profile: isClosed ? describeProfile(read) : null, dict: null }
  const profile = describeProfile(read)
  const findings = lintProfile(read.value, lint)
  const { payloads = [], topic = null, serverUrl = null, identity = null } = profile ?? {}
  course.note({ name: 'profile', ms: since(), evidence: { payloads, topic, serverUrl, identity }, findings })
  return { profile, dict: isDict(read.value) ? read.value : null }
}

function noteProtection(
  course: Course,
  read: ProfileReading,
  { ms, now }: { readonly ms: number; readonly now: number },
): void {
  const { protection, signature, isOpened } = read
  const evidence = {
    protection,
    signer: signature?.signer ?? null,
    signatureFits: signature ? signature.isValid : null,
    signerExpiresAt: signature?.signerExpiresAt ? new Date(signature.signerExpiresAt).toISOString() : null,
    ...(protection === 'encrypted' && { isOpened }),
  }
  course.note({ name: 'protection', ms, evidence, findings: judgeProtection(read, now) })
}

/** A device whose clock is right fails with a server whose clock is not, as soon as certificates are issued. */
function judgeClock(date: string | undefined, now: number, host: string): readonly RehearsalFinding[] {
  const theirs = date === undefined ? Number.NaN : Date.parse(date)
  if (Number.isNaN(theirs) || Math.abs(theirs - now) <= CLOCK_TOLERANCE_MS) return []
  const minutes = Math.round((theirs - now) / 60_000)
  return [{ severity: 'warning', code: 'clock-differs', facts: { host, minutes } }]
}
