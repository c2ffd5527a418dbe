import { isAbsolute } from 'node:path'
import type { IpcMainEvent, WebContents, WebFrameMain } from 'electron'
import { BRIDGE_CHANNEL, GIVEN_FILE_CHANNEL } from '../../../shared/bridge.ts'
import type { Log } from '../../ports/log.ts'
import { createPageSession } from '../page-session.ts'
import type { ServePage } from '../serve-page.ts'
import { originOf } from './page-address.ts'

type Contents = Pick<WebContents, 'on' | 'send' | 'isDestroyed' | 'mainFrame'> & {
  readonly ipc: Pick<WebContents['ipc'], 'on'>
}

export type PagePortOptions = {
  readonly origin: string
  readonly log: Log
  readonly serve: ServePage
  readonly allowReading: (path: string) => void
}

const MAX_PATH = 4096

/** Connects a window's page: messages are taken from the main frame of our own origin only. */
export function connectPage(contents: Contents, { origin, log, serve, allowReading }: PagePortOptions): void {
  const session = createPageSession((message) => {
    if (!contents.isDestroyed()) contents.send(BRIDGE_CHANNEL, message)
  }, serve)

  contents.ipc.on(BRIDGE_CHANNEL, (event, message: unknown) => {
    if (isOwnPage(event, contents.mainFrame, origin)) session.receive(message)
    else log.warn('ipc.foreign-sender', { url: event.senderFrame?.url ?? '' })
  })
  // Before the calls that name the path: messages of a page arrive in their order.
  contents.ipc.on(GIVEN_FILE_CHANNEL, (event, path: unknown) => {
    const isPath = typeof path === 'string' && path.length <= MAX_PATH && isAbsolute(path)
    if (isPath && isOwnPage(event, contents.mainFrame, origin)) allowReading(path)
    else log.warn('ipc.foreign-sender', { url: event.senderFrame?.url ?? '' })
  })
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) session.end()
  })
  contents.on('render-process-gone', () => session.end())
  contents.on('destroyed', () => session.end())
}

/** `senderFrame` is null once the frame has gone: then nobody is there to be answered. */
function isOwnPage(event: Pick<IpcMainEvent, 'senderFrame'>, mainFrame: WebFrameMain, origin: string): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === mainFrame && originOf(frame.url) === origin
}
