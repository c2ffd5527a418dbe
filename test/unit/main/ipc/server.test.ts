import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { serve } from '../../../../main/ipc/server.ts'
import { silentLog, type Log } from '../../../../main/ports/log.ts'
import { createClient } from '../../../../shared/contract/client.ts'
import { call, push, type, type Handlers } from '../../../../shared/contract/define.ts'
import type { Port } from '../../../../shared/contract/wire.ts'
import { AppError } from '../../../../shared/errors.ts'

const contract = {
  things: {
    double: call({ input: z.strictObject({ n: z.number().max(100) }), output: type<number>(), fails: ['db.busy'] }),
    count: call({ input: z.strictObject({ to: z.number() }), output: type<number>(), progress: type<number>() }),
    wait: call({ input: z.strictObject({}), output: type<null>() }),
    changed: push<{ readonly id: number }>(),
  },
} as const

const handlers: Handlers<typeof contract> = {
  things: {
    double: ({ n }) => {
      if (n === 7) throw new AppError('db.busy', 'seven is taken', { facts: { n } })
      if (n === 8) throw new AppError('auth.expired', 'not declared')
      if (n === 9) throw new Error('a fault with a secret path')
      if (n === 10) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
      return n * 2
    },
    count: ({ to }, { report }) => {
      for (let n = 1; n <= to; n++) report(n)
      return to
    },
    wait: (_input, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
  },
}

const open: (() => void)[] = []
afterEach(() => open.splice(0).forEach((close) => close()))

function portOf(end: MessagePort): Port {
  return {
    post: (message) => end.postMessage(message),
    listen: (listener) => {
      end.on('message', listener)
      return () => end.off('message', listener)
    },
  }
}

function connect(log: Log = silentLog) {
  const { port1, port2 } = new MessageChannel()
  const server = serve(contract, handlers, portOf(port1), { log, ref: () => 'ref-1' })
  const client = createClient(contract, portOf(port2))
  open.push(() => port1.close())
  return { server, client, api: client.api, raw: port2 }
}

describe('a contract served over a message port', () => {
  it('answers with the handler’s value', async () => {
    expect(await connect().api.things.double({ n: 4 })).toEqual({ ok: true, value: 8 })
  })

  it('answers a declared failure with its code, words and facts', async () => {
    expect(await connect().api.things.double({ n: 7 })).toEqual({
      ok: false,
      error: { code: 'db.busy', message: 'seven is taken', ref: 'ref-1', facts: { n: 7 } },
    })
  })

  it.each([8, 9])(
    'answers a failure the call did not declare as internal, with nothing but a reference (%s)',
    async (n) => {
      expect(await connect().api.things.double({ n })).toEqual({
        ok: false,
        error: { code: 'internal', message: 'unexpected failure', ref: 'ref-1' },
      })
    },
  )

  it('says under any call that the disk is full', async () => {
    expect(await connect().api.things.double({ n: 10 })).toEqual({
      ok: false,
      error: {
        code: 'db.unwritable',
        message: 'the disk of the data folder is full',
        ref: 'ref-1',
        facts: { hint: expect.stringContaining('Make room') as unknown },
      },
    })
  })

  it('writes the full story of an internal failure to the log', async () => {
    const written: unknown[] = []
    await connect({ ...silentLog, error: (event, fields) => written.push([event, fields]) }).api.things.double({ n: 9 })
    expect(written).toMatchObject([['call.broke', { name: 'things.double', ref: 'ref-1' }]])
  })

  it.each([
    ['a value beyond its bound', { n: 101 }, 'n'],
    ['an unknown field', { n: 1, extra: true }, ''],
    ['no object', 'text', ''],
  ])('refuses %s before the handler runs', async (_what, input, path) => {
    const result = await connect().api.things.double(input as { n: number })
    expect(result).toMatchObject({ ok: false, error: { code: 'bad-input', ...(path && { path }) } })
  })

  it.each(['things.nothing', 'toString.call', '__proto__.x', 'things.changed', ''])(
    'knows no call that the contract does not list: %s',
    async (name) => {
      const { raw } = connect()
      const answer = new Promise((resolve) => raw.once('message', resolve))
      raw.postMessage({ type: 'call', id: 1, name, input: {} })
      expect(await answer).toMatchObject({ type: 'done', id: 1, result: { ok: false, error: { code: 'bad-input' } } })
    },
  )

  it('drops messages that are not of its form', async () => {
    const { raw, api } = connect()
    for (const message of [null, 'x', { type: 'call' }, { type: 'done', id: 1 }, { type: 'call', id: -1, name: 'a' }]) {
      raw.postMessage(message)
    }
    expect(await api.things.double({ n: 1 })).toEqual({ ok: true, value: 2 })
  })

  it('answers a cancelled call with cancelled, and only that call', async () => {
    const { api } = connect()
    const [first, second] = [new AbortController(), new AbortController()]
    const cancelled = api.things.wait({}, { signal: first.signal })
    const other = api.things.wait({}, { signal: second.signal })
    first.abort()
    expect(await cancelled).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    second.abort()
    expect(await other).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  it('does not send a call that is cancelled already', async () => {
    const result = await connect().api.things.wait({}, { signal: AbortSignal.abort() })
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  it('aborts what is open when the server closes, and answers it when the client closes', async () => {
    const { server, client, api } = connect()
    const waiting = api.things.wait({})
    server.close()
    client.close()
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  it('thins out progress but always delivers the last report before the answer', async () => {
    const seen: number[] = []
    await connect().api.things.count({ to: 10_000 }, { onProgress: (n) => seen.push(n) })
    expect(seen[0]).toBe(1)
    expect(seen.at(-1)).toBe(10_000)
    expect(seen.length).toBeLessThan(100)
  })

  it('delivers pushes to every listener until it stops listening', async () => {
    const { server, api } = connect()
    const seen: number[] = []
    const stop = api.things.changed(({ id }) => seen.push(id))
    server.push('things', 'changed', { id: 1 })
    await api.things.double({ n: 1 })
    stop()
    server.push('things', 'changed', { id: 2 })
    await api.things.double({ n: 1 })
    expect(seen).toEqual([1])
  })

  it('refuses more open calls than a page can sensibly have', async () => {
    const { api } = connect()
    const controller = new AbortController()
    const waiting = Array.from({ length: 256 }, () => api.things.wait({}, { signal: controller.signal }))
    expect(await api.things.double({ n: 1 })).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    controller.abort()
    await Promise.all(waiting)
  })
})

describe('the contract’s types', () => {
  it('refuse a missing handler and an undeclared failure', () => {
    const { double, count } = handlers.things
    // @ts-expect-error wait is missing
    const incomplete: Handlers<typeof contract>['things'] = { double, count }
    expect(Object.keys(incomplete)).toEqual(['double', 'count'])
  })
})
