import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { RehearsalInput } from '../../../shared/contract/rehearsal.ts'
import { AppError } from '../../../shared/errors.ts'
import type { RehearsalPlan, RehearsalStep } from '../../../shared/model/rehearsal.ts'

/** A server that answers slowly, with a profile whose topic is another one. */
export function fakeRehearsalHandlers(): CoreHandlers['rehearsal'] {
  return {
    plan: (input) => planOf(input),
    run: async (input, { report, signal }) => {
      const startedAt = Date.now()
      const plan = planOf(input)
      for (const [index] of STEPS.entries()) {
        report({ plan, steps: STEPS.slice(0, index), now: STEPS[index]!.name })
        await new Promise((resolve) => setTimeout(resolve, 40))
        if (signal.aborted) throw new AppError('cancelled', '')
      }
      return {
        plan,
        startedAt,
        finishedAt: startedAt + 12_930,
        steps: STEPS,
        profile: {
          displayName: 'Workspace ONE Enrollment',
          identifier: 'com.example.enroll',
          uuid: '6E5B7C0D-6C0F-4C3B-9A55-2F6A9C8F0B11',
          organization: 'Example Corporation',
          protection: 'signed',
          signer: 'mdm.example.com',
          signerExpiresAt: Date.UTC(2027, 4, 2),
          payloads: ['com.apple.mdm', 'com.apple.security.scep'],
          serverUrl: 'https://mdm.example.com/mdm/server',
          checkInUrl: 'https://mdm.example.com/mdm/checkin',
          topic: 'com.apple.mgmt.External.1f2e3d4c',
          accessRights: 8191,
          signMessage: true,
          serverCapabilities: [],
          identity: 'scep',
          identityUrl: 'https://scep.example.com/scep',
        },
        findings: [
          {
            severity: 'error',
            code: 'topic-differs',
            facts: { topic: 'com.apple.mgmt.External.1f2e3d4c', expected: 'com.apple.mgmt.External.9a8b7c6d' },
          },
          { severity: 'warning', code: 'answer-slow', facts: { seconds: 12, host: 'mdm.example.com' } },
          { severity: 'info', code: 'messages-unsigned', facts: {} },
        ],
        verdict: 'faults',
      }
    },
  }
}

function planOf({ target, serial, product, osVersion }: RehearsalInput): RehearsalPlan {
  const url = 'url' in target ? target.url : 'https://mdm.example.com/enroll'
  if (!URL.canParse(url)) throw new AppError('profile.not-found', 'there is no such profile')
  return {
    mode: 'post',
    url,
    hosts: [new URL(url).hostname],
    anchors: 0,
    serial: serial ?? 'REHEARSALIO0',
    product: product ?? 'iPhone17,2',
    osVersion: osVersion ?? '26.1',
    isOwnSerial: serial !== undefined,
  }
}

const STEPS: readonly RehearsalStep[] = [
  { name: 'target', ms: 0, outcome: 'ok', evidence: {} },
  { name: 'resolve', ms: 14, outcome: 'ok', evidence: {} },
  { name: 'connect', ms: 21, outcome: 'ok', evidence: {} },
  { name: 'tls', ms: 48, outcome: 'ok', evidence: {} },
  { name: 'request', ms: 12_310, outcome: 'warning', evidence: {} },
  { name: 'answer', ms: 3, outcome: 'ok', evidence: {} },
  { name: 'protection', ms: 9, outcome: 'ok', evidence: {} },
  { name: 'profile', ms: 6, outcome: 'failed', evidence: {} },
  { name: 'identity', ms: 412, outcome: 'ok', evidence: {} },
  { name: 'check-in', ms: 107, outcome: 'ok', evidence: {} },
]
