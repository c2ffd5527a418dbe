import type { BrowserWindow, Session } from 'electron'
import type { Log } from '../../ports/log.ts'

/** In memory, and apart from the page's: nothing of the one is seen by the other. */
export const PRINT_PARTITION = 'ade-desk-print'
const SCHEME = 'app'
const ADDRESS = `${SCHEME}://print/`
const TIMEOUT_MS = 30_000

type Printing = {
  readonly BrowserWindow: new (options: Electron.BrowserWindowConstructorOptions) => Pick<
    BrowserWindow,
    'loadURL' | 'destroy'
  > & {
    readonly webContents: Pick<BrowserWindow['webContents'], 'printToPDF'>
  }
  readonly session: { readonly fromPartition: (name: string) => PrintSession }
}
type PrintSession = Pick<Session, 'setPermissionRequestHandler' | 'on' | 'webRequest'> & {
  readonly protocol: Pick<Session['protocol'], 'handle' | 'unhandle'>
}

/**
 * A document as PDF, drawn by a window nobody sees: sandboxed, without scripts, and its session answers one address, the
 * document's own. One at a time.
 */
export function createPdfPrinter(
  { BrowserWindow, session }: Printing,
  log: Log,
): (html: string) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve()
  return (html) => {
    const printed = last.then(() => print(html))
    last = printed.catch(() => {})
    return printed
  }

  async function print(html: string): Promise<Uint8Array> {
    const own = session.fromPartition(PRINT_PARTITION)
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    own.webRequest.onBeforeRequest(({ url }, answer) => {
      if (url !== ADDRESS) log.warn('print.refused', {})
      answer({ cancel: url !== ADDRESS })
    })
    own.protocol.handle(SCHEME, () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        partition: PRINT_PARTITION,
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
      },
    })
    try {
      return await inTime(
        window
          .loadURL(ADDRESS)
          .then(() => window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })),
      )
    } finally {
      window.destroy()
      own.protocol.unhandle(SCHEME)
    }
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('printing took too long')), TIMEOUT_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
