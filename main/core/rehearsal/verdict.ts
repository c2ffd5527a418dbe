import type { RehearsalFinding, RehearsalFindingCode, RehearsalVerdict } from '../../../shared/model/rehearsal.ts'

/** No answer came that a device could use: the way, the proof of who answers, or a server that has no time. */
const UNREACHABLE: ReadonlySet<RehearsalFindingCode> = new Set<RehearsalFindingCode>([
  'host-not-found',
  'host-unreachable',
  'connect-timed-out',
  'connection-lost',
  'proxy-refused',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-other-name',
  'chain-incomplete',
  'authority-unknown',
  'anchors-do-not-fit',
  'tls-inspected',
  'tls-failed',
  'answer-timed-out',
  'server-busy',
])

const REFUSED: ReadonlySet<RehearsalFindingCode> = new Set<RehearsalFindingCode>([
  'authentication-required',
  'software-update-required',
  'platform-sso-required',
  'device-unrecognized',
  'well-known-failed',
  'pairing-token-missing',
  'request-refused',
])

/** `isRead`: an enrollment profile came and could be looked into. */
export function verdictOf(findings: readonly RehearsalFinding[], isRead: boolean): RehearsalVerdict {
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  if (errors.some((code) => UNREACHABLE.has(code))) return 'unreachable'
  if (errors.some((code) => REFUSED.has(code))) return 'refused'
  if (errors.length > 0) return 'faults'
  if (!isRead) return 'incomplete'
  return findings.some(({ severity }) => severity === 'warning') ? 'warnings' : 'ok'
}
