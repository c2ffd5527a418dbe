import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { guardContents, guardSession } from '../../../../../main/shell/electron/guard.ts'
import { pageAddress } from '../../../../../main/shell/electron/page-address.ts'
import { silentLog } from '../../../../../main/ports/log.ts'

type Contents = Parameters<typeof guardContents>[0]
type Session = Parameters<typeof guardSession>[0]
type Handler = (...given: unknown[]) => unknown

/** What Electron hands over, as far as the guards use it. */
function fakeContents() {
  const events = new EventEmitter()
  let openWindow: ((details: { url: string }) => { action: string }) | undefined
  const contents = Object.assign(events, {
    setWindowOpenHandler: (handler: typeof openWindow) => void (openWindow = handler),
  })
  return { contents: contents as unknown as Contents, events, open: (url: string) => openWindow!({ url }) }
}

function fakeSession() {
  const handlers: Record<string, Handler> = {}
  const keep = (name: string) => (handler: Handler) => void (handlers[name] = handler)
  const events = new EventEmitter()
  const session = Object.assign(events, {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    webRequest: { onBeforeRequest: keep('send') },
  })
  return { session: session as unknown as Session, events, handlers }
}

function refuses(events: EventEmitter, name: string): boolean {
  let isRefused = false
  events.emit(name, { url: 'https://example.com/', preventDefault: () => void (isRefused = true) })
  return isRefused
}

test('navigation, redirects, frames, windows and webviews are refused', () => {
  const { contents, events, open } = fakeContents()
  guardContents(contents, silentLog)
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    expect([name, refuses(events, name)]).toEqual([name, true])
  }
  expect(open('https://example.com/')).toEqual({ action: 'deny' })
})

test('a page may write to the clipboard and has no other permission, device or download', () => {
  const { session, events, handlers } = fakeSession()
  guardSession(session, { address: pageAddress({ isPackaged: true, devServerUrl: undefined }), log: silentLog })
  const asked = (permission: string, requestingUrl: string) => {
    let answer: unknown
    handlers['request']!(null, permission, (given: boolean) => (answer = given), { requestingUrl })
    return [answer, handlers['check']!(null, permission, requestingUrl)]
  }
  expect(asked('clipboard-sanitized-write', 'app://ade-desk/')).toEqual([true, true])
  expect(asked('clipboard-sanitized-write', 'https://example.com/')).toEqual([false, false])
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen']) {
    expect([permission, ...asked(permission, 'app://ade-desk/')]).toEqual([permission, false, false])
  }
  expect(handlers['device']!()).toBe(false)
  expect(refuses(events, 'will-download')).toBe(true)
})

test('no request leaves the program', () => {
  const { session, handlers } = fakeSession()
  guardSession(session, { address: pageAddress({ isPackaged: true, devServerUrl: undefined }), log: silentLog })
  const isCancelled = (url: string) => {
    let answer: { cancel?: boolean } = {}
    handlers['send']!({ url }, (given: { cancel?: boolean }) => (answer = given))
    return answer.cancel
  }
  expect(isCancelled('app://ade-desk/index.js')).toBe(false)
  const outside = [
    'https://example.com/',
    'wss://example.com/',
    'file:///etc/passwd',
    'app://other/',
    'blob:x',
    'ftp://a/',
  ]
  expect(outside.map(isCancelled)).toEqual(outside.map(() => true))
})
