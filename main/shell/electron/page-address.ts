export const PAGE_SCHEME = 'app'
export const PAGE_ORIGIN = `${PAGE_SCHEME}://ade-desk`

export type PageAddress = {
  readonly url: string
  readonly origin: string
  /** Where the page's own requests may go: its origin, and in development the socket that reloads it. */
  readonly requestOrigins: readonly string[]
}

/** The built page; from source the development server's, on this computer only. A packaged program knows no other page. */
export function pageAddress({
  isPackaged,
  devServerUrl,
}: {
  readonly isPackaged: boolean
  readonly devServerUrl: string | undefined
}): PageAddress {
  if (!isPackaged && devServerUrl && /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/.test(devServerUrl)) {
    const origin = originOf(devServerUrl)
    return { url: devServerUrl, origin, requestOrigins: [origin, origin.replace('http:', 'ws:')] }
  }
  return { url: `${PAGE_ORIGIN}/`, origin: PAGE_ORIGIN, requestOrigins: [PAGE_ORIGIN] }
}

/** `URL.origin` is "null" for schemes of our own, so it is put together here. Empty for what is no address. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return ''
  const url = new URL(address)
  return `${url.protocol}//${url.host}`
}
