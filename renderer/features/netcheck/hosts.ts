import type { HostCheck } from '../../../shared/model/network-check.ts'
import { cellsOf, describeHost } from '../../../shared/network-report.ts'
import { text } from '../../lib/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'
import type { TableSort } from '../../ui/VirtualTable.tsx'

export type HostLook = { readonly text: string; readonly icon: IconName; readonly tone: Tone }

/** The result of one host: a word and a shape. */
export function hostLook(host: HostCheck): HostLook {
  const { title } = describeHost(host, text().netcheck)
  if (host.verdict === 'ok') {
    return host.remarks.length > 0
      ? { text: title, icon: 'info', tone: 'info' }
      : { text: title, icon: 'check-circle', tone: 'good' }
  }
  if (host.verdict === 'not-checkable') return { text: title, icon: 'minus', tone: 'neutral' }
  return { text: title, icon: 'close-circle', tone: host.isCritical ? 'bad' : 'warn' }
}

/** Whether a step went well, in a word; a dash where it was not reached. */
export function stepText(step: { readonly outcome: string } | null): string {
  const words = text().troubleshoot.network.steps
  return step === null ? words.none : step.outcome === 'ok' ? words.ok : words.failed
}

export function hostKey({ host, port }: Pick<HostCheck, 'host' | 'port'>): string {
  return `${host}:${port}`
}

/** The usual port goes without saying. */
export function hostName({ host, port }: Pick<HostCheck, 'host' | 'port'>): string {
  return port === 443 ? host : `${host}:${port}`
}

export function troubles(hosts: readonly HostCheck[]): number {
  return hosts.filter(({ verdict }) => verdict !== 'ok' && verdict !== 'not-checkable').length
}

/** Equals stay in the order of the check. */
export function sortedHosts(hosts: readonly HostCheck[], { column, direction }: TableSort): readonly HostCheck[] {
  if (column === 'order') return hosts
  const sign = direction === 'asc' ? 1 : -1
  return hosts.toSorted((a, b) => sign * compare(sortValue(a, column), sortValue(b, column)))
}

function sortValue(host: HostCheck, column: string): string | number {
  const words = text().netcheck
  if (column === 'ms') return host.ms
  if (column === 'verdict') return describeHost(host, words).title
  if (column === 'issuer' || column === 'inspected') return cellsOf(host, words)[column]
  if (column === 'dns' || column === 'connect' || column === 'tls') return stepText(host[column])
  return host.host
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b)
}
