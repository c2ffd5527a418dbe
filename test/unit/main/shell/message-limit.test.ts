import { describe, expect, it } from 'vitest'
import { isBounded } from '../../../../main/shell/message-limit.ts'

const call = (input: unknown) => ({ type: 'call', id: 1, name: 'tokens.importFile', input })

function nested(levels: number): unknown {
  let value: unknown = 'bottom'
  for (let n = 0; n < levels; n++) value = { value }
  return value
}

function cyclic(): unknown {
  const loop: Record<string, unknown> = {}
  loop['self'] = loop
  return loop
}

describe('a message of the page', () => {
  it.each([
    ['a token file', call({ fileName: 'a.p7m', bytes: new Uint8Array(2 * 1024 * 1024) })],
    [
      'a tree of 20,000 rows',
      call(Array.from({ length: 20_000 }, (_, n) => ({ path: `/a/${n}`, type: null, groupId: null }))),
    ],
    ['no value at all', undefined],
  ])('may be %s', (_what, message) => {
    expect(isBounded(message)).toBe(true)
  })

  it.each([
    ['a text without end', call('x'.repeat(25 * 1024 * 1024))],
    ['bytes without end', call(new Uint8Array(25 * 1024 * 1024))],
    ['many texts', call(Array.from({ length: 30 }, () => 'x'.repeat(1024 * 1024)))],
    ['members with endless names', call({ ['x'.repeat(25 * 1024 * 1024)]: 1 })],
    ['more parts than anybody needs', call(Array.from({ length: 600_000 }, () => 0))],
    ['a list that is long and empty', call(Object.assign([], { length: 4_000_000_000 }))],
    ['a tower', call(nested(100))],
    ['a value that holds itself', call(cyclic())],
    ['a map', call(new Map([['a', 1]]))],
    ['a date', call(new Date())],
    ['an error', call(new Error('x'))],
    ['a number no JSON knows', call(1n)],
    ['another kind of bytes', call(new Float64Array(2))],
  ])('may not be %s', (_what, message) => {
    expect(isBounded(message)).toBe(false)
  })
})
