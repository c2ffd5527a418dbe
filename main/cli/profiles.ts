import type { Command } from 'commander'
import { messagesIn } from '../../shared/messages/index.ts'
import type { ProfileFinding } from '../../shared/model/profile.ts'
import { checkProfileText } from '../core/profiles/index.ts'
import { EXIT } from './exit-codes.ts'
import { printable } from './output.ts'
import type { Act } from './program.ts'

export function addProfileCommands(program: Command, act: Act): void {
  const profile = program.command('profile').description('enrollment profiles')

  profile
    .command('validate')
    .argument('<file>', 'a profile as JSON')
    .description('says what Apple would refuse, what has no effect, and what is recommended')
    .action(
      act(async (context, [path]) => {
        const { valid, errors, warnings, advice } = checkProfileText(await context.readText(path!), Date.now())
        const json = { valid, errors: errors.map(say), warnings: warnings.map(say), advice: advice.map(say) }
        await context.output.result(json, () =>
          [
            valid ? `${path}: Apple takes this profile.` : `${path}: Apple refuses this profile.`,
            ...lines('error', json.errors),
            ...lines('warning', json.warnings),
            ...lines('advice', json.advice),
          ].join('\n'),
        )
        if (!valid) context.exitCode = EXIT.usage
      }),
    )
}

type Said = { readonly path: string; readonly code: string; readonly message: string }

function say({ path, code, rule, facts }: ProfileFinding): Said {
  return { path, code, message: messagesIn('en').profileRules[rule](facts) }
}

function lines(level: string, findings: readonly Said[]): readonly string[] {
  return findings.map(
    ({ path, code, message }) => printable(`${level}  ${path || '(profile)'}  ${code}`) + `\n  ${printable(message)}`,
  )
}
