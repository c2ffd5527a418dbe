import { describe, expect, it } from 'vitest'
import {
  compareVersions,
  findSkipKey,
  panesOf,
  PLATFORM_OF,
  PRODUCTS,
  SKIP_KEYS,
} from '../../../../shared/model/setup-assistant.ts'

const stateOf = (
  product: (typeof PRODUCTS)[number],
  version: string,
  key: string,
  skipped: readonly string[] = [key],
) => panesOf(product, version, skipped).find((pane) => pane.key === key)?.state

/** The version just before: 26.1 → 26.0.9, 15.0 → 14.9, 10.12.4 → 10.12.3. */
function before(version: string): string {
  const parts = version.split('.').map(Number)
  while (parts.at(-1) === 0) parts.pop()
  const last = parts.pop()!
  return [...parts, last - 1, 99].join('.')
}

describe('the file of skip keys', () => {
  it('has every key once, a title, and versions that are numbers in order', () => {
    const wrong = SKIP_KEYS.filter(({ key, title, on }) => {
      const spans = Object.values(on)
      const isInOrder = spans.every(({ since, deprecated, removed }) =>
        [deprecated, removed].every((end) => end === undefined || compareVersions(since, end) < 0),
      )
      const isNumber = spans.every(({ since }) => /^\d+(\.\d+)*$/.test(since))
      return !key || !title || spans.length === 0 || !isInOrder || !isNumber
    })
    expect([wrong, new Set(SKIP_KEYS.map(({ key }) => key)).size]).toEqual([[], SKIP_KEYS.length])
  })
})

describe('panes of every key, platform and boundary version', () => {
  const boundaries = SKIP_KEYS.flatMap((skipKey) =>
    PRODUCTS.flatMap((product) => {
      const span = skipKey.on[PLATFORM_OF[product]]
      return span
        ? [{ ...skipKey, product, span, isHere: !skipKey.legacy && (skipKey.only ?? product) === product }]
        : []
    }),
  )

  it.each(boundaries)('$key on $product', ({ key, product, span, isHere }) => {
    const { since, deprecated, removed, unsure } = span
    const skipped = unsure ? 'unsure' : 'skipped'
    expect(stateOf(product, before(since), key)).toBe('absent')
    expect(stateOf(product, since, key)).toBe(isHere ? skipped : 'absent')
    expect(stateOf(product, since, key, [])).toBe(isHere ? 'shown' : 'absent')
    const end = removed ?? deprecated
    if (end === undefined) return
    expect(stateOf(product, before(end), key)).toBe(isHere ? skipped : 'absent')
    expect(stateOf(product, end, key)).toBe('absent')
  })

  it('a platform a key does not name never shows it', () => {
    const wrong = SKIP_KEYS.flatMap(({ key, on }) =>
      PRODUCTS.filter((product) => !on[PLATFORM_OF[product]] && stateOf(product, '99', key) !== 'absent'),
    )
    expect(wrong).toEqual([])
  })
})

describe('versions and keys', () => {
  it.each([
    ['9.3.2', '10', -1],
    ['10', '10.0', 0],
    ['26.1', '26', 1],
    ['26.10', '26.9', 1],
  ])('%s against %s', (a, b, sign) => expect(Math.sign(compareVersions(a, b))).toBe(sign))

  it('keys are written as Apple writes them', () => {
    expect([findSkipKey('TOS')?.key, findSkipKey('tos')]).toEqual(['TOS', undefined])
  })
})
