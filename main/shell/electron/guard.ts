import type { Session, WebContents } from 'electron'
import type { Log } from '../../ports/log.ts'
import { originOf, type PageAddress } from './page-address.ts'

type Contents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>
type PageSession = Pick<
  Session,
  'on' | 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'webRequest'
>

/** The only permission a page of ours asks for: copy buttons. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write'

/** A window shows the page it was opened with: no other address, no second window, no embedded one. */
export function guardContents(contents: Contents, log: Log): void {
  const refuse = (what: string) => (event: { preventDefault: () => void; readonly url?: string }) => {
    event.preventDefault()
    log.warn('page.refused', { what, url: originOf(event.url ?? '') })
  }
  contents.on('will-navigate', refuse('navigation'))
  contents.on('will-frame-navigate', refuse('navigation of a frame'))
  contents.on('will-redirect', refuse('redirect'))
  contents.on('will-attach-webview', refuse('webview'))
  contents.setWindowOpenHandler(({ url }) => {
    log.warn('page.refused', { what: 'window', url: originOf(url) })
    return { action: 'deny' }
  })
}

/** The page's session: no permissions, no devices, no downloads, and no request that leaves the page's origin. */
export function guardSession(
  session: PageSession,
  { address, log }: { readonly address: PageAddress; readonly log: Log },
): void {
  const allows = (permission: string, requester: string) =>
    permission === ALLOWED_PERMISSION && originOf(requester) === address.origin

  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(allows(permission, details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => allows(permission, requestingOrigin))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isOwn = address.requestOrigins.includes(originOf(url))
    if (!isOwn) log.warn('page.refused', { what: 'request', url: originOf(url) })
    answer({ cancel: !isOwn })
  })
}
