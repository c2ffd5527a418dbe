import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { connectPage } from '../../../../../main/shell/electron/page-port.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import type { Port } from '../../../../../shared/contract/wire.ts'

function fakeWindow() {
  const sent: unknown[] = []
  const allowed: string[] = []
  const mainFrame = { url: 'app://ade-desk/' }
  const ipc = new EventEmitter()
  const contents = Object.assign(new EventEmitter(), {
    ipc,
    mainFrame,
    isDestroyed: () => false,
    send: (_channel: string, message: unknown) => void sent.push(message),
  })
  const services: { port: Port; received: unknown[]; isOpen: boolean }[] = []
  connectPage(contents as unknown as Parameters<typeof connectPage>[0], {
    origin: 'app://ade-desk',
    log: silentLog,
    serve: (port) => {
      const service = { port, received: [] as unknown[], isOpen: true }
      port.listen((message) => service.received.push(message))
      services.push(service)
      return { close: () => void (service.isOpen = false) }
    },
    allowReading: (path) => void allowed.push(path),
  })
  const post = (message: unknown, senderFrame: unknown = mainFrame) => ipc.emit('bridge', { senderFrame }, message)
  const give = (path: unknown, senderFrame: unknown = mainFrame) => ipc.emit('given-file', { senderFrame }, path)
  return { contents, mainFrame, sent, services, allowed, post, give }
}

test('the page is heard and answered', () => {
  const { post, services, sent } = fakeWindow()
  post('hello')
  services[0]!.port.post('answer')
  expect([services[0]!.received, sent]).toEqual([['hello'], ['answer']])
})

test('a file that a person gave to the page may be read; others than the page and paths that lie nowhere do not count', () => {
  const { give, allowed, mainFrame } = fakeWindow()
  give('/home/admin/portal.csv')
  give('portal.csv')
  give({ path: '/etc/passwd' })
  give('/home/admin/other.csv', { url: 'app://ade-desk/' })
  mainFrame.url = 'https://example.com/'
  give('/home/admin/third.csv')
  expect(allowed).toEqual(['/home/admin/portal.csv'])
})

test('other frames, other origins and frames that are gone are not heard', () => {
  const { post, services, mainFrame } = fakeWindow()
  post('from a frame', { url: 'app://ade-desk/' })
  post('from nobody', null)
  mainFrame.url = 'https://example.com/'
  post('from elsewhere')
  mainFrame.url = 'app://ade-desk.example.com/'
  post('from a look-alike')
  expect(services).toEqual([])
})

test('navigation, a crash and the end of the window abort what was open', () => {
  for (const [event, details] of [
    ['did-start-navigation', { isMainFrame: true, isSameDocument: false }],
    ['render-process-gone', {}],
    ['destroyed', undefined],
  ] as const) {
    const { post, services, contents } = fakeWindow()
    post('hello')
    contents.emit(event, details)
    expect([event, services[0]!.isOpen]).toEqual([event, false])
  }
})

test('a fragment or an inner frame changes nothing', () => {
  const { post, services, contents } = fakeWindow()
  post('hello')
  contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
  contents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false })
  expect(services[0]!.isOpen).toBe(true)
})
