const MAX_EXCERPT = 200
/** What may be a key, a token or a certificate. */
const LONG_SECRET = /[A-Za-z0-9+/=_-]{40,}/g
const NAMED_SECRET = /(passw\w{0,6}|secret|challenge|token|authorization)(["']?\s{0,3}[:=]\s{0,3}).{1,200}/gi

/** The line around a place, at most 200 characters, without what may be secret. */
export function excerptAt(text: string, at: number, length: number): string {
  const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - MAX_EXCERPT / 2)
  const end = text.indexOf('\n', at + length)
  const to = Math.min(end < 0 ? text.length : end, from + MAX_EXCERPT)
  return text.slice(from, to).replace(NAMED_SECRET, '$1$2…').replace(LONG_SECRET, '…').trim()
}
