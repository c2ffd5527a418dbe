import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { RehearsalInput } from '../../../shared/contract/rehearsal.ts'
import {
  DEVICE_PATIENCE,
  type Rehearsal,
  type RehearsalPlan,
  type RehearsalProgress,
} from '../../../shared/model/rehearsal.ts'
import type { EnrollmentClient } from '../../clients/enrollment/client-type.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import type { CorePorts } from '../ports.ts'
import { askServer, type Patience } from './ask-server.ts'
import { createCourse } from './course.ts'
import { isMac } from './device.ts'
import { readAnswer, type ReadAnswer } from './read-answer.ts'
import { targetOf } from './target.ts'
import { verdictOf } from './verdict.ts'
import { lookAtWhatFollows } from './what-follows.ts'

export type RehearsalPorts = Pick<CorePorts, 'db' | 'clock' | 'log'> & {
  /** As it is at that moment: the proxy is used. */
  readonly network: () => NetworkSettings
  /** Given with the command or the environment: a device trusts no others than its own and these. */
  readonly certificates: readonly string[]
  readonly openEnrollmentClient: (network: NetworkSettings) => EnrollmentClient
  /** Topics of the push certificates that were imported. */
  readonly pushTopics?: (() => readonly string[]) | undefined
  /** Shorter in tests. */
  readonly patience?: Patience | undefined
}

type Context = { readonly signal: AbortSignal; readonly report?: (progress: RehearsalProgress) => void }

export type RehearsalService = ReturnType<typeof createRehearsalService>

/** Plays a device's part of an enrollment against the server of a profile. */
export function createRehearsalService(ports: RehearsalPorts) {
  const { db, clock, log } = ports

  function plan(input: RehearsalInput): RehearsalPlan {
    return targetOf(db, input).plan
  }

  async function rehearse(input: RehearsalInput, { signal, report = () => {} }: Context): Promise<Rehearsal> {
    const startedAt = clock.now()
    const target = targetOf(db, input)
    const course = createCourse(target.plan, report)
    const { url, hosts, anchors, mode } = target.plan
    course.note({ name: 'target', ms: 0, evidence: { url, mode, hosts, anchors }, findings: target.findings })
    const { profile, dict } = target.url ? await play() : { profile: null, dict: null }
    const findings = course.findings()
    const verdict = verdictOf(findings, dict !== null)
    log.info('rehearsal.played', { host: target.url?.host ?? null, verdict, steps: course.steps.length })
    return { plan: target.plan, startedAt, finishedAt: clock.now(), steps: course.steps, profile, findings, verdict }

    async function play(): Promise<ReadAnswer> {
      const client = ports.openEnrollmentClient(ports.network())
      const certificates = [...ports.certificates, ...(input.certificates ?? [])]
      const patience = patienceFor(input, ports.patience)
      const { monotonic } = clock
      const answered = await askServer({ target, client, course, certificates, patience, signal })
      if (!answered) return { profile: null, dict: null }
      const lint = {
        product: target.plan.product,
        isMac: isMac(target.plan.product),
        isMultiUser: target.isMultiUser,
        pushTopics: [...(input.pushTopics ?? []), ...(ports.pushTopics?.() ?? [])],
        now: clock.now(),
        describeCertificate: client.describeCertificate,
      }
      const read = await readAnswer(answered, { target, client, course, lint, monotonic })
      if (!read.dict) return read
      const known = new Set([...target.hosts, ...(input.alsoHosts ?? [])])
      const { giveUpMs } = patience
      await lookAtWhatFollows({
        profile: read.dict,
        target,
        hosts: known,
        client,
        course,
        certificates,
        giveUpMs,
        monotonic,
        signal,
      })
      return read
    }
  }

  const handlers: CoreHandlers['rehearsal'] = {
    plan,
    run: (input, context) => rehearse(input, context),
  }
  return { handlers, plan, rehearse }
}

function patienceFor({ timeoutSeconds }: RehearsalInput, patience: Patience = DEVICE_PATIENCE): Patience {
  return timeoutSeconds === undefined ? patience : { ...patience, giveUpMs: timeoutSeconds * 1000 }
}
