import { expect, test } from 'vitest'
import { createPageSession } from '../../../../main/shell/page-session.ts'
import type { Port } from '../../../../shared/contract/wire.ts'

function tracked() {
  const posted: unknown[] = []
  const opened: { port: Port; received: unknown[]; closed: boolean }[] = []
  const session = createPageSession(
    (message) => posted.push(message),
    (port) => {
      const service = { port, received: [] as unknown[], closed: false }
      port.listen((message) => service.received.push(message))
      opened.push(service)
      return { close: () => void (service.closed = true) }
    },
  )
  return { session, posted, opened }
}

test('a document that says nothing opens nothing; the first message opens its service and reaches it', () => {
  const { session, opened } = tracked()
  expect(opened).toEqual([])
  session.receive('a')
  session.receive('b')
  expect(opened.map(({ received }) => received)).toEqual([['a', 'b']])
})

test('a new document gets a new service and nothing that was meant for the one before', () => {
  const { session, posted, opened } = tracked()
  session.receive('a')
  session.end()
  session.receive('b')
  opened[0]!.port.post('late')
  opened[1]!.port.post('now')
  expect(posted).toEqual(['now'])
  expect(opened.map(({ received, closed }) => ({ received, closed }))).toEqual([
    { received: ['a'], closed: true },
    { received: ['b'], closed: false },
  ])
})

test('a message over the bounds reaches no service, and whoever asked is told', () => {
  const { session, posted, opened } = tracked()
  let deep: unknown = 'bottom'
  for (let n = 0; n < 100; n++) deep = [deep]
  session.receive({ type: 'call', id: 7, name: 'app.about', input: deep })
  expect(opened).toEqual([])
  expect(posted).toEqual([
    { type: 'done', id: 7, result: { ok: false, error: { code: 'bad-input', message: expect.any(String), ref: '' } } },
  ])
})
