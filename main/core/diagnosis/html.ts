import { escapeHtml } from '../../../shared/escape-html.ts'

/** HTML whose values were escaped: only `html` makes it. */
export type Html = { readonly markup: string }

/** Values are escaped, lists of HTML put together; nothing else gets into a page. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  const markup = parts.map((part, index) => part + (index < values.length ? render(values[index]!) : '')).join('')
  return { markup }
}

function render(value: string | number | Html | readonly Html[]): string {
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

export function htmlTable(headers: readonly string[], rows: readonly (readonly string[])[]): Html {
  return html`<table>
    <thead>
      <tr>
        ${headers.map((text) => html`<th scope="col">${text}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((text) => html`<td>${text}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}

const STYLE = `
  :root { color-scheme: light }
  body { font: 14px/1.5 system-ui, sans-serif; color: #1c1c1e; max-width: 52rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-block-start: 1.8rem } h3 { font-size: 1rem; margin-block-end: 0 }
  section { break-inside: avoid } .quiet { color: #5b5b60; margin-block: 0 }
  table { border-collapse: collapse; width: 100% } th, td { text-align: start; vertical-align: top; padding: 6px 10px 6px 0; border-block-end: 1px solid #d8d8dc }
  tr { break-inside: avoid } thead { display: table-header-group }
  @page { margin: 18mm }
`

/** One file, nothing loaded, no script: its policy says so to whoever opens it. */
export function htmlPage(language: string, title: string, parts: readonly Html[]): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'"
  const head = html`<meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width" /><title>${title}</title>`
  const body = parts.map(({ markup }) => markup).join('\n')
  return `<!doctype html>\n<html lang="${escapeHtml(language)}">\n<head>${head.markup}<style>${STYLE}</style></head>\n<body>\n${body}\n</body>\n</html>\n`
}
