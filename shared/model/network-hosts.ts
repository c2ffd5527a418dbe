import { z } from 'zod'
import data from '../data/network-hosts.json' with { type: 'json' }
import { HOST_CATEGORIES, HOST_PARTIES, SPOKEN, type NetworkHost } from './network-check.ts'
import { readHostName } from './network-target.ts'

const plainName = z.string().refine((name) => readHostName(name) === name, 'a host name in lower case is expected')

/** A line of the file; what is usual is left out there. */
const line = z
  .strictObject({
    name: z.union([plainName, z.templateLiteral(['*.', z.string()])]),
    checked: plainName.nullable().optional(),
    ports: z
      .array(z.strictObject({ port: z.number().int().min(1).max(65_535), spoken: z.enum(SPOKEN) }))
      .min(1)
      .max(8),
    category: z.enum(HOST_CATEGORIES),
    purpose: z.string().min(1),
    neededBy: z.array(z.enum(HOST_PARTIES)).min(1),
    worksThroughProxy: z.boolean().optional(),
    isCritical: z.boolean().optional(),
    note: z.string().min(1).optional(),
  })
  .transform(({ name, checked, worksThroughProxy = null, isCritical = false, note = null, ...rest }): NetworkHost => ({
    ...rest,
    name,
    checked: checked === undefined && !isWildcard(name) ? name : (checked ?? null),
    worksThroughProxy,
    isCritical,
    note,
  }))

const file = z.strictObject({ source: z.string().min(1), hosts: z.array(line).min(1) })

/** The list of hosts as the program brings it along. Fails with a `ZodError` that names the line at fault. */
export function readNetworkHosts(content: unknown): z.output<typeof file> {
  return file.parse(content)
}

const known = readNetworkHosts(data)

export const NETWORK_HOSTS: readonly NetworkHost[] = known.hosts
export const NETWORK_HOSTS_SOURCE = known.source

const byName = new Map(NETWORK_HOSTS.map((host) => [host.name, host]))
const byCheckedName = new Map(NETWORK_HOSTS.toReversed().map((host) => [host.checked, host]))

/**
 * The line a host falls under: its own, that of the name that is checked for a wildcard, or the nearest wildcard above
 * it. Undefined for hosts that are not on Apple's list.
 */
export function findNetworkHost(host: string): NetworkHost | undefined {
  const own = byName.get(host) ?? byCheckedName.get(host)
  if (own) return own
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
    const wildcard = byName.get(`*${host.slice(dot)}`)
    if (wildcard) return wildcard
  }
  return undefined
}

export function isWildcard(name: string): boolean {
  return name.startsWith('*.')
}
