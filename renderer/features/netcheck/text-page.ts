import { escapeHtml } from '../../../shared/escape-html.ts'

/** A text as a page to print: its columns stay columns, and nothing in it is markup. */
export function textPage(title: string, plain: string): string {
  const style =
    'body{font:9px/1.5 ui-monospace,Consolas,monospace;color:#1c1c1e;margin:0}h1{font:600 16px system-ui,sans-serif}pre{white-space:pre-wrap;font:inherit}@page{size:A4 landscape;margin:14mm}'
  const policy = "default-src 'none'; style-src 'unsafe-inline'"
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><h1>${escapeHtml(title)}</h1><pre>${escapeHtml(plain)}</pre></body></html>`
}
