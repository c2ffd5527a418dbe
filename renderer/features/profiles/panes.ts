import {
  compareVersions,
  findSkipKey,
  panesOf,
  PLATFORM_OF,
  SKIP_KEYS,
  type Pane,
  type PaneState,
  type Product,
} from '../../../shared/model/setup-assistant.ts'

/** Versions at which something changes in Setup Assistant of a product, newest first. */
export function versionsOf(product: Product): readonly string[] {
  const platform = PLATFORM_OF[product]
  const marks = SKIP_KEYS.flatMap(({ on }) => {
    const span = on[platform]
    return span ? [span.since, span.deprecated, span.removed].filter((version) => version !== undefined) : []
  })
  return [...new Set([...marks, CURRENT])]
    .filter((version) => compareVersions(version, OLDEST[platform]) >= 0)
    .toSorted((a, b) => compareVersions(b, a))
}

/** The system of this year, for platforms whose panes have not changed since long. */
const CURRENT = '27.0'

/** Older systems hardly enroll any more. */
const OLDEST = { iOS: '13.0', macOS: '11.0', tvOS: '11.0', visionOS: '26.0' } as const

export function newestVersion(product: Product): string {
  return versionsOf(product)[0] ?? CURRENT
}

/** The panes of a device in the order it shows them, and those it does not have. */
export function sortPanes(
  device: { readonly product: Product; readonly version: string },
  skipped: readonly string[],
): { readonly met: readonly Pane[]; readonly absent: readonly Pane[] } {
  const panes = panesOf(device.product, device.version, skipped)
  const isAbsent = ({ state }: Pane) => state === 'absent'
  return { met: panes.filter((pane) => !isAbsent(pane)), absent: panes.filter(isAbsent) }
}

export function countPanes(panes: readonly Pane[]): Readonly<Record<PaneState, number>> {
  const counts = { shown: 0, skipped: 0, unsure: 0, absent: 0 }
  for (const { state } of panes) counts[state]++
  return counts
}

/** The list with one key more or fewer; undefined for an empty list, which is not sent. */
export function toggleKey(skipped: readonly string[], key: string): readonly string[] | undefined {
  const next = skipped.includes(key) ? skipped.filter((one) => one !== key) : [...skipped, key]
  return next.length === 0 ? undefined : next
}

/** Keys of a text that Apple does not list, or only for old systems: kept as they are. */
export function otherKeys(skipped: readonly string[]): readonly { readonly key: string; readonly isKnown: boolean }[] {
  return [...new Set(skipped)].flatMap((key) => {
    const known = findSkipKey(key)
    return known && !known.legacy ? [] : [{ key, isKnown: known !== undefined }]
  })
}
