import type { Command } from 'commander'
import { rehearsalInput, type RehearsalInput } from '../../shared/contract/rehearsal.ts'
import { AppError } from '../../shared/errors.ts'
import { messagesIn } from '../../shared/messages/index.ts'
import type {
  EnrollmentProfile,
  Rehearsal,
  RehearsalFinding,
  RehearsalPlan,
  RehearsalProgress,
  RehearsalVerdict,
} from '../../shared/model/rehearsal.ts'
import type { CliContext } from './context.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { checked, wholeNumber } from './input.ts'
import { isoTime } from './json.ts'
import { printable, table } from './output.ts'
import type { Act } from './program.ts'

type RehearseOptions = {
  readonly url?: string
  readonly profile?: string
  readonly serial?: string
  readonly product?: string
  readonly osVersion?: string
  readonly alsoHost: readonly string[]
  readonly timeout?: string
}

/** Of what kind the trouble is; remarks and what only a person can go on with are none. */
const EXIT_CODES: Readonly<Record<RehearsalVerdict, ExitCode>> = {
  ok: EXIT.done,
  warnings: EXIT.done,
  incomplete: EXIT.done,
  faults: EXIT.partly,
  refused: EXIT.refused,
  unreachable: EXIT.unreachable,
}

export function addRehearseCommands(program: Command, act: Act): void {
  const collect = (value: string, before: readonly string[]) => [...before, value]
  program
    .command('rehearse')
    .description('plays the device’s part of an enrollment and says what would go wrong')
    .option('--url <url>', 'address at which devices enroll')
    .option('--profile <profile>', 'id or name: its address and anchor certificates are used')
    .option('--serial <serial>', 'serial number to enroll with; made up by default')
    .option('--product <product>', 'such as iPhone17,2 or Mac16,1')
    .option('--os-version <version>', 'such as 26.1')
    .option(
      '--also-host <host>',
      'look at this host too where the answer names it, although it is private',
      collect,
      [],
    )
    .option('--timeout <seconds>', 'how long an answer is waited for (60, as devices do)')
    .addHelpText('after', '\nThe global --ca-file <file> names further authorities that the device trusts.')
    .action(act((context, _args, options: RehearseOptions) => rehearse(context, options)))
}

async function rehearse(context: CliContext, options: RehearseOptions): Promise<void> {
  const input = readInput(options)
  const core = await context.core()
  const plan = await core.handlers.rehearsal.plan(input, context.call())
  context.output.say(announce(plan))
  const words = messagesIn('en').rehearsal
  const onProgress = ({ now }: RehearsalProgress) => {
    if (now) context.output.progress(`${words.steps[now]} …`)
  }
  const played = await core.handlers.rehearsal.run(input, context.call(onProgress))
  await context.output.result(rehearsalJson(played), () => rehearsalText(played))
  context.exitCode = EXIT_CODES[played.verdict]
}

function readInput({ url, profile, alsoHost, timeout, ...device }: RehearseOptions): RehearsalInput {
  if ((url === undefined) === (profile === undefined))
    throw new AppError('bad-input', 'give either --url or --profile', {
      path: url === undefined ? '--url' : '--profile',
    })
  const { shape } = rehearsalInput
  return {
    target: url === undefined ? { profile: profile! } : { url: checkedUrl(url) },
    ...(device.serial !== undefined && { serial: checked(shape.serial, device.serial, '--serial') }),
    ...(device.product !== undefined && { product: checked(shape.product, device.product, '--product') }),
    ...(device.osVersion !== undefined && { osVersion: checked(shape.osVersion, device.osVersion, '--os-version') }),
    ...(alsoHost.length > 0 && { alsoHosts: checked(shape.alsoHosts, alsoHost, '--also-host') }),
    ...(timeout !== undefined && {
      timeoutSeconds: checked(shape.timeoutSeconds, wholeNumber(timeout, '--timeout'), '--timeout'),
    }),
  }
}

/** http is a finding, as in a profile; what is no address at all is a slip of the hand. */
function checkedUrl(text: string): string {
  const url = text.trim()
  if (url.length <= 2000 && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url
  throw new AppError('bad-input', 'a complete address that begins with https:// is needed', { path: '--url' })
}

function announce({ url, serial, product, osVersion, isOwnSerial }: RehearsalPlan): string {
  const { announcement, madeUpSerial } = messagesIn('en').rehearsal
  const text = announcement(url, serial, product, osVersion)
  return printable(isOwnSerial ? text : `${text} ${madeUpSerial}`)
}

function rehearsalJson({ plan, startedAt, finishedAt, steps, profile, findings, verdict }: Rehearsal) {
  return {
    ...plan,
    startedAt: isoTime(startedAt),
    finishedAt: isoTime(finishedAt),
    steps,
    profile: profile && profileJson(profile),
    findings: findings.map(say),
    verdict,
  }
}

function profileJson(profile: EnrollmentProfile) {
  return { ...profile, signerExpiresAt: isoTime(profile.signerExpiresAt) }
}

function say({ severity, code, facts }: RehearsalFinding) {
  const { findings, remedies } = messagesIn('en').rehearsal
  return { severity, code, message: findings[code](facts), remedy: remedies[code] }
}

function rehearsalText({ steps, findings, verdict }: Rehearsal): string {
  const words = messagesIn('en').rehearsal
  const rows = steps.map(({ name, ms, outcome, evidence }) => [
    words.steps[name],
    `${ms} ms`,
    words.outcomes[outcome],
    Object.entries(evidence)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(', ') : String(value)}`)
      .join(' · '),
  ])
  const said = findings
    .map(say)
    .map(({ severity, code, message, remedy }) =>
      printable(`${words.severities[severity]}  ${code}  ${message}`).concat(`\n  ${printable(remedy)}`),
    )
  return [table(['Step', 'Time', 'Outcome', 'Evidence'], rows), '', ...said, '', words.verdicts[verdict]].join('\n')
}
