const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text inside of markup: nothing in it is markup, hides, or turns the direction of what stands around it. Lines stay lines. */
export function escapeHtml(text: string): string {
  return text
    .replace(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}
