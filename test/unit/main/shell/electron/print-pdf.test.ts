import { expect, test } from 'vitest'
import { createPdfPrinter, PRINT_PARTITION } from '../../../../../main/shell/electron/print-pdf.ts'

type Answer = (answer: { cancel?: boolean }) => void

/** A session and windows that note what is asked of them. */
function fakeElectron({ fails = false } = {}) {
  const windows: { options: Electron.BrowserWindowConstructorOptions; isDestroyed: boolean }[] = []
  let handler: (() => Response) | undefined
  let onRequest: (details: { url: string }, answer: Answer) => void = () => {}
  const refused: string[] = []
  class BrowserWindow {
    readonly own
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      this.own = { options, isDestroyed: false }
      windows.push(this.own)
    }
    readonly webContents = {
      printToPDF: async () => {
        if (fails) throw new Error('made to fail')
        return Buffer.from(`%PDF-${await handler!().text()}`)
      },
    }
    async loadURL(url: string) {
      for (const asked of [url, 'https://example.com/', 'file:///etc/passwd'])
        onRequest({ url: asked }, ({ cancel }) => void (cancel && refused.push(asked)))
    }
    destroy() {
      this.own.isDestroyed = true
    }
  }
  const session = {
    fromPartition: (name: string) => {
      expect(name).toBe(PRINT_PARTITION)
      return {
        on: () => session,
        setPermissionRequestHandler: () => {},
        webRequest: { onBeforeRequest: (listener: typeof onRequest) => void (onRequest = listener) },
        protocol: {
          handle: (_scheme: string, answer: () => Response) => {
            if (handler) throw new Error('it is handled already')
            handler = answer
          },
          unhandle: () => void (handler = undefined),
        },
      }
    },
  }
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const electron = { BrowserWindow, session } as unknown as Parameters<typeof createPdfPrinter>[0]
  return { print: createPdfPrinter(electron, log), windows, refused }
}

test('a document is drawn by a window nobody sees, without scripts, in the sandbox, and nothing else is loaded', async () => {
  const { print, windows, refused } = fakeElectron()
  const [one, two] = await Promise.all([print('<p>one</p>'), print('<p>two</p>')])
  expect([one, two].map((bytes) => new TextDecoder().decode(bytes))).toEqual(['%PDF-<p>one</p>', '%PDF-<p>two</p>'])
  expect(windows).toHaveLength(2)
  for (const { options, isDestroyed } of windows) {
    expect(options.show).toBe(false)
    expect(options.webPreferences).toMatchObject({ javascript: false, sandbox: true, nodeIntegration: false })
    expect(options.webPreferences).not.toHaveProperty('preload')
    expect(isDestroyed).toBe(true)
  }
  expect(refused).toEqual(['https://example.com/', 'file:///etc/passwd', 'https://example.com/', 'file:///etc/passwd'])
})

test('a window that cannot print is gone too, and the next one prints', async () => {
  const { print, windows } = fakeElectron({ fails: true })
  await expect(print('<p>one</p>')).rejects.toThrow('made to fail')
  await expect(print('<p>two</p>')).rejects.toThrow('made to fail')
  expect(windows.map(({ isDestroyed }) => isDestroyed)).toEqual([true, true])
})
