import type { RehearsalFinding, RehearsalFindingCode, RehearsalMode } from '../../../shared/model/rehearsal.ts'
import type { ProfileReading, Refusal } from '../../clients/enrollment/client-type.ts'

export type Answered = {
  readonly mode: RehearsalMode
  readonly host: string
  readonly status: number
  readonly contentType: string
  readonly retryAfter: string | undefined
  readonly authenticate: string | undefined
  /** The body of a 403, where it is one of Apple's. */
  readonly refusal: Refusal | null
  readonly reading: ProfileReading
}

const PROFILE_TYPE = 'application/x-apple-aspen-config'

const REFUSALS: Readonly<Record<string, RehearsalFindingCode>> = {
  'com.apple.softwareupdate.required': 'software-update-required',
  'com.apple.psso.required': 'platform-sso-required',
  'com.apple.unrecognized.device': 'device-unrecognized',
  'com.apple.well-known.failed': 'well-known-failed',
  'com.apple.watch.pairing.token.missing': 'pairing-token-missing',
}

/** What an answer means before the profile in it is looked into. */
export function judgeAnswer(answered: Answered): readonly RehearsalFinding[] {
  const { status } = answered
  return status >= 200 && status < 300 ? judgeContent(answered) : [judgeStatus(answered)]
}

function judgeStatus({ host, status, retryAfter, authenticate, refusal }: Answered): RehearsalFinding {
  const facts = { host, status }
  if (status === 401) return error('authentication-required', { ...facts, scheme: authenticate?.split(' ')[0] ?? '–' })
  if (status === 403 && refusal) return refused(refusal, facts)
  if (status === 404 || status === 405 || status === 410) return error('not-found', facts)
  if (status === 429 || status === 503) return error('server-busy', { ...facts, retryAfter: retryAfter ?? '–' })
  return error(status >= 500 ? 'server-error' : 'request-refused', { ...facts, code: '–', message: '–' })
}

function refused({ code, message, details }: Refusal, facts: RehearsalFinding['facts']): RehearsalFinding {
  const known = REFUSALS[code]
  return error(known ?? 'request-refused', {
    ...facts,
    code,
    message: message ?? '–',
    osVersion: details['OSVersion'] ?? '–',
    build: details['BuildVersion'] ?? '–',
    authUrl: hostOf(details['AuthURL']),
  })
}

function hostOf(address: string | undefined): string {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : '–'
}

function judgeContent({ mode, host, contentType, reading }: Answered): readonly RehearsalFinding[] {
  const type = contentType.split(';')[0]!.trim().toLowerCase()
  const facts = { host, contentType: type || '–' }
  if (reading.looksLike === 'empty') return [error('answer-empty', facts)]
  if (reading.looksLike === 'html')
    return mode === 'web' ? [{ severity: 'info', code: 'sign-in-page', facts }] : [error('answer-html', facts)]
  const findings = type === PROFILE_TYPE ? [] : [error('content-type-wrong', facts)]
  if (reading.looksLike === 'encrypted' || reading.value !== null) return findings
  return [error('answer-not-a-profile', { ...facts, form: reading.looksLike })]
}

function error(code: RehearsalFindingCode, facts: RehearsalFinding['facts']): RehearsalFinding {
  return { severity: 'error', code, facts }
}
