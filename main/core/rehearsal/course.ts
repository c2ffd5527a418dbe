import {
  FINDING_SEVERITIES,
  type RehearsalEvidence,
  type RehearsalFinding,
  type RehearsalPlan,
  type RehearsalProgress,
  type RehearsalStep,
  type RehearsalStepName,
} from '../../../shared/model/rehearsal.ts'

export type Course = ReturnType<typeof createCourse>

type Noted = {
  readonly name: RehearsalStepName
  readonly ms: number
  readonly evidence: RehearsalEvidence
  readonly findings?: readonly RehearsalFinding[]
  readonly isSkipped?: boolean
}

/** What has happened so far in one rehearsal; each change is told. */
export function createCourse(plan: RehearsalPlan, report: (progress: RehearsalProgress) => void) {
  const steps: RehearsalStep[] = []
  const findings: RehearsalFinding[] = []
  let now: RehearsalStepName | null = null

  const tell = () => report({ plan, steps: [...steps], now })

  return {
    steps,
    begin(name: RehearsalStepName): void {
      now = name
      tell()
    },
    note({ name, ms, evidence, findings: found = [], isSkipped = false }: Noted): void {
      now = null
      findings.push(...found)
      steps.push({ name, ms: Math.round(ms), outcome: isSkipped ? 'skipped' : outcomeOf(found), evidence })
      tell()
    },
    /** Errors first; in each kind as they were found, the same one once. */
    findings(): readonly RehearsalFinding[] {
      const once = [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()]
      return once.toSorted(
        (one, other) => FINDING_SEVERITIES.indexOf(one.severity) - FINDING_SEVERITIES.indexOf(other.severity),
      )
    },
  }
}

function outcomeOf(findings: readonly RehearsalFinding[]): RehearsalStep['outcome'] {
  if (findings.some(({ severity }) => severity === 'error')) return 'failed'
  return findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'ok'
}
