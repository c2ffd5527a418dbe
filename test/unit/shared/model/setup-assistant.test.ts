import { describe, expect, it } from 'vitest'
import { messagesIn } from '../../../../shared/messages/index.ts'
import {
  compareVersions,
  findSkipKey,
  panesOf,
  PLATFORM_OF,
  PRODUCTS,
  SKIP_KEYS,
} from '../../../../shared/model/setup-assistant.ts'
import { PANE_LINES } from './pane-table.ts'

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
  it('has every key once, with versions that are numbers in order', () => {
    const wrong = SKIP_KEYS.filter(({ key, on }) => {
      const spans = Object.values(on)
      const isInOrder = spans.every(({ since, deprecated, removed }) =>
        [deprecated, removed].every((end) => end === undefined || compareVersions(since, end) < 0),
      )
      const isNumber = spans.every(({ since }) => /^\d+(\.\d+)*$/.test(since))
      return !key || spans.length === 0 || !isInOrder || !isNumber
    })
    expect([wrong, new Set(SKIP_KEYS.map(({ key }) => key)).size]).toEqual([[], SKIP_KEYS.length])
  })
})

it('every pane has a name in every language, and no other has', () => {
  const keys = SKIP_KEYS.map(({ key }) => key).toSorted()
  for (const language of ['en', 'de'] as const)
    expect(Object.keys(messagesIn(language).profiles.assistant.names).toSorted()).toEqual(keys)
})

describe('panes of every key, platform and boundary version', () => {
  const keys = new Set(PANE_LINES.map(({ key }) => key))

  it('the file has the keys of the table and no others', () => {
    expect(new Set(SKIP_KEYS.map(({ key }) => key))).toEqual(keys)
  })

  const lines = PANE_LINES.flatMap((line) =>
    PRODUCTS.filter((product) => PLATFORM_OF[product] === line.os).map((product) => ({ ...line, product })),
  )

  it.each(lines)('$key on $product', ({ key, os, product, since, end, isUnsure, isLegacy, only }) => {
    const isHere = !isLegacy && (only ?? product) === product
    const skipped = isUnsure ? 'unsure' : 'skipped'
    for (const version of versionsOf(os)) {
      const isOver = end !== undefined && compareVersions(version, end) >= 0
      const isThere = isHere && compareVersions(version, since) >= 0 && !isOver
      const states = [stateOf(product, version, key), stateOf(product, version, key, [])]
      expect([version, ...states]).toEqual([version, ...(isThere ? [skipped, 'shown'] : ['absent', 'absent'])])
    }
  })

  it('a platform a key does not name never shows it', () => {
    const named = new Set(PANE_LINES.map(({ key, os }) => `${key} ${os}`))
    const wrong = [...keys].flatMap((key) =>
      PRODUCTS.filter(
        (product) => !named.has(`${key} ${PLATFORM_OF[product]}`) && stateOf(product, '99', key) !== 'absent',
      ),
    )
    expect(wrong).toEqual([])
  })
})

/** Every version at which anything changes on a platform, the one just before each, and one long after. */
function versionsOf(platform: string): readonly string[] {
  const marks = PANE_LINES.filter(({ os }) => os === platform).flatMap(({ since, end }) => [
    since,
    ...(end ? [end] : []),
  ])
  return [...new Set(marks.flatMap((version) => [before(version), version])), '99.0']
}

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
