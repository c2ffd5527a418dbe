import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { createSimulator, type Simulator } from '../../main/simulator/server.ts'
import { openInBrowser } from './open-in-browser.ts'
import { openInElectron } from './open-in-electron.ts'

/** Which shell the journey runs in: set by the project. */
export type ShellOption = { readonly shell: 'browser' | 'electron' }

/** Everything one run of the program may touch: fresh for every test. */
export type Places = { readonly dataDir: string; readonly downloadsDir: string; readonly appleUrl: string }

export type OpenApp = { readonly page: Page; readonly close: () => Promise<void> }

export type Desk = {
  readonly simulator: Simulator
  readonly dataDir: string
  readonly downloadsDir: string
  /** The page of the program as it runs now. */
  readonly page: () => Page
  /** Ends the program and starts it again over the same data. */
  readonly restart: () => Promise<Page>
  /** What the page may complain about in this test; every other error in it fails the test. */
  readonly expectComplaint: (pattern: RegExp) => void
}

const DEVICES = 200
const ACTION_TIMEOUT_MS = 15_000

export const test = base.extend<ShellOption & { readonly desk: Desk }>({
  shell: ['browser', { option: true }],

  desk: async ({ shell }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ade-desk-e2e-'))
    const [dataDir, downloadsDir] = [path.join(folder, 'data'), path.join(folder, 'downloads')]
    mkdirSync(downloadsDir)
    const simulator = await createSimulator({ devices: DEVICES })
    const openShell = shell === 'electron' ? openInElectron : openInBrowser
    const open = async (places: Places) => {
      const app = await openShell(places)
      app.page.setDefaultTimeout(ACTION_TIMEOUT_MS)
      return app
    }
    const places: Places = { dataDir, downloadsDir, appleUrl: simulator.url }
    const complaints: string[] = []
    const expected: RegExp[] = []

    let app = await open(places)
    const end = async () => {
      complaints.push(...(await complaintsOf(app.page)))
      await app.close()
    }
    await use({
      simulator,
      dataDir,
      downloadsDir,
      page: () => app.page,
      restart: async () => {
        await end()
        app = await open(places)
        return app.page
      },
      expectComplaint: (pattern) => void expected.push(pattern),
    })
    await end()
    await simulator.close()
    rmSync(folder, { recursive: true, maxRetries: 5 })
    expect(complaints.filter((text) => !expected.some((pattern) => pattern.test(text)))).toEqual([])
  },
})

export { expect }

/** Errors the page threw or printed; a breach of its content policy is among them. */
async function complaintsOf(page: Page): Promise<string[]> {
  const printed = (await page.consoleMessages({ filter: 'all' })).filter((message) => message.type() === 'error')
  return [
    ...printed.map((message) => message.text()),
    ...(await page.pageErrors({ filter: 'all' })).map((error) => String(error)),
  ]
}
