import type { RehearsalFindingCode } from '../../../shared/model/rehearsal.ts'
import type { CheckOutcome } from '../../../shared/model/tree-checks.ts'
import type { RehearsalFacts } from './facts.ts'
import type { Found, Judges } from './judge.ts'
import { has } from './judge-network.ts'

type RehearsalChecks = Pick<
  Judges,
  'enrollment-answer' | 'enrollment-speed' | 'enrollment-profile' | 'certificate-authority'
>

/** What an enrollment played by this program came to. */
export const judgeRehearsal: RehearsalChecks = {
  'enrollment-answer': { rehearsal: answer },
  'enrollment-speed': {
    rehearsal: ({ findings, answerMs, host }) => {
      const facts = { host, ms: answerMs }
      if (has(findings, 'answer-timed-out', 'answer-too-slow')) return ['too-slow', facts]
      if (has(findings, 'answer-slow')) return ['slow', facts]
      return answerMs === null ? 'not-told' : ['fast', facts]
    },
  },
  'enrollment-profile': { rehearsal: enrollmentProfile },
  'certificate-authority': {
    rehearsal: ({ findings, hasProfile, identity }) => {
      if (!hasProfile) return 'not-told'
      const facts = { identity, ...firstFacts(findings, AUTHORITY) }
      if (identity === null || identity === 'pkcs12') return ['none', facts]
      if (has(findings, 'identity-server-unreachable')) return ['unreachable', facts]
      if (has(findings, 'certificate-payload-expired')) return ['expired', facts]
      if (has(findings, 'identity-server-answer', 'scep-url-invalid', 'acme-incomplete')) return ['refused', facts]
      return ['reached', facts]
    },
  },
}

const AUTHORITY: readonly RehearsalFindingCode[] = ['identity-server-unreachable', 'identity-server-answer']

type Answer = Exclude<CheckOutcome<'enrollment-answer'>, 'unknown'>

/** The first that was found counts: those before it keep the later ones from being seen. */
const ANSWERS: readonly (readonly [Answer, readonly RehearsalFindingCode[]])[] = [
  ['unreachable', ['host-not-found', 'host-unreachable', 'connect-timed-out', 'connection-lost', 'proxy-refused']],
  [
    'tls',
    [
      'certificate-expired',
      'certificate-not-yet-valid',
      'certificate-other-name',
      'chain-incomplete',
      'authority-unknown',
      'anchors-do-not-fit',
      'tls-inspected',
      'tls-failed',
      'trusted-here-only',
    ],
  ],
  ['timed-out', ['answer-timed-out']],
  ['update-required', ['software-update-required']],
  ['platform-sso', ['platform-sso-required']],
  ['unrecognized-device', ['device-unrecognized']],
  ['unauthorized', ['authentication-required']],
  [
    'redirected-away',
    ['redirect-other-host', 'redirect-to-http', 'redirect-loop', 'redirect-too-many', 'redirect-nowhere'],
  ],
  ['server-error', ['server-error', 'server-busy']],
  ['forbidden', ['request-refused', 'well-known-failed', 'pairing-token-missing', 'not-found']],
  ['web-page', ['answer-html']],
  ['not-a-profile', ['answer-empty', 'answer-not-a-profile', 'answer-too-large', 'answer-cut-off', 'answer-broken']],
]

function answer({ findings, host, hasProfile, answerMs, verdict }: RehearsalFacts): Found<'enrollment-answer'> {
  for (const [outcome, codes] of ANSWERS) {
    const found = findings.find(({ code, severity }) => codes.includes(code) && severity === 'error')
    if (found) return [outcome, { ...found.facts, host, ms: answerMs, finding: found.code }]
  }
  if (hasProfile) return ['profile', { host, ms: answerMs }]
  // A web page for signing in is as far as a program gets.
  return verdict === 'incomplete' ? 'not-told' : ['not-a-profile', { host, ms: answerMs }]
}

type Fault = Exclude<CheckOutcome<'enrollment-profile'>, 'unknown'>

const FAULTS: readonly (readonly [Fault, readonly RehearsalFindingCode[]])[] = [
  ['encrypted', ['profile-encrypted']],
  ['no-mdm-payload', ['no-mdm-payload', 'several-mdm-payloads']],
  [
    'no-identity',
    ['no-identity-payload', 'identity-reference-missing', 'identity-reference-unresolved', 'identity-wrong-type'],
  ],
  ['wrong-topic', ['topic-differs', 'topic-missing', 'topic-form']],
  ['url-not-https', ['server-url-not-https', 'check-in-url-not-https', 'server-url-missing']],
  ['signer-expired', ['signer-expired', 'signature-invalid']],
  ['unsigned', ['profile-unsigned']],
]

function enrollmentProfile({ findings, hasProfile, host }: RehearsalFacts): Found<'enrollment-profile'> {
  if (!hasProfile && has(findings, 'profile-encrypted')) return ['encrypted', { host }]
  if (!hasProfile) return has(findings, 'answer-broken', 'profile-type') ? ['unreadable', { host }] : 'not-told'
  for (const [outcome, codes] of FAULTS) {
    // A device installs what is badly signed, and its user is warned: worth noting here.
    const found = findings.find(({ code, severity }) => codes.includes(code) && severity !== 'info')
    if (found) return [outcome, { host, finding: found.code, ...found.facts }]
  }
  const other = findings.find(({ code, severity }) => severity === 'error' && isAboutProfile(code))
  if (other) return ['other-fault', { host, finding: other.code, ...other.facts }]
  return ['good', { host }]
}

function isAboutProfile(code: RehearsalFindingCode): boolean {
  return (
    !code.startsWith('identity-server') &&
    !code.startsWith('check-in-unreachable') &&
    !/^(?:host|connect|answer|redirect)-/.test(code)
  )
}

function firstFacts(findings: RehearsalFacts['findings'], codes: readonly RehearsalFindingCode[]) {
  return findings.find(({ code }) => codes.includes(code))?.facts ?? {}
}
