import type { RehearsalFinding } from '../../../shared/model/rehearsal.ts'
import type { ProfileReading } from '../../clients/enrollment/client-type.ts'

/** A device takes bare, signed and encrypted profiles; a signature that does not fit it refuses. `now`: milliseconds UTC. */
export function judgeProtection(reading: ProfileReading, now: number): readonly RehearsalFinding[] {
  const { protection, signature, isOpened } = reading
  const findings: RehearsalFinding[] = []
  if (protection === 'encrypted' && !isOpened)
    findings.push({ severity: 'warning', code: 'profile-encrypted', facts: {} })
  if (protection === 'unsigned') findings.push({ severity: 'info', code: 'profile-unsigned', facts: {} })
  if (!signature) return findings
  const facts = { signer: signature.signer ?? '–' }
  if (!signature.isValid) findings.push({ severity: 'error', code: 'signature-invalid', facts })
  if (signature.signerExpiresAt !== null && signature.signerExpiresAt < now) {
    const date = new Date(signature.signerExpiresAt).toISOString().slice(0, 10)
    findings.push({ severity: 'warning', code: 'signer-expired', facts: { ...facts, date } })
  }
  return findings
}
