import type { RehearsalFinding } from '../../../../shared/model/rehearsal.ts'
import type { PlistValue } from '../../../clients/enrollment/client-type.ts'
import { lintCertificates } from './certificates.ts'
import { lintIdentities } from './identity.ts'
import { lintMdm } from './mdm.ts'
import {
  day,
  finding,
  isDict,
  MDM,
  nameOf,
  payloadsOf,
  payloadsOfType,
  textAt,
  type Dict,
  type LintContext,
} from './payloads.ts'

const REQUIRED = ['PayloadIdentifier', 'PayloadUUID'] as const

/**
 * Everything that can be said about an enrollment profile without asking anybody, by what Apple demands of it
 * (developer documentation of the MDM payload and of enrollment profiles, read August 2026). Any value will do.
 */
export function lintProfile(value: PlistValue, context: LintContext): readonly RehearsalFinding[] {
  if (!isDict(value)) return [finding('error', 'profile-type', { type: '–' })]
  return [
    ...lintTop(value, context),
    ...lintPayloads(value),
    ...lintMdms(value, context),
    ...lintIdentities(value),
    ...lintCertificates(value, context),
  ]
}

function lintTop(profile: Dict, { isMac, now }: LintContext): readonly RehearsalFinding[] {
  const findings: RehearsalFinding[] = []
  if (profile['PayloadType'] !== 'Configuration')
    findings.push(finding('error', 'profile-type', { type: textAt(profile, 'PayloadType') ?? '–' }))
  for (const key of REQUIRED)
    if (textAt(profile, key) === null) findings.push(finding('error', 'profile-key-missing', { key }))
  if (profile['PayloadVersion'] !== 1) findings.push(finding('error', 'profile-key-missing', { key: 'PayloadVersion' }))
  if (!Array.isArray(profile['PayloadContent']))
    findings.push(finding('error', 'profile-key-missing', { key: 'PayloadContent' }))
  const scope = textAt(profile, 'PayloadScope')
  if (scope !== null && scope !== 'System')
    findings.push(finding(isMac ? 'error' : 'warning', 'scope-not-system', { scope: scope.slice(0, 40) }))
  const removal = profile['RemovalDate']
  if (removal instanceof Date && removal.getTime() < now)
    findings.push(finding('error', 'profile-expired', { date: day(removal.getTime()) }))
  return findings
}

function lintPayloads(profile: Dict): readonly RehearsalFinding[] {
  const payloads = payloadsOf(profile)
  const incomplete = payloads.flatMap((payload) => {
    const missing = ['PayloadType', ...REQUIRED].filter((key) => textAt(payload, key) === null)
    return missing.length === 0
      ? []
      : [finding('error', 'payload-incomplete', { payload: nameOf(payload), keys: missing.join(', ') })]
  })
  const uuids = repeated([profile, ...payloads].map((one) => textAt(one, 'PayloadUUID')?.toUpperCase() ?? null))
  const identifiers = repeated(payloads.map((one) => textAt(one, 'PayloadIdentifier')))
  return [
    ...incomplete,
    ...uuids.map((uuid) => finding('error', 'payload-uuid-repeated', { uuid: uuid.slice(0, 60) })),
    ...identifiers.map((id) => finding('warning', 'payload-identifier-repeated', { identifier: id.slice(0, 100) })),
  ]
}

function repeated(texts: readonly (string | null)[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const text of texts) {
    if (text === null) continue
    if (seen.has(text)) twice.add(text)
    seen.add(text)
  }
  return [...twice]
}

function lintMdms(profile: Dict, context: LintContext): readonly RehearsalFinding[] {
  const mdms = payloadsOfType(profile, MDM)
  if (mdms.length === 0) return [finding('error', 'no-mdm-payload')]
  const several = mdms.length > 1 ? [finding('error', 'several-mdm-payloads', { count: mdms.length })] : []
  return [...several, ...lintMdm(mdms[0]!, profile, context)]
}
