import type { AssignedDevice, AssignmentPlan, AssignmentReport } from '../../shared/contract/assignments.ts'
import { messagesIn } from '../../shared/messages/index.ts'
import type { CliContext } from './context.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { isoTime } from './json.ts'
import { table } from './output.ts'

/** What is done with devices: each has its own words for what it comes to and for what became of it. */
type Act = 'assign' | 'unassign' | 'retry' | 'release'

/** Rows of a table: JSON has all of them. */
const SHOWN_ROWS = 50

/** A dry run: nothing was asked and nothing has become of anything. */
export async function showPlan(
  context: CliContext,
  plan: AssignmentPlan,
  act: Act,
  more: { readonly sentence?: string } = {},
): Promise<void> {
  await context.output.result({ dryRun: true, plan, ...more, results: {}, devices: [] }, () =>
    [planText(act, plan), ...(more.sentence ? [`To release them: --confirm "${more.sentence}"`] : [])].join('\n'),
  )
}

/** What became of each device, beside whatever else a command tells. */
export async function showReport(
  context: CliContext,
  { plan, ...outcomes }: AssignmentReport,
  act: Act,
  more: object = {},
): Promise<void> {
  await showOutcomes(context, outcomes, act, { ...more, plan }, planText(act, plan))
}

export async function showOutcomes(
  context: CliContext,
  { results, devices }: Pick<AssignmentReport, 'results' | 'devices'>,
  act: Act,
  more: object,
  headline?: string,
): Promise<void> {
  const told = devices.map(({ serial, outcome, nextAttemptAt }) => ({
    serial,
    outcome,
    message: outcomeText(act, outcome),
    nextAttemptAt: isoTime(nextAttemptAt),
  }))
  await context.output.result({ ...more, results, devices: told }, () =>
    [
      ...(headline === undefined ? [] : [headline]),
      ...(devices.length === 0 ? [] : [outcomeTable(act, results)]),
      ...notDone(devices),
    ].join('\n'),
  )
  context.exitCode = exitCodeOfOutcomes(Object.keys(results))
}

function outcomeTable(act: Act, results: AssignmentReport['results']): string {
  return table(
    ['Outcome', 'Devices', 'Meaning'],
    Object.entries(results).map(([outcome, count]) => [outcome, String(count), outcomeText(act, outcome)]),
  )
}

/** What asks for nobody's attention. */
const GOOD: ReadonlySet<string> = new Set(['SUCCESS', 'UNCHANGED'])

/** Never told to Apple: what was named, or where it is published, has to be put right here. */
const OURS: ReadonlySet<string> = new Set(['NOT_FOUND', 'GONE', 'NOT_PUBLISHED'])

/** Neither done nor refused: a later run goes on with it. */
const OPEN: ReadonlySet<string> = new Set(['WAITING', 'NOT_SENT'])

/** Rows that fail alike answer with that failure's code; where some succeed, or they differ, with "partly done". */
export function exitCodeOfOutcomes(outcomes: readonly string[]): ExitCode {
  const codes = new Set(outcomes.map(exitCodeOfOutcome))
  if (codes.size > 1) return EXIT.partly
  return [...codes][0] ?? EXIT.done
}

function exitCodeOfOutcome(outcome: string): ExitCode {
  if (GOOD.has(outcome)) return EXIT.done
  if (OURS.has(outcome)) return EXIT.usage
  return OPEN.has(outcome) ? EXIT.partly : EXIT.refused
}

function notDone(devices: readonly AssignedDevice[]): readonly string[] {
  const open = devices.filter(({ outcome }) => !GOOD.has(outcome))
  if (open.length === 0) return []
  const rows = open
    .slice(0, SHOWN_ROWS)
    .map(({ serial, outcome, nextAttemptAt }) => [serial, outcome, isoTime(nextAttemptAt)])
  const more = open.length > SHOWN_ROWS ? [`… and ${open.length - SHOWN_ROWS} more: --json lists them all.`] : []
  return [table(['Serial', 'Outcome', 'Next attempt'], rows), ...more]
}

function planText(act: Act, { total, change, same, gone, unpublished }: AssignmentPlan): string {
  const { assignments } = messagesIn('en')
  const plan = assignments[act].plan(total, change, same, gone)
  return unpublished === 0 ? plan : `${plan} ${assignments.assign.unpublished(unpublished)}`
}

function outcomeText(act: Act, outcome: string): string {
  const { outcomes, releaseOutcomes, otherOutcome } = messagesIn('en').assignments
  const words: Readonly<Record<string, string>> = act === 'release' ? { ...outcomes, ...releaseOutcomes } : outcomes
  return Object.hasOwn(words, outcome) ? words[outcome]! : otherOutcome
}
