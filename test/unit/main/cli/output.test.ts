import { describe, expect, it } from 'vitest'
import { printable, table } from '../../../../main/cli/output.ts'

describe('tables of the command line', () => {
  it('pad every column but the last and show what is absent', () => {
    expect(
      table(
        ['A', 'LONG NAME'],
        [
          ['abc', null],
          ['d', 'e'],
        ],
      ),
    ).toBe('A    LONG NAME\nabc  –\nd    e')
  })

  it.each([
    ['an escape sequence', 'a\u001b[2Jb', 'a\uFFFD[2Jb'],
    ['a line break', 'a\nb', 'a\uFFFDb'],
    ['a change of direction', 'a\u202Eb', 'a\uFFFDb'],
    ['right-to-left text', 'שלום', 'שלום'],
  ])('let no device text steer the terminal: %s', (_what, text, shown) => {
    expect(printable(text)).toBe(shown)
  })
})
