import data from '../data/skip-keys.json' with { type: 'json' }

export const PRODUCTS = ['iPhone', 'iPad', 'Mac', 'Apple TV', 'Apple Vision Pro'] as const
export type Product = (typeof PRODUCTS)[number]

export type Platform = 'iOS' | 'macOS' | 'tvOS' | 'visionOS'

export const PLATFORM_OF: Readonly<Record<Product, Platform>> = {
  iPhone: 'iOS',
  iPad: 'iOS',
  Mac: 'macOS',
  'Apple TV': 'tvOS',
  'Apple Vision Pro': 'visionOS',
}

/** When a pane exists on a platform. Versions as Apple writes them: "26.1". */
type Span = {
  readonly since: string
  /** From this version on the key has no use: the pane is gone or always hidden. */
  readonly deprecated?: string
  readonly removed?: string
  /** Shown before the device has read its profile, so skipping may come too late. */
  readonly unsure?: boolean
}

export type SkipKey = {
  readonly key: string
  /** The one product of its platform that has the pane. */
  readonly only?: Product
  /** Met in old profiles; not offered for new ones. */
  readonly legacy?: boolean
  readonly on: Readonly<Partial<Record<Platform, Span>>>
}

/** In about the order in which Setup Assistant shows the panes; Apple documents none. */
export const SKIP_KEYS: readonly SkipKey[] = data.keys as readonly SkipKey[] // the file is held against this type by a test

const byKey: ReadonlyMap<string, SkipKey> = new Map(SKIP_KEYS.map((skipKey) => [skipKey.key, skipKey]))

/** Keys are compared as written: Apple's are case-sensitive. Undefined for a key Apple does not list. */
export function findSkipKey(key: string): SkipKey | undefined {
  return byKey.get(key)
}

/** `shown`: the user meets it. `unsure`: skipped, but it may appear all the same. `absent`: not on this system. */
export type PaneState = 'shown' | 'skipped' | 'unsure' | 'absent'
export type Pane = { readonly key: string; readonly state: PaneState }

/** What a person meets who sets up such a device with a profile that skips these keys. */
export function panesOf(product: Product, version: string, skipped: readonly string[]): readonly Pane[] {
  const wanted = new Set(skipped)
  return SKIP_KEYS.map((skipKey) => {
    const { key } = skipKey
    const span = existsOn(skipKey, product, version)
    if (!span) return { key, state: 'absent' }
    if (!wanted.has(key)) return { key, state: 'shown' }
    return { key, state: span.unsure ? 'unsure' : 'skipped' }
  })
}

function existsOn({ on, only, legacy }: SkipKey, product: Product, version: string): Span | undefined {
  const span = on[PLATFORM_OF[product]]
  if (!span || legacy || (only && only !== product)) return undefined
  if (compareVersions(version, span.since) < 0) return undefined
  const end = span.removed ?? span.deprecated
  return end !== undefined && compareVersions(version, end) >= 0 ? undefined : span
}

/** Below zero when `a` is the older: "9.3.2" < "10" = "10.0" < "26.1". What is no number counts as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function parts(version: string): readonly number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0)
}
