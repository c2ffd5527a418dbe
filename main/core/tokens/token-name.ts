const MAX_LENGTH = 90
const FALLBACK = 'Server token'

/**
 * The name a new token gets where nobody asked for one: the server's as Apple knows it, else the file's. The portal
 * names its files `<server>_Token_<time>_smime.p7m`; a browser adds ` (1)`.
 */
export function proposeName(serverName: string | undefined, fileName: string): string {
  return clean(serverName ?? '') || clean(nameOfFile(fileName)) || FALLBACK
}

function nameOfFile(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? ''
  return base.replace(/\.[^.]*$/, '').replace(/_Token_\d{4}-.*$/i, '')
}

/** Within the bounds of a name, with room for a number. */
function clean(text: string): string {
  return [...text.replace(/\p{Cc}/gu, ' ').trim()].slice(0, MAX_LENGTH).join('').trim()
}
