import type { Command } from 'commander'
import { MAX_GIVEN_HOSTS, networkCheckChoice } from '../../shared/contract/netcheck.ts'
import { AppError } from '../../shared/errors.ts'
import { messagesIn } from '../../shared/messages/index.ts'
import {
  HOST_CATEGORIES,
  type HostCategory,
  type HostCheck,
  type NetworkCheck,
  type NetworkCheckProgress,
  type ShownCertificate,
} from '../../shared/model/network-check.ts'
import { readCheckTarget } from '../../shared/model/network-target.ts'
import { networkCsv, networkText } from '../../shared/network-report.ts'
import type { CliContext } from './context.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { checked, oneOf } from './input.ts'
import { isoTime } from './json.ts'
import type { Act } from './program.ts'

type NetcheckOptions = {
  readonly category: readonly string[]
  readonly host: readonly string[]
  readonly timeout?: string
  readonly csv?: string
}

const ALL = 'all'

export function addNetcheckCommands(program: Command, act: Act): void {
  const collect = (value: string, before: readonly string[]) => [...before, value]
  program
    .command('netcheck')
    .option('--category <category>', `hosts of Apple’s list: ${[...HOST_CATEGORIES, ALL].join(', ')}`, collect, [])
    .option('--host <host:port...>', 'further hosts, such as the management server; 443 without a port', collect, [])
    .option('--timeout <seconds>', 'for each step of each host: name, connection, TLS, answer (5)')
    .option('--csv <file>', 'also writes the table as CSV')
    .description('checks from this computer whether the hosts that enrollment needs answer as they should')
    .action(act((context, _args, options: NetcheckOptions) => netcheck(context, options)))
}

async function netcheck(context: CliContext, options: NetcheckOptions): Promise<void> {
  const choice = checked(networkCheckChoice, readChoice(options), '--timeout')
  const core = await context.core()
  const words = messagesIn('en').netcheck
  const onProgress = ({ done, total, latest }: NetworkCheckProgress) =>
    context.output.progress(`${done} of ${total} hosts checked${latest ? `, ${latest.host}: ${latest.verdict}` : ''}`)
  const check = await core.handlers.netcheck.run(choice, context.call(onProgress))
  if (options.csv !== undefined) await context.writeFile(options.csv, networkCsv(check, words))
  await context.output.result(checkJson(check), () => networkText(check, words))
  context.exitCode = exitCodeOfCheck(check)
}

function readChoice({ category, host, timeout }: NetcheckOptions) {
  const hosts = host.map((text) => readCheckTarget(text, '--host'))
  if (hosts.length > MAX_GIVEN_HOSTS) {
    throw new AppError('bad-input', `at most ${MAX_GIVEN_HOSTS} hosts are checked at once`, { path: '--host' })
  }
  return {
    ...(category.length > 0 && { categories: [...new Set(category.flatMap(readCategory))] }),
    ...(hosts.length > 0 && { hosts }),
    ...(timeout !== undefined && { timeoutSeconds: readSeconds(timeout) }),
  }
}

/** As Apple writes them, too: "Device setup", "ABM/ASM". */
function readCategory(text: string): readonly HostCategory[] {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return word === ALL ? HOST_CATEGORIES : [oneOf(HOST_CATEGORIES, word, '--category')]
}

function readSeconds(text: string): number {
  if (/^\d{1,3}(\.\d{1,3})?$/.test(text)) return Number(text)
  throw new AppError('bad-input', `"${text}" is no number of seconds`, { path: '--timeout' })
}

/** 0 all in order, 4 some, 6 none: as for every command over several rows. */
export function exitCodeOfCheck({ hosts, verdict }: Pick<NetworkCheck, 'hosts' | 'verdict'>): ExitCode {
  if (verdict === 'ok' || verdict === 'nothing-checked') return EXIT.done
  return hosts.some((host) => host.verdict === 'ok') ? EXIT.partly : EXIT.unreachable
}

function checkJson({ startedAt, finishedAt, ...check }: NetworkCheck) {
  return { ...check, hosts: check.hosts.map(hostJson), startedAt: isoTime(startedAt), finishedAt: isoTime(finishedAt) }
}

function hostJson({ tls, ...host }: HostCheck) {
  return { ...host, tls: tls && { ...tls, chain: tls.chain.map(certificateJson) } }
}

function certificateJson({ notBefore, expiresAt, ...certificate }: ShownCertificate) {
  const time = (at: number) => (Number.isNaN(at) ? null : isoTime(at))
  return { ...certificate, notBefore: time(notBefore), expiresAt: time(expiresAt) }
}
