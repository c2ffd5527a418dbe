import type { z } from 'zod'
import type { EdgeCode, ErrorCode } from '../errors.ts'
import type { Result } from '../result.ts'

/** Carries a type without a value: outputs are trusted, so nothing is checked at run time. */
export type Shape<T> = { readonly phantom?: T }

export function type<T>(): Shape<T> {
  return {}
}

export type Call<I extends z.ZodType = z.ZodType, O = unknown, P = unknown, F extends ErrorCode = ErrorCode> = {
  readonly kind: 'call'
  readonly input: I
  readonly output: Shape<O>
  readonly progress: Shape<P>
  readonly fails: readonly F[]
}

export type Push<T = unknown> = { readonly kind: 'push'; readonly payload: Shape<T> }

/** A list of calls by noun: the whole of what one side may ask of the other. */
export type Contract = Readonly<Record<string, Readonly<Record<string, Call | Push>>>>

export function call<I extends z.ZodType, O, P = never, const F extends ErrorCode = never>(declaration: {
  readonly input: I
  readonly output: Shape<O>
  readonly progress?: Shape<P>
  readonly fails?: readonly F[]
}): Call<I, O, P, F> {
  const { input, output, progress = {}, fails = [] } = declaration
  return { kind: 'call', input, output, progress, fails }
}

export function push<T>(): Push<T> {
  return { kind: 'push', payload: {} }
}

/** A failure as it travels: words are looked up by `code`; `ref` finds the full story in the log. */
export type CallError<F extends ErrorCode = ErrorCode> = {
  readonly code: F
  readonly message: string
  readonly ref: string
  readonly path?: string
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>
}

export type CallContext<P> = {
  readonly signal: AbortSignal
  /** At most ten reports a second reach the caller; the last one always does. */
  readonly report: (progress: P) => void
}

export type CallOptions<P> = { readonly signal?: AbortSignal; readonly onProgress?: (progress: P) => void }

type Handler<C> =
  C extends Call<infer I, infer O, infer P> ? (input: z.output<I>, context: CallContext<P>) => O | Promise<O> : never

type Caller<C> =
  C extends Call<infer I, infer O, infer P, infer F>
    ? (input: z.input<I>, options?: CallOptions<P>) => Promise<Result<O, CallError<F | EdgeCode>>>
    : C extends Push<infer T>
      ? (listener: (payload: T) => void) => () => void
      : never

type CallNames<N> = { [K in keyof N]: N[K] extends Call ? K : never }[keyof N]

/** What the serving side must provide: a missing or misspelt handler does not compile. */
export type Handlers<C extends Contract> = {
  readonly [N in keyof C]: { readonly [K in CallNames<C[N]>]: Handler<C[N][K]> }
}

/** What the calling side gets: a function per call, and per push a function that listens. */
export type Client<C extends Contract> = {
  readonly [N in keyof C]: { readonly [K in keyof C[N]]: Caller<C[N][K]> }
}

export type PushPayload<C> = C extends Push<infer T> ? T : never
