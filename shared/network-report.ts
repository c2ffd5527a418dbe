import type { Messages } from './messages/index.ts'
import type { HostCheck, NetworkCheck } from './model/network-check.ts'

/** A network check as a network team can use it: rows for a table, CSV, and plain text to copy or print. */
type Words = Messages['netcheck']
type Column = keyof Words['columns']

/** Title, meaning, next step and who can repair it, as sentences. */
export type Finding = {
  readonly title: string
  readonly means: string
  readonly next: string
  readonly repairer: string
}

export function describeNetwork({ verdict, repairer }: NetworkCheck, words: Words): Finding {
  const [title, means, next] = words.network[verdict]
  return { title, means, next, repairer: words.repairers[repairer] }
}

export function describeHost({ verdict, repairer }: HostCheck, words: Words): Finding {
  const [title, means, next] = words.verdicts[verdict]
  return { title, means, next, repairer: words.repairers[repairer] }
}

export function remarksOf({ remarks }: HostCheck, words: Words): readonly string[] {
  return remarks.map((remark) => words.remarks[remark])
}

/** Everything of one host a network team may ask for; empty where it does not apply. */
export function cellsOf(host: HostCheck, words: Words): Readonly<Record<Column, string>> {
  const { dns, connect, tls, http, ntp } = host
  const own = tls?.chain[0]
  const { title, means, next, repairer } = describeHost(host, words)
  const failed = [ntp, http, tls, connect, dns].find((step) => step?.reason != null)
  return {
    host: host.host,
    port: String(host.port),
    protocol: host.protocol.toUpperCase(),
    listed: host.listed === host.host ? '' : host.listed,
    purpose: host.purpose ?? '',
    verdict: title,
    means,
    next,
    repairer,
    addresses: [...(dns?.ipv4 ?? []), ...(dns?.ipv6 ?? [])].join(' '),
    ipv4: connect?.ipv4 ?? '',
    ipv6: connect?.ipv6 ?? '',
    proxy: connect?.proxy ?? '',
    tls: tls?.protocol ?? '',
    issuer: host.issuer ?? '',
    expires: own ? day(own.expiresAt) : '',
    fingerprint: own?.fingerprintSha256 ?? '',
    inspected: host.inspected === null ? '' : host.inspected ? words.yes : words.no,
    status: http?.status == null ? '' : String(http.status),
    reason: failed?.reason ?? '',
    ms: String(host.ms),
    remarks: remarksOf(host, words).join('; '),
  }
}

/** RFC 4180 with a heading, in the order of the check. Texts of servers cannot become formulas. */
export function networkCsv({ hosts }: NetworkCheck, words: Words): string {
  const columns = Object.keys(words.columns) as Column[] // the keys of the catalogue
  const lines = [
    columns.map((column) => words.columns[column]),
    ...hosts.map((host) => {
      const cells = cellsOf(host, words)
      return columns.map((column) => cells[column])
    }),
  ]
  return lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')
}

/** As `csvText` of the reports, which the page cannot reach. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const TABLE: readonly Column[] = ['host', 'port', 'verdict', 'issuer', 'expires', 'reason', 'ms']

/** The whole check as text: what it comes to, the table, what is wrong host by host, and what it cannot see. */
export function networkText(check: NetworkCheck, words: Words): string {
  const { title, means, next, repairer } = describeNetwork(check, words)
  const isFine = check.verdict === 'ok'
  const parts = [
    [words.checkedAt(`${new Date(check.startedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`)],
    [`${title}. ${means}`, ...(isFine ? [] : [[next, words.repairedBy(repairer)].filter(Boolean).join(' ')])],
    [countFine(check, words), ...circumstances(check, words)],
    [networkTable(check, words)],
    check.hosts.flatMap((host) => troubleOf(host, words)),
    [words.limitsTitle, ...limitsOf(words).map((limit) => `- ${limit}`)],
  ]
  const texts = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return `${texts.join('\n\n')}\n`
}

/** What a check from this computer cannot see, as sentences. */
export function limitsOf(words: Words): readonly string[] {
  return Object.values(words.limits)
}

/** Columns of equal width. Nothing a server said can steer a terminal or a printer. */
export function networkTable({ hosts }: NetworkCheck, words: Words): string {
  const rows = [
    TABLE.map((column) => words.columns[column]),
    ...hosts.map((host) => {
      const cells = cellsOf(host, words)
      return TABLE.map((column) => plain(cells[column]) || '–')
    }),
  ]
  const widths = TABLE.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function countFine({ hosts }: NetworkCheck, words: Words): string {
  const checked = hosts.filter(({ verdict }) => verdict !== 'not-checkable')
  return words.summary(checked.filter(({ verdict }) => verdict === 'ok').length, checked.length)
}

/** Proxy, portal, clock and name servers, a line each. */
export function circumstances({ proxy, captive, clock, dnsServers }: NetworkCheck, words: Words): readonly string[] {
  const portal = { none: words.portalNone, portal: words.portalFound, unknown: words.portalUnknown }
  return [
    proxy.configured === null ? words.proxyNone : words.proxyUsed(proxy.configured),
    ...(proxy.differs && proxy.system !== null ? [words.proxySystem(plain(proxy.system))] : []),
    portal[captive.state],
    clock.offsetSeconds === null ? words.clockUnknown : words.clock(clock.offsetSeconds),
    ...(dnsServers.length > 0 ? [words.nameServers(dnsServers.join(', '))] : []),
  ]
}

function troubleOf(host: HostCheck, words: Words): readonly string[] {
  const remarks = remarksOf(host, words)
  const { title, means, next, repairer } = describeHost(host, words)
  const place = `${plain(host.host)}:${host.port}`
  const notes = remarks.length > 0 ? [`  ${words.columns.remarks}: ${remarks.join('; ')}`] : []
  if (host.verdict === 'ok') return notes.length > 0 ? [`${place}: ${title}.`, ...notes] : []
  if (host.verdict === 'not-checkable') return []
  return [`${place}: ${title}. ${means}`, `  ${next} ${words.repairedBy(repairer)}`, ...notes]
}

function plain(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}

function day(at: number): string {
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10)
}
