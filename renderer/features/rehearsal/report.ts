import {
  DEVICE_PATIENCE,
  type Rehearsal,
  type RehearsalFinding,
  type RehearsalStep,
  type RehearsalVerdict,
} from '../../../shared/model/rehearsal.ts'
import { formatDuration } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'

export type Look = { readonly text: string; readonly icon: IconName; readonly tone: Tone }

const OUTCOME_LOOKS = {
  ok: { icon: 'check-circle', tone: 'good' },
  warning: { icon: 'info', tone: 'info' },
  failed: { icon: 'close-circle', tone: 'bad' },
  skipped: { icon: 'minus', tone: 'neutral' },
} as const satisfies Record<RehearsalStep['outcome'], Omit<Look, 'text'>>

export function outcomeLook(outcome: RehearsalStep['outcome']): Look {
  return { text: text().rehearsal.outcomes[outcome], ...OUTCOME_LOOKS[outcome] }
}

const SEVERITY_LOOKS = {
  error: { icon: 'close-circle', tone: 'bad' },
  warning: { icon: 'alert', tone: 'warn' },
  info: { icon: 'info', tone: 'info' },
} as const satisfies Record<RehearsalFinding['severity'], Omit<Look, 'text'>>

export function severityLook(severity: RehearsalFinding['severity']): Look {
  return { text: text().rehearsal.severities[severity], ...SEVERITY_LOOKS[severity] }
}

export const VERDICT_TONES: Readonly<Record<RehearsalVerdict, Tone>> = {
  ok: 'good',
  warnings: 'good',
  incomplete: 'info',
  faults: 'bad',
  refused: 'bad',
  unreachable: 'bad',
}

/** How long a step took, against what a device bears. */
export function durationText({ ms }: Pick<RehearsalStep, 'ms'>): string {
  const words = text().troubleshoot.rehearsal
  const time = formatDuration(ms)
  if (ms >= DEVICE_PATIENCE.tooSlowMs) return words.tooSlow(time)
  return ms >= DEVICE_PATIENCE.slowMs ? words.slow(time) : words.took(time)
}

export type ToldFinding = { readonly says: string; readonly remedy: string }

export function findingText({ code, facts }: RehearsalFinding): ToldFinding {
  const { findings, remedies } = text().rehearsal
  return { says: findings[code](facts), remedy: remedies[code] }
}

/** The whole as text to hand on. Holds no secrets: addresses come without their query. */
export function rehearsalText({ plan, steps, findings, verdict, startedAt, finishedAt }: Rehearsal): string {
  const words = text().rehearsal
  const said = text().troubleshoot.rehearsal
  const lines = [
    `${plan.url} – ${plan.serial}, ${plan.product}, ${plan.osVersion}`,
    new Date(startedAt).toISOString(),
    '',
    words.verdicts[verdict],
    said.total(formatDuration(finishedAt - startedAt)),
    '',
    ...steps.map((step) => `- ${words.steps[step.name]}: ${words.outcomes[step.outcome]} (${formatDuration(step.ms)})`),
    '',
    ...findings.flatMap((finding) => {
      const { says, remedy } = findingText(finding)
      return [`${words.severities[finding.severity]}: ${says}`, `  ${remedy}`]
    }),
  ]
  return `${lines.map((line) => line.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')).join('\n')}\n`
}
