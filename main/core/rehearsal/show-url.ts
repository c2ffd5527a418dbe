const LONGEST_PART = 24
const LONGEST = 200

/** An address for people and reports: no user, no query, no fragment, and no part of the path that may be a token. */
export function showUrl(address: URL | string): string {
  const url = typeof address === 'string' ? (URL.canParse(address) ? new URL(address) : null) : address
  if (!url) return '–'
  const path = url.pathname
    .split('/')
    .map((part) => (part.length > LONGEST_PART ? '…' : part))
    .join('/')
  const shown = url.host === '' ? `${url.protocol}…` : `${url.protocol}//${url.host}${path}`
  return shown.slice(0, LONGEST)
}
