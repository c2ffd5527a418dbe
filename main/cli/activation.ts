import type { Command } from 'commander'
import { serial as serialInput } from '../../shared/contract/devices.ts'
import { messagesIn } from '../../shared/messages/index.ts'
import { exitCodeOfOutcomes } from './assign-text.ts'
import { unlockVault, type CliContext } from './context.ts'
import { checked } from './input.ts'
import { isoTime } from './json.ts'
import { table } from './output.ts'
import type { Act } from './program.ts'

export function addActivationCommands(device: Command, act: Act): void {
  device
    .command('activation-lock')
    .argument('<serial>', 'serial number')
    .option('--message <text>', 'shown on the locked device')
    .description('turns Activation Lock on; the bypass code is kept in the vault')
    .action(act((context, [serial], options: { readonly message?: string }) => lock(context, serial!, options.message)))

  device
    .command('bypass-code')
    .argument('<serial>', 'serial number')
    .description('shows the code that opens a device locked from here')
    .action(act((context, [serial]) => showCodes(context, serial!)))
}

async function lock(context: CliContext, text: string, message: string | undefined): Promise<void> {
  const serial = checked(serialInput, text, 'SERIAL')
  const core = await unlockVault(context)
  const wish = { serial, ...(message !== undefined && { message }) }
  const { outcome } = await core.handlers.activation.lock(wish, context.call())
  const meaning = lockText(outcome)
  await context.output.result({ serial, outcome, message: meaning }, () => `${serial}: ${outcome}. ${meaning}`)
  context.exitCode = exitCodeOfOutcomes([outcome])
}

async function showCodes(context: CliContext, text: string): Promise<void> {
  const serial = checked(serialInput, text, 'SERIAL')
  const core = await unlockVault(context)
  const found = await core.handlers.activation.bypassCodes({ serial }, context.call())
  const codes = found.map(({ code, outcome, askedAt }) => ({ code, outcome, askedAt: isoTime(askedAt) }))
  await context.output.result({ serial, codes }, () =>
    table(
      ['Bypass code', 'Made', 'Apple answered'],
      codes.map(({ code, askedAt, outcome }) => [code, askedAt, outcome]),
    ),
  )
}

function lockText(outcome: string): string {
  const { lockOutcomes, otherLockOutcome } = messagesIn('en').assignments
  return Object.hasOwn(lockOutcomes, outcome) ? lockOutcomes[outcome as keyof typeof lockOutcomes] : otherLockOutcome
}
