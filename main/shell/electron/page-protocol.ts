import type { CustomScheme, Protocol } from 'electron'
import { answerPage } from '../page-files.ts'
import { originOf, PAGE_ORIGIN, PAGE_SCHEME } from './page-address.ts'

/** Declared before the app is ready: a real origin with `https`-like rules, and nothing a page of ours does not need. */
export const PAGE_SCHEME_PRIVILEGES: CustomScheme = {
  scheme: PAGE_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: false, corsEnabled: false },
}

/** Serves the built page, and only it, under its own origin. */
export function servePageFiles(protocol: Pick<Protocol, 'handle'>, root: string): void {
  protocol.handle(PAGE_SCHEME, async (request) => {
    const isOwn = request.method === 'GET' && originOf(request.url) === PAGE_ORIGIN
    if (!isOwn) return new Response(null, { status: 403 })
    const { status, headers, body } = await answerPage(root, new URL(request.url))
    return new Response(body, { status, headers })
  })
}
