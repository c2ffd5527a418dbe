import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { PAGE_HEADERS } from './page-headers.ts'

export type PageAnswer = {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Answers one request of the page from the built files below `root`: a known kind of file or 404, never anything else. */
export async function answerPage(root: string, url: URL): Promise<PageAnswer> {
  const name = pageFileName(url.pathname)
  const contentType = name && CONTENT_TYPES[extname(name)]
  if (!name || !contentType) return NOT_FOUND
  try {
    const body = new Uint8Array(await readFile(join(root, name)))
    return { status: 200, headers: { ...PAGE_HEADERS, 'content-type': contentType }, body }
  } catch {
    return NOT_FOUND
  }
}

/**
 * The file a page address means, as a relative name with forward slashes; undefined for anything but plain names.
 * The rule is a list of what is allowed, so that no spelling of `..`, no drive and no device name needs to be known.
 */
export function pageFileName(pathname: string): string | undefined {
  const name = pathname === '/' ? 'index.html' : pathname.slice(1)
  return name.split('/').every((part) => /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/.test(part)) ? name : undefined
}

const NOT_FOUND: PageAnswer = {
  status: 404,
  headers: { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  body: new TextEncoder().encode('not found'),
}
