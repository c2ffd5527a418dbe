import type { X509Certificate } from 'node:crypto'
import type { PushFacts } from '../../../shared/model/credential.ts'
import { readBer, TAG } from '../token-file/ber.ts'
import { nameForPeople, nameParts } from '../token-file/distinguished-name.ts'

/** The topic stands in the subject's first UID. Source: Apple developer documentation, payload "MDM", key Topic. */
const UID = '0.9.2342.19200300.100.1.1'
const TOPIC = /^com\.apple\.mgmt\.[\x21-\x7e]{1,200}$/

export type PushCertificate = Omit<PushFacts, 'hasKey'> & { readonly pem: string; readonly expiresAt: number }

/** Undefined for a certificate of any other purpose. */
export function describeCertificate(certificate: X509Certificate): PushCertificate | undefined {
  const [tbs] = readBer(certificate.raw).children
  // The version, where it is given, is tagged; then serial number, algorithm, issuer, validity, subject (RFC 5280 §4.1).
  const fields = (tbs?.children ?? []).filter(({ tag }) => tag !== TAG.context0)
  const [, , issuer, , subject] = fields
  if (!issuer || !subject) return undefined
  const parts = nameParts(subject)
  const textOf = (type: string) => parts.find((part) => part.type === type && part.text !== '')?.text ?? null
  const topic = textOf(UID)
  if (topic === null || !TOPIC.test(topic)) return undefined
  return {
    topic,
    commonName: shown(textOf('CN')),
    country: shown(textOf('C')),
    issuer: nameForPeople(issuer),
    serialNumber: certificate.serialNumber,
    notBefore: certificate.validFromDate.getTime(),
    expiresAt: certificate.validToDate.getTime(),
    fingerprintSha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    pem: certificate.toString(),
  }
}

function shown(text: string | null): string | null {
  return text && text.replace(/\p{C}/gu, ' ').slice(0, 200)
}
