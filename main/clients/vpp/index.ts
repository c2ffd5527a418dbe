import { AppError, isCancelled, type ErrorCode } from '../../../shared/errors.ts'
import type { Secret } from '../../../shared/secret.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import type { Random } from '../../ports/random.ts'
import type { Timeouts } from '../ade/dispatcher.ts'
import { retryAfterMs, Transient, withRetries } from '../ade/retry.ts'
import { createTransport, type Answer } from '../ade/transport.ts'
import { contentAddress } from './address.ts'
import { errorNumberOf, isBusy, problemOf, readAnswer, readClientConfig } from './answers.ts'
import type { StokenAnswer, VppClient } from './client-type.ts'

/** An answer has about a kilobyte; the list of error numbers, some dozens. */
const MAX_BODY_BYTES = 256 * 1024
const JSON_TYPE = 'application/json'
/** Small answers, and an import that goes on without one: nobody should wait for minutes. */
const TIMEOUTS: Timeouts = { connectMs: 8_000, headersMs: 30_000, wholeMs: 60_000 }

export type VppClientOptions = {
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly version: string
  readonly timeouts?: Timeouts
}

/**
 * Opens nothing yet. Only GET is ever sent: `POST /client/config` would claim the unit for this program.
 * Source: Apple developer documentation, App and Book Management API 2.0, "Client Config" and "Service Config".
 */
export function createVppClient(stoken: Secret, network: NetworkSettings, options: VppClientOptions): VppClient {
  const { clock, random, timeouts = TIMEOUTS } = options
  const transport = createTransport(
    { ...network, appleUrl: contentAddress(network.appleUrl) },
    { ...options, timeouts, maxBodyBytes: MAX_BODY_BYTES },
  )

  function get(path: string, isSecret: boolean, signal: AbortSignal | undefined): Promise<Answer> {
    const headers = {
      'Content-Type': JSON_TYPE,
      Accept: JSON_TYPE,
      ...(isSecret && { Authorization: `Bearer ${stoken.reveal()}` }),
    }
    const attempt = async () => {
      const answer = await transport.send({ method: 'GET', path, headers }, signal)
      const errorNumber = errorNumberOf(readAnswer(answer.text) ?? {})
      if (isBusy({ status: answer.status, errorNumber })) throw busy(answer, errorNumber)
      return answer
    }
    return withRetries(attempt, { clock, random, signal, isRepeatable: true, onWait: undefined })
  }

  async function ask(signal: AbortSignal | undefined): Promise<StokenAnswer> {
    const answer = await get('/client/config', true, signal)
    const members = readAnswer(answer.text)
    const appleNumber = members ? errorNumberOf(members) : null
    const problem = appleNumber === null ? undefined : problemOf(appleNumber)
    if (problem) return { kind: 'refused', problem, appleNumber }
    if (appleNumber !== null) return { kind: 'silent', code: 'ade.refused', appleNumber }
    const config = answer.status === 200 && members ? readClientConfig(members) : undefined
    if (config) return { kind: 'config', config }
    // Without a number it is anybody's answer: only who answers the open question as Apple does may refuse a token.
    const isRefusal = answer.status === 401 || answer.status === 403
    if (isRefusal && (await isAppleThere(signal))) return { kind: 'refused', problem: 'invalid', appleNumber: null }
    return { kind: 'silent', code: members && !isRefusal ? 'ade.protocol' : 'ade.not-apple', appleNumber: null }
  }

  /** `/service/config` needs no token and tells limits and addresses. */
  async function isAppleThere(signal: AbortSignal | undefined): Promise<boolean> {
    const answer = await get('/service/config', false, signal)
    const members = answer.status === 200 ? readAnswer(answer.text) : undefined
    return members !== undefined && ('limits' in members || 'urls' in members || 'errorCodes' in members)
  }

  return {
    async ask({ signal } = {}) {
      try {
        return await ask(signal)
      } catch (error) {
        if (!(error instanceof AppError) || isCancelled(error, signal)) throw error
        return { kind: 'silent', code: error.code satisfies ErrorCode, appleNumber: null }
      }
    },
    close: transport.close,
  }
}

function busy({ status, facts, header, answeredAt }: Answer, errorNumber: number | null): Transient {
  const error = new AppError('ade.busy', 'asking about a content token', {
    facts: { ...facts, status, appleCode: errorNumber === null ? null : String(errorNumber) },
  })
  return new Transient('busy', error, retryAfterMs(header('retry-after'), answeredAt))
}

export type { ClientConfig, StokenAnswer, VppClient } from './client-type.ts'
