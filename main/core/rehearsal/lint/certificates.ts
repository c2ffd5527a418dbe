import type { RehearsalFinding } from '../../../../shared/model/rehearsal.ts'
import { day, finding, nameOf, payloadsOf, type Dict, type LintContext } from './payloads.ts'

const CERTIFICATE_TYPES: ReadonlySet<unknown> = new Set([
  'com.apple.security.root',
  'com.apple.security.pkcs1',
  'com.apple.security.pem',
])
const MAX_CERTIFICATES = 50

/** The certificates a profile brings along, in DER. */
export function certificatesIn(profile: Dict): readonly Uint8Array[] {
  return certificatePayloads(profile).flatMap(({ PayloadContent: content }) => derOf(content) ?? [])
}

export function lintCertificates(
  profile: Dict,
  { now, describeCertificate }: LintContext,
): readonly RehearsalFinding[] {
  return certificatePayloads(profile).flatMap((payload) => {
    const der = derOf(payload['PayloadContent'])
    const certificate = der && describeCertificate(der)
    const facts = { payload: nameOf(payload) }
    if (!certificate) return [finding('error', 'certificate-payload-invalid', facts)]
    if (certificate.expiresAt > now) return []
    const more = { subject: certificate.subject, date: day(certificate.expiresAt) }
    return [finding('error', 'certificate-payload-expired', { ...facts, ...more })]
  })
}

function certificatePayloads(profile: Dict): readonly Dict[] {
  return payloadsOf(profile)
    .filter((payload) => CERTIFICATE_TYPES.has(payload['PayloadType']))
    .slice(0, MAX_CERTIFICATES)
}

/** A payload holds DER, or the text of a PEM file. */
function derOf(content: unknown): Uint8Array | undefined {
  if (!(content instanceof Uint8Array) || content.length === 0) return undefined
  if (content[0] === 0x30) return content
  const text = Buffer.from(content.subarray(0, 65_536)).toString('latin1')
  const block = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END/.exec(text)?.[1]
  return block === undefined ? undefined : Buffer.from(block, 'base64')
}
