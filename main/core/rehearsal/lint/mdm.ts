import type { RehearsalFinding, RehearsalFindingCode } from '../../../../shared/model/rehearsal.ts'
import { showUrl } from '../show-url.ts'
import {
  finding,
  IDENTITY_TYPES,
  payloadsOf,
  sameUuid,
  textAt,
  textsAt,
  type Dict,
  type LintContext,
} from './payloads.ts'

const ALL_RIGHTS = 8191
const TOPIC = /^com\.apple\.mgmt\.[^\s]+$/
const PER_USER = 'com.apple.mdm.per-user-connections'

/** A right that is worth nothing without another one. */
const NEEDED_RIGHTS = [
  [2, 1],
  [128, 64],
] as const

/** Only for devices that people enroll with an account of their own. */
const ACCOUNT_DRIVEN = ['AssignedManagedAppleID', 'EnrollmentMode', 'RequiredAppIDForMDM'] as const

export function lintMdm(mdm: Dict, profile: Dict, context: LintContext): readonly RehearsalFinding[] {
  return [
    ...lintUrls(mdm),
    ...lintTopic(mdm, context.pushTopics),
    ...lintReference(mdm, profile),
    ...lintRights(mdm),
    ...lintRest(mdm, profile, context),
  ]
}

function lintUrls(mdm: Dict): readonly RehearsalFinding[] {
  const server = textAt(mdm, 'ServerURL')
  const checkIn = textAt(mdm, 'CheckInURL')
  return [
    ...(server === null ? [finding('error', 'server-url-missing')] : notHttps(server, 'server-url-not-https')),
    ...(checkIn === null ? [] : notHttps(checkIn, 'check-in-url-not-https')),
  ]
}

function notHttps(text: string, code: RehearsalFindingCode): readonly RehearsalFinding[] {
  const isHttps = URL.canParse(text) && new URL(text).protocol === 'https:'
  return isHttps ? [] : [finding('error', code, { url: showUrl(text) })]
}

function lintTopic(mdm: Dict, known: readonly string[]): readonly RehearsalFinding[] {
  const topic = textAt(mdm, 'Topic')
  if (topic === null) return [finding('error', 'topic-missing')]
  const facts = { topic: topic.slice(0, 100) }
  if (!TOPIC.test(topic)) return [finding('error', 'topic-form', facts)]
  if (known.length === 0 || known.includes(topic)) return []
  return [finding('error', 'topic-differs', { ...facts, expected: known.join(', ').slice(0, 300) })]
}

function lintReference(mdm: Dict, profile: Dict): readonly RehearsalFinding[] {
  const uuid = textAt(mdm, 'IdentityCertificateUUID')
  if (uuid === null) return [finding('error', 'identity-reference-missing')]
  const meant = payloadsOf(profile).find((payload) => sameUuid(textAt(payload, 'PayloadUUID'), uuid))
  if (!meant) return [finding('error', 'identity-reference-unresolved', { uuid: uuid.slice(0, 60) })]
  const type = textAt(meant, 'PayloadType') ?? '–'
  return Object.hasOwn(IDENTITY_TYPES, type)
    ? []
    : [finding('error', 'identity-wrong-type', { type: type.slice(0, 100) })]
}

function lintRights(mdm: Dict): readonly RehearsalFinding[] {
  const rights = mdm['AccessRights']
  const isAccountDriven = ACCOUNT_DRIVEN.some((key) => Object.hasOwn(mdm, key))
  if (rights === undefined) return isAccountDriven ? [] : [finding('error', 'access-rights-missing')]
  if (typeof rights !== 'number' || !Number.isInteger(rights) || rights < 1 || rights > ALL_RIGHTS)
    return [finding('error', 'access-rights-invalid', { rights: (JSON.stringify(rights) ?? '').slice(0, 40) })]
  const lacking = NEEDED_RIGHTS.find(([right, needed]) => (rights & right) !== 0 && (rights & needed) === 0)
  if (lacking) return [finding('error', 'access-rights-incomplete', { rights, right: lacking[0], needed: lacking[1] })]
  return rights === ALL_RIGHTS ? [] : [finding('info', 'access-rights-limited', { rights })]
}

function lintRest(mdm: Dict, profile: Dict, { isMultiUser }: LintContext): readonly RehearsalFinding[] {
  const findings: RehearsalFinding[] = []
  if (mdm['UseDevelopmentAPNS'] === true) findings.push(finding('error', 'development-push'))
  if (mdm['SignMessage'] !== true) findings.push(finding('info', 'messages-unsigned'))
  if (isMultiUser && !textsAt(mdm, 'ServerCapabilities').includes(PER_USER))
    findings.push(finding('error', 'per-user-capability-missing', { capability: PER_USER }))
  const uuids = payloadsOf(profile).map((payload) => textAt(payload, 'PayloadUUID'))
  for (const key of ['ServerURLPinningCertificateUUIDs', 'CheckInURLPinningCertificateUUIDs'])
    for (const uuid of textsAt(mdm, key))
      if (!uuids.some((one) => sameUuid(one, uuid)))
        findings.push(finding('error', 'pinning-unresolved', { key, uuid: uuid.slice(0, 60) }))
  for (const key of ACCOUNT_DRIVEN)
    if (Object.hasOwn(mdm, key)) findings.push(finding('warning', 'account-driven-key', { key }))
  return findings
}
