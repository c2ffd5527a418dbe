import { isCancelled, STORE_CODES, type ErrorCode } from '../../shared/errors.ts'
import type { Call, CallError, Contract, Handlers, PushPayload } from '../../shared/contract/define.ts'
import { incoming, type Outgoing, type Port } from '../../shared/contract/wire.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { toAppError } from '../../shared/store-failure.ts'
import type { Log } from '../ports/log.ts'

const PROGRESS_INTERVAL_MS = 100

/** What any call may answer, declared or not. */
const EVERYWHERE: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['bad-input', ...STORE_CODES])

/** Calls one caller may have open at a time; a page that asks for more is broken or hostile. */
const MAX_OPEN_CALLS = 256

type AnyHandler = (input: unknown, context: { signal: AbortSignal; report: (p: unknown) => void }) => unknown

/**
 * Serves a contract over one port. One `serve` per window or worker: `close()` aborts its calls.
 * Input is parsed before the handler runs; a failure the call did not declare is logged and sent as `internal`, but for
 * one of the store (a full disk, another process), which may happen under any call.
 */
export function serve<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  port: Port,
  { log, ref }: { readonly log: Log; readonly ref: () => string },
) {
  const open = new Map<number, AbortController>()
  const post = (message: Outgoing) => port.post(message)

  async function answer(name: string, input: unknown, signal: AbortSignal, id: number) {
    const [noun = '', verb = ''] = name.split('.', 2)
    const member =
      Object.hasOwn(contract, noun) && Object.hasOwn(contract[noun]!, verb) ? contract[noun]![verb] : undefined
    if (member?.kind !== 'call') return fail(badInput(`there is no call named ${name}`, 'name'))
    const parsed = member.input.safeParse(input)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      return fail(badInput(issue?.message ?? 'not valid', issue?.path.join('.') ?? ''))
    }
    const progress = throttle((value) => post({ type: 'progress', id, progress: value }))
    try {
      const handler = (handlers[noun] as Record<string, AnyHandler>)[verb]!
      return ok(await handler(parsed.data, { signal, report: progress.report }))
    } catch (error) {
      return fail(toCallError(error, { member, name, signal, log, ref: ref() }))
    } finally {
      progress.flush()
    }
  }

  const stopListening = port.listen((raw) => {
    const message = incoming.safeParse(raw)
    if (!message.success) return log.warn('ipc.malformed', {})
    const { id } = message.data
    if (message.data.type === 'cancel') return open.get(id)?.abort()
    if (open.size >= MAX_OPEN_CALLS || open.has(id)) {
      return post({ type: 'done', id, result: fail(badInput('too many calls at once', 'id')) })
    }
    const controller = new AbortController()
    open.set(id, controller)
    void answer(message.data.name, message.data.input, controller.signal, id).then(
      (result: Result<unknown, CallError>) => {
        if (open.delete(id)) post({ type: 'done', id, result })
      },
    )
  })

  return {
    push<N extends keyof C & string, K extends keyof C[N] & string>(noun: N, verb: K, payload: PushPayload<C[N][K]>) {
      post({ type: 'push', name: `${noun}.${verb}`, payload })
    },
    close() {
      stopListening()
      for (const controller of open.values()) controller.abort()
      open.clear()
    },
  }
}

function badInput(message: string, path: string): CallError {
  return { code: 'bad-input', message, ref: '', ...(path ? { path } : {}) }
}

function toCallError(
  error: unknown,
  { member, name, signal, log, ref }: { member: Call; name: string; signal: AbortSignal; log: Log; ref: string },
): CallError {
  if (isCancelled(error, signal)) return { code: 'cancelled', message: 'cancelled', ref }
  const known = toAppError(error)
  if (known && (EVERYWHERE.has(known.code) || member.fails.includes(known.code))) {
    const { code, message, facts, path } = known
    if (known === error) log.info('call.failed', { name, code, message, ref, ...facts })
    else log.warn('call.failed', { name, code, message, ref, error })
    return { code, message, ref, facts, ...(path === undefined ? {} : { path }) }
  }
  log.error('call.broke', { name, ref, error })
  return { code: 'internal', message: 'unexpected failure', ref }
}

/** Lets one report through per interval and always the last one. */
function throttle(send: (value: unknown) => void) {
  let last = -Infinity
  let held: { value: unknown } | undefined
  return {
    report(value: unknown) {
      const now = performance.now()
      if (now - last < PROGRESS_INTERVAL_MS) held = { value }
      else {
        last = now
        held = undefined
        send(value)
      }
    },
    flush() {
      if (held) send(held.value)
      held = undefined
    },
  }
}
