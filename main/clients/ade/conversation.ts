import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Random } from '../../ports/random.ts'
import { failure, failureOf, meansSession, readObject, sessionFailureOf } from './answers.ts'
import type { Credentials, RequestOptions, WaitNotice } from './client-type.ts'
import { authorization } from './oauth.ts'
import { Transient, withRetries } from './retry.ts'
import { createSessions, type Session } from './session.ts'
import type { Answer, Transport, WireRequest } from './transport.ts'

export type Request = Omit<WireRequest, 'headers'> & {
  /** May be sent again after a failure that leaves open whether it was carried out. Reads are. */
  readonly isRepeatable: boolean
}

/** Understands the object of an answer; undefined where it is not what was asked for. */
type Reader<T> = (members: Readonly<Record<string, unknown>>) => T | undefined

/** Both reject with an `AppError`, or with the signal's reason. */
export type Conversation = {
  /** What `read` made of Apple's answer. */
  readonly ask: <T>(request: Request, read: Reader<T>, options?: RequestOptions) => Promise<T>
  /** Apple's answer as it came, known only to be a successful one. */
  readonly askUnread: (request: Request, options?: RequestOptions) => Promise<Answer>
}

type World = {
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly onWait?: ((notice: WaitNotice) => void) | undefined
}

const SESSION_HEADER = 'X-ADM-Auth-Session'
const MAX_EXCERPT = 1024
/** How often one call follows a session that others renamed meanwhile. Each time another call got its answer. */
const MAX_CATCH_UPS = 20

/**
 * Requests within a session that nobody else sees: opened when needed, followed when renamed, renewed once per attempt.
 * Not once per call: with an answer that is cut off the new name of the session may be lost, time and again.
 */
export function createConversation(credentials: Credentials, transport: Transport, world: World): Conversation {
  const { clock, random, log, onWait } = world
  const sessions = createSessions(openSession)

  async function openSession(): Promise<string> {
    // Every try is signed anew: Apple refuses a nonce it has seen.
    const stamp = { timestamp: Math.floor(clock.now() / 1000), nonce: Buffer.from(random.bytes(16)).toString('hex') }
    const signature = authorization(credentials, transport.addressOf('/session'), stamp)
    const answer = await transport.send({ method: 'GET', path: '/session', headers: { Authorization: signature } })
    if (!isSuccess(answer)) {
      const refusal = sessionFailureOf(answer, Math.round((clock.now() - answer.answeredAt) / 1000))
      // No body here, not even an excerpt: it may repeat what was signed.
      log.info('ade.session-refused', { ...answer.facts, error: errorOf(refusal).code })
      throw refusal
    }
    const token = readObject(answer)['auth_session_token']
    if (isSessionToken(token)) return token
    throw failure('ade.protocol', 'the answer holds no session', answer)
  }

  async function converse(request: Request, signal?: AbortSignal): Promise<Answer> {
    let session = await sessions.current(signal)
    let hasRenewed = false
    for (let catchUps = 0; ;) {
      const answer = await send(request, session, signal)
      const newest = sessions.newest()
      const rotated = answer.header(SESSION_HEADER.toLowerCase())
      sessions.adopt(session, isSessionToken(rotated) ? rotated : undefined)
      if (!meansSession(answer)) return answer
      if (newest && newest !== session && catchUps < MAX_CATCH_UPS) {
        catchUps++
        session = newest
        continue
      }
      if (hasRenewed) throw failure('auth.session', 'the new session was refused too', answer)
      hasRenewed = true
      session = await sessions.renew(session, signal)
    }
  }

  function send(request: Request, session: Session, signal?: AbortSignal): Promise<Answer> {
    const { isRepeatable: _, ...wire } = request
    return transport.send({ ...wire, headers: { [SESSION_HEADER]: session.token } }, signal)
  }

  function logRefusal(answer: Answer, refusal: AppError): void {
    log.info('ade.refused', { ...refusal.facts, error: refusal.code, body: answer.text.slice(0, MAX_EXCERPT) })
  }

  function settle<T>(request: Request, understand: (answer: Answer) => T, { signal }: RequestOptions = {}): Promise<T> {
    const attempt = async () => {
      const answer = await converse(request, signal)
      if (isSuccess(answer)) return understand(answer)
      const refusal = failureOf(answer)
      logRefusal(answer, errorOf(refusal))
      throw refusal
    }
    return withRetries(attempt, { clock, random, signal, onWait, isRepeatable: request.isRepeatable })
  }

  return {
    ask: (request, read, options) => settle(request, (answer) => understood(answer, read), options),
    askUnread: (request, options) => settle(request, (answer) => answer, options),
  }
}

/** Fails with `ade.protocol` where the answer is not what was asked for, or as `readObject` does. */
export function understood<T>(answer: Answer, read: Reader<T>): T {
  const value = read(readObject(answer))
  if (value !== undefined) return value
  throw failure('ade.protocol', 'the answer is not what was asked for', answer)
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300
}

/** What may be sent as a header. */
function isSessionToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]{1,8192}$/.test(value)
}

function errorOf(refusal: AppError | Transient): AppError {
  return refusal instanceof Transient ? refusal.error : refusal
}
