import { DEVICE_PATIENCE, type RehearsalFinding } from '../../../shared/model/rehearsal.ts'
import type { EnrollmentClient, Visit, VisitAnswer, VisitRemark } from '../../clients/enrollment/client-type.ts'
import type { Course } from './course.ts'
import { deviceOf } from './device.ts'
import { nextHop, type Asked } from './next-hop.ts'
import { showUrl } from './show-url.ts'
import type { Target } from './target.ts'

export type Patience = { readonly slowMs: number; readonly tooSlowMs: number; readonly giveUpMs: number }

export type Asking = {
  readonly target: Target
  readonly client: EnrollmentClient
  readonly course: Course
  readonly certificates: readonly string[]
  readonly patience: Patience
  readonly signal: AbortSignal
}

export type ServerAnswer = { readonly url: URL; readonly answer: VisitAnswer }

/** Tells the server about the device and follows its redirects; null where no answer is left to look at. */
export async function askServer(asking: Asking): Promise<ServerAnswer | null> {
  const { target, client, course, signal } = asking
  const machineInfo = await client.signMachineInfo(deviceOf(target.plan))
  signal.throwIfAborted()
  const asked: Asked[] = [{ url: target.url!, method: target.mode === 'web' ? 'GET' : 'POST' }]
  for (;;) {
    const { url, method } = asked.at(-1)!
    const visit = await client.visit(
      {
        url,
        method,
        // The header goes with the first request only, as from a device's web view.
        headers: headersFor(target, method, asked.length === 1 ? machineInfo : undefined),
        body: method === 'POST' ? machineInfo : undefined,
        anchors: target.anchors,
        certificates: asking.certificates,
        giveUpMs: asking.patience.giveUpMs,
        onlyPublic: false,
      },
      { signal, onStage: course.begin },
    )
    noteVisit(course, visit, url, asking.patience)
    if (!visit.answer) return null
    const { status, header } = visit.answer
    const next = nextHop({ status, location: header('location'), asked, hosts: target.hosts, mode: target.mode })
    if (next.kind === 'stay') return { url, answer: visit.answer }
    const findings = next.kind === 'stop' ? [next.finding] : []
    const to = next.kind === 'go' ? showUrl(next.url) : (next.finding.facts['to'] ?? null)
    course.note({ name: 'redirect', ms: 0, evidence: { status, to, isFollowed: next.kind === 'go' }, findings })
    if (next.kind === 'stop') return null
    asked.push({ url: next.url, method: next.method })
  }
}

function headersFor({ mode }: Target, method: string, machineInfo: Uint8Array | undefined): Record<string, string> {
  if (method === 'POST') return { Accept: '*/*', 'Content-Type': 'application/pkcs7-signature' }
  if (mode !== 'web' || !machineInfo) return { Accept: '*/*' }
  return { Accept: '*/*', 'x-apple-aspen-deviceinfo': Buffer.from(machineInfo).toString('base64') }
}

function noteVisit(course: Course, { stages, answer }: Visit, url: URL, patience: Patience): void {
  const total = stages.reduce((sum, { ms }) => sum + ms, 0)
  for (const { name, ms, evidence, failure, remarks } of stages) {
    const findings = [
      ...(failure ? [asFinding('error', failure)] : []),
      ...remarks.map((remark) => asFinding('warning', remark)),
      ...(answer && name === 'request' ? slowness(total, url, patience) : []),
    ]
    course.note({ name, ms, evidence: { url: showUrl(url), ...evidence }, findings })
  }
}

export function asFinding(severity: RehearsalFinding['severity'], { code, facts }: VisitRemark): RehearsalFinding {
  return { severity, code, facts }
}

/** Against what devices are known to bear, all stages together: a device waits for the whole of it. */
function slowness(total: number, url: URL, { slowMs, tooSlowMs }: Patience): readonly RehearsalFinding[] {
  if (total < slowMs) return []
  const facts = {
    host: url.host,
    seconds: Math.round(total / 1000),
    limit: Math.round(DEVICE_PATIENCE.tooSlowMs / 1000),
  }
  if (total < tooSlowMs) return [{ severity: 'warning', code: 'answer-slow', facts }]
  return [{ severity: 'error', code: 'answer-too-slow', facts }]
}
