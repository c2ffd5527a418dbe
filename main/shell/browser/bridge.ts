import type { BrowserContext, Page } from 'playwright-core'
import { BRIDGE_NAME } from '../../../shared/bridge.ts'
import type { Log } from '../../ports/log.ts'
import { MAX_MESSAGE_TEXT } from '../message-limit.ts'
import { createPageSession } from '../page-session.ts'
import type { ServePage } from '../serve-page.ts'
import { decodeMessage, encodeMessage } from './codec.ts'

const POST_BINDING = '__adeDeskPost'
const DELIVER = '__adeDeskDeliver'

/** What a document posts before anything else. Navigation events do not tell a new document from a new fragment. */
const NEW_DOCUMENT = ''

type BridgeOptions = {
  readonly origin: string
  readonly log: Log
  readonly serve: ServePage
}

/** Gives the page of `context` the same `window.adeDesk` as the preload does. To be called before the page is loaded. */
export async function connectPage(
  context: BrowserContext,
  page: Page,
  { origin, log, serve }: BridgeOptions,
): Promise<void> {
  const session = createPageSession(createOutbox(page, log), serve)

  await context.exposeBinding(POST_BINDING, ({ frame, page: sender }, text: unknown) => {
    if (sender !== page || frame !== page.mainFrame() || new URL(frame.url()).origin !== origin) {
      return log.warn('ipc.foreign-sender', { url: frame.url() })
    }
    if (text === NEW_DOCUMENT) return session.end()
    if (typeof text !== 'string' || text.length > MAX_MESSAGE_TEXT) return log.warn('ipc.too-large', {})
    try {
      session.receive(decodeMessage(text))
    } catch (error) {
      log.warn('ipc.malformed', { error })
    }
  })
  await context.addInitScript({ content: bridgeSource() })
  page.on('crash', () => session.end())
  page.on('close', () => session.end())
}

/** Messages reach the page in order; those that gather while one batch is under way go together as the next. */
function createOutbox(page: Page, log: Log): (message: unknown) => void {
  let waiting: string[] = []
  let isSending = false

  async function send() {
    isSending = true
    while (waiting.length > 0 && !page.isClosed()) {
      const batch = waiting
      waiting = []
      // A page that has just gone has no use for the answer.
      await page
        .evaluate(deliver, { name: DELIVER, batch })
        .catch((error: unknown) => log.debug('ipc.not-delivered', { error }))
    }
    isSending = false
  }

  return (message) => {
    waiting.push(encodeMessage(message))
    if (!isSending) void send()
  }
}

/** Runs in the page. */
function deliver({ name, batch }: { readonly name: string; readonly batch: readonly string[] }): void {
  const receive = (globalThis as unknown as Record<string, ((text: string) => void) | undefined>)[name]
  for (const text of batch) receive?.(text)
}

/** The bridge as the page runs it before its own scripts; in the main frame only. */
function bridgeSource(): string {
  return `(() => {
    if (window !== window.top) return
    const encode = ${encodeMessage.toString()}
    const decode = ${decodeMessage.toString()}
    const post = window.${POST_BINDING}
    const listeners = new Set()
    void post('${NEW_DOCUMENT}')
    Object.defineProperty(window, '${DELIVER}', { value: (text) => {
      const message = decode(text)
      for (const listener of listeners) listener(message)
    } })
    Object.defineProperty(window, '${BRIDGE_NAME}', { value: Object.freeze({
      post: (message) => { void post(encode(message)) },
      listen: (listener) => {
        listeners.add(listener)
        return () => { listeners.delete(listener) }
      },
    }) })
  })()`
}
