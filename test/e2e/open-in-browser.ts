import path from 'node:path'
import { pathToFileURL } from 'node:url'
import chromium from '@sparticuz/chromium'
import { silentLog } from '../../main/ports/log.ts'
import { PROTOCOL_VERSION } from '../../main/ports/network.ts'
import type * as OpenBrowser from '../../main/open-browser.ts'
import type { OpenApp, Places } from './fixtures.ts'

/** The bundled Chromium needs these in a container; unlike its own list they leave web security switched on. */
export const CHROMIUM_ARGS = ['--headless=shell', '--no-zygote', '--disable-gpu']

/** The built program through the browser shell. */
export async function openInBrowser({ dataDir, downloadsDir, appleUrl }: Places): Promise<OpenApp> {
  const entry = pathToFileURL(path.resolve('out/main/open-browser.js')).href
  const { openBrowserApp } = (await import(entry)) as typeof OpenBrowser
  return openBrowserApp({
    dataDir,
    downloadsDir,
    log: silentLog,
    browser: { executablePath: await chromium.executablePath(), headless: true, args: CHROMIUM_ARGS },
    network: { appleUrl, proxy: null, noProxy: null, extraCertificates: [], protocolVersion: PROTOCOL_VERSION },
  })
}
