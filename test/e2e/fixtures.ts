import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { createSimulator, type Simulator } from '../../main/simulator/server.ts'
import { openInBrowser } from './open-in-browser.ts'
import { openInElectron } from './open-in-electron.ts'
import { unlockVault } from './keyboard.ts'
import { makeSyncedStore, type SyncedStore } from './synced-store.ts'

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
/** Made once, and no part of the time of the first test that needs it. */
const STORE_TIMEOUT_MS = 120_000

type Fixtures = ShellOption & {
  /** A first start: no vault, nothing connected. */
  readonly desk: Desk
  /** The token Berlin is connected, its 200 devices are synced, the vault is open. */
  readonly berlin: Desk
}

export const test = base.extend<Fixtures, { readonly store: SyncedStore }>({
  shell: ['browser', { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern.
  store: [async ({}, use) => use(await makeSyncedStore(DEVICES)), { scope: 'worker', timeout: STORE_TIMEOUT_MS }],

  desk: ({ shell }, use) => withDesk(shell, undefined, use),

  berlin: ({ shell, store }, use) =>
    withDesk(shell, store, async (desk) => {
      await unlockVault(desk.page())
      await use(desk)
    }),
})

async function withDesk(
  shell: ShellOption['shell'],
  store: SyncedStore | undefined,
  use: (desk: Desk) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ade-desk-e2e-'))
  const [dataDir, downloadsDir] = [path.join(folder, 'data'), path.join(folder, 'downloads')]
  mkdirSync(downloadsDir)
  const simulator = await createSimulator({ devices: DEVICES })
  store?.copyTo(dataDir)
  store?.moveIn(simulator)
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
}

export { expect }

/** Errors the page threw or printed; a breach of its content policy is among them. */
async function complaintsOf(page: Page): Promise<string[]> {
  const printed = (await page.consoleMessages({ filter: 'all' })).filter((message) => message.type() === 'error')
  return [
    ...printed.map((message) => message.text()),
    ...(await page.pageErrors({ filter: 'all' })).map((error) => String(error)),
  ]
}
