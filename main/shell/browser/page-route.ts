import type { BrowserContext, Page, Route } from 'playwright-core'
import type { Log } from '../../ports/log.ts'
import { answerPage } from '../page-files.ts'

/** `.invalid` never resolves (RFC 2606): should a request escape, it has nowhere to go. */
export const PAGE_ORIGIN = 'https://ade-desk.invalid'
export const PAGE_URL = `${PAGE_ORIGIN}/`

/**
 * Answers the page's requests from disk and every other request with a failure: this browser has no network. What is not
 * routed (sockets) the page's policy refuses, and no name resolves.
 */
export async function routePage(context: BrowserContext, root: string, log: Log): Promise<void> {
  await context.route('**', async (route) => {
    const request = route.request()
    const url = new URL(request.url())
    const isOwn = url.origin === PAGE_ORIGIN && request.method() === 'GET'
    const leavesPage = request.isNavigationRequest() && url.href !== PAGE_URL
    if (isOwn && !leavesPage) return fulfil(route, root, url)
    log.warn('page.refused', { what: request.isNavigationRequest() ? 'navigation' : 'request', url: url.origin })
    // "aborted" ends a navigation without leaving the page that asked for it.
    await route.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient')
  })
}

/** One window only: any further page, whoever opened it, is closed. */
export function refuseFurtherPages(context: BrowserContext, page: Page, log: Log): void {
  context.on('page', (opened) => {
    if (opened === page) return
    log.warn('page.refused', { what: 'window' })
    void opened.close()
  })
}

async function fulfil(route: Route, root: string, url: URL): Promise<void> {
  const { status, headers, body } = await answerPage(root, url)
  await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) })
}
