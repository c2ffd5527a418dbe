import type { CoreHandlers } from '../../shared/contract/index.ts'
import type { Settings } from '../../shared/model/settings.ts'
import type { Token } from '../../shared/model/token.ts'
import { logPath, readLastLines } from '../ports/log-files.ts'
import { redact } from '../ports/redact.ts'

const MAX_RUNS = 200
const MAX_LOG_LINES = 3000

export type DiagnosticsSource = {
  readonly handlers: CoreHandlers
  readonly dataDir: string
  readonly shell: string
  readonly now: () => number
}

/**
 * What somebody who helps needs to know, as JSON a person can read: versions, settings, the state of the store, tokens
 * and runs, the last lines of the log. Each part is asked for by itself, so that one that fails does not hide the others;
 * everything passes the redactor once more on its way out.
 */
export async function collectDiagnostics({ handlers, dataDir, shell, now }: DiagnosticsSource): Promise<string> {
  const call = { signal: new AbortController().signal, report: () => {} }
  const part = async (ask: () => unknown): Promise<unknown> => {
    try {
      const answer = await ask()
      // The redactor cuts long lists: here every item counts.
      return Array.isArray(answer) ? answer.map((item) => redact(item)) : redact(answer)
    } catch (error) {
      return { failed: redact(error) }
    }
  }
  const { app, settings, vault, tokens, sync, notices } = handlers
  const facts = {
    what: 'ADE Desk diagnostics. Holds no keys, passphrases or token values; device data is not part of it.',
    writtenAt: new Date(now()).toISOString(),
    shell,
    language: new Intl.DateTimeFormat().resolvedOptions().locale,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    program: await part(() => app.about({}, call)),
    doctor: await part(() => app.doctor({}, call)),
    settings: await part(async () => plainSettings(await settings.read({}, call))),
    vault: await part(() => vault.status({}, call)),
    tokens: await part(async () => (await tokens.list({}, call)).map(tokenFacts)),
    schedules: await part(() => sync.schedules({}, call)),
    running: await part(() => sync.running({}, call)),
    notices: await part(() => notices.list({}, call)),
    runs: await part(() => sync.runs({ limit: MAX_RUNS }, call)),
    log: await logLines(dataDir),
  }
  return `${JSON.stringify(facts, undefined, 2)}\n`
}

/** What describes a token. Named one by one: a member added later stays out until somebody decides. */
const TOKEN_FACTS = [
  'id',
  'name',
  'group',
  'serverName',
  'serverUuid',
  'orgName',
  'expiresAt',
  'daysLeft',
  'state',
  'stateSince',
  'lastFetchAt',
  'lastSyncAt',
  'nextSyncAt',
  'deviceCount',
] as const satisfies readonly (keyof Token)[]

function tokenFacts(token: Token) {
  return Object.fromEntries(TOKEN_FACTS.map((name) => [name, token[name]]))
}

/** Certificates are public, but long: how many there are is what matters. */
function plainSettings({ extraCertificates, ...rest }: Settings) {
  return { ...rest, extraCertificates: extraCertificates.length }
}

async function logLines(dataDir: string): Promise<readonly unknown[]> {
  const lines = await readLastLines(logPath(dataDir), { maxLines: MAX_LOG_LINES }).catch(() => [])
  return lines.map((line) => redact(parsed(line)))
}

/** A line cut off by a crash stays a text. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return line
  }
}
