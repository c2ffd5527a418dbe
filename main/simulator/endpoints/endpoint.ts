import { Refusal } from '../refusal.ts'
import type { ScriptedAnswer } from '../script.ts'
import type { Service } from '../service.ts'
import type { World } from '../world.ts'

/** A request as it came in. */
export type Call = {
  readonly method: string
  /** Scheme, host, port, prefix and path as the client addressed them, without the query. */
  readonly address: string
  readonly query: URLSearchParams
  readonly authorization: string | undefined
  readonly bodyText: string
  /** X-Server-Protocol-Version, 1 when absent. */
  readonly version: number
}

/** What one request may see and use. */
export type Context = {
  readonly call: Call
  readonly world: World
  readonly service: Service
  readonly scripted: ScriptedAnswer | undefined
  /** Remembered in the request log. */
  readonly note: (facts: Readonly<Record<string, unknown>>) => void
}

export type Endpoint = {
  /** The name scripts know it by; `_responses` is added. */
  readonly name: string
  readonly path: string
  readonly methods: readonly string[]
  /** The JSON value of the answer; a `Refusal` is thrown for any status but 200. */
  readonly run: (context: Context) => unknown
}

/** The request body as an object with no other keys than these. */
export function readBody({ call, world, note }: Context, keys: readonly string[]): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(call.bodyText)
  } catch {
    throw new Refusal(400, 'MALFORMED_REQUEST_BODY')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, 'MALFORMED_REQUEST_BODY')
  const unknownKeys = Object.keys(value).filter((key) => !keys.includes(key))
  if (unknownKeys.length > 0) {
    note({ unknownKeys })
    if (world.settings().unknownKeys === 'refuse') throw new Refusal(400, 'MALFORMED_REQUEST_BODY')
  }
  // JSON.parse gave an object that is neither null nor a list.
  return value as Readonly<Record<string, unknown>>
}

/** The serial numbers of a request, each once. */
export function readSerials(value: unknown, maximum: number): readonly string[] {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) throw new Refusal(400, 'DEVICE_ID_REQUIRED')
  if (!Array.isArray(value) || !value.every((serial) => typeof serial === 'string') || value.length > maximum) {
    throw new Refusal(400, 'MALFORMED_REQUEST_BODY')
  }
  return [...new Set<string>(value)]
}
