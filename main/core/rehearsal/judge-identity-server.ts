import type { RehearsalFinding } from '../../../shared/model/rehearsal.ts'
import type { VisitAnswer } from '../../clients/enrollment/client-type.ts'

const SCEP_WORDS = /^(?:POSTPKIOperation|Renewal|SHA-\d+|AES|DES3|SCEPStandard|GetNextCACert|Update)$/im
const ACME_MEMBERS = ['newNonce', 'newAccount', 'newOrder'] as const

export type IdentityServer = { readonly kind: 'scep' | 'acme'; readonly host: string }

/** Whether GetCACaps was answered by a SCEP server (RFC 8894 §3.5). */
export function isCapabilities(answer: VisitAnswer): boolean {
  return answer.status === 200 && SCEP_WORDS.test(textOf(answer))
}

/** Whether GetCACert was answered by one: a certificate or some (§4.2). */
export function isCaCertificate({ status, header, body }: VisitAnswer): boolean {
  return status === 200 && (/x-x509-ca/i.test(header('content-type') ?? '') || body[0] === 0x30)
}

/** Capabilities without SHA-2 or AES: today's devices ask for both. */
export function judgeCapabilities(answer: VisitAnswer, host: string): readonly RehearsalFinding[] {
  const text = textOf(answer)
  const isStandard = /^SCEPStandard$/im.test(text)
  const missing = [
    ...(isStandard || /^SHA-(?:256|512)$/im.test(text) ? [] : ['SHA-256']),
    ...(isStandard || /^AES$/im.test(text) ? [] : ['AES']),
  ]
  if (missing.length === 0) return []
  return [{ severity: 'warning', code: 'identity-server-weak', facts: { host, missing: missing.join(', ') } }]
}

export function isAcmeDirectory(answer: VisitAnswer): boolean {
  if (answer.status !== 200) return false
  try {
    const directory: unknown = JSON.parse(textOf(answer))
    return typeof directory === 'object' && directory !== null && ACME_MEMBERS.every((name) => name in directory)
  } catch {
    return false
  }
}

export function wrongAnswer({ status, header }: VisitAnswer, { kind, host }: IdentityServer): RehearsalFinding {
  const contentType = header('content-type')?.split(';')[0]?.slice(0, 100) ?? '–'
  return {
    severity: 'error',
    code: 'identity-server-answer',
    facts: { host, status, contentType, protocol: kind.toUpperCase() },
  }
}

function textOf({ body }: VisitAnswer): string {
  return Buffer.from(body.subarray(0, 65_536)).toString('utf8')
}
