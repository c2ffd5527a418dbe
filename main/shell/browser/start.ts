import { chromium, type BrowserContext, type Page } from 'playwright-core'
import type { Log } from '../../ports/log.ts'
import type { DesktopPowers } from '../desktop-handlers.ts'
import { createPageService, type PageCore } from '../serve-page.ts'
import { connectPage } from './bridge.ts'
import { createFileChooser } from './choose-file.ts'
import { PAGE_ORIGIN, PAGE_URL, refuseFurtherPages, routePage } from './page-route.ts'
import { browserPowers } from './powers.ts'
import { createPdfPrinter } from './print-pdf.ts'
import { createProfileDir, removeProfileDir } from './profile-dir.ts'

/** The browser to run. Without `headless` it is a window of its own without tabs and address bar. */
export type BrowserChoice = {
  readonly executablePath: string
  readonly headless?: boolean | undefined
  readonly args?: readonly string[] | undefined
}

export type BrowserShellOptions = {
  readonly browser: BrowserChoice
  readonly core: PageCore
  readonly dataDir: string
  readonly downloadsDir: string
  readonly pageDir: string
  readonly log: Log
  readonly ref: () => string
  /** Else the system's own dialog. */
  readonly chooseFile?: DesktopPowers['chooseFile'] | undefined
}

export type BrowserShell = {
  readonly page: Page
  /** Asks the page to show an address. */
  readonly show: (address: string) => void
  /** Resolves when the window has gone, whoever closed it. */
  readonly closed: Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the page in an installed browser, which is led over a pipe: nothing listens, and the browser has no network. */
export async function openBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const { core, log, ref } = options
  const profileDir = createProfileDir(options.dataDir)
  const context = await chromium.launchPersistentContext(profileDir, launchOptions(options.browser, isRootOnLinux()))
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve())).then(() =>
    removeProfileDir(profileDir),
  )
  const page = context.pages()[0] ?? (await context.newPage())
  page.once('close', () => void context.close())

  const powers = browserPowers({
    downloadsDir: options.downloadsDir,
    platform: process.platform,
    chooseFile: options.chooseFile ?? createFileChooser(process.platform),
    printPdf: createPdfPrinter(options.browser, isRootOnLinux()),
  })
  const { serve, show } = createPageService(core, powers, { dataDir: options.dataDir, log, ref })

  try {
    refuseFurtherPages(context, page, log)
    await routePage(context, options.pageDir, log)
    // The copy buttons; a browser may leave it to its settings. Naming one refuses all others.
    await context.grantPermissions(['clipboard-write'], { origin: PAGE_ORIGIN })
    await connectPage(context, page, { origin: PAGE_ORIGIN, log, serve })
    await page.goto(PAGE_URL)
  } catch (error) {
    await context.close()
    await closed
    throw error
  }
  return { page, show, closed, close: () => closeAndWait(context, closed) }
}

type LaunchOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>

/** Appearance follows the system: Playwright would otherwise play a light screen of a fixed size. */
export function launchOptions(
  { executablePath, headless = false, args = [] }: BrowserChoice,
  isRoot: boolean,
): LaunchOptions {
  return {
    executablePath,
    headless,
    viewport: null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    // Chromium makes "en-US@posix" of a neutral environment (LANG=C), which no formatter takes; Node reads it right.
    locale: new Intl.DateTimeFormat().resolvedOptions().locale,
    acceptDownloads: false,
    serviceWorkers: 'block',
    // Chrome refuses to run sandboxed as root; for everybody else the sandbox stays.
    chromiumSandbox: !isRoot,
    ignoreDefaultArgs: ['--enable-automation'],
    // Signals end this process in its own order: jobs first, then the window.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...(headless ? [] : ['--app=data:text/html,<title>ADE Desk</title>']),
      '--window-size=1280,800',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--no-proxy-server',
      '--block-new-web-contents',
      ...args,
    ],
  }
}

export function isRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

async function closeAndWait(context: BrowserContext, closed: Promise<void>): Promise<void> {
  await context.close()
  await closed
}
