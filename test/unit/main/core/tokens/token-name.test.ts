import { expect, test } from 'vitest'
import { proposeName } from '../../../../../main/core/tokens/token-name.ts'

test.each([
  ['Berlin', 'x.p7m', 'Berlin'],
  [' Ber\nlin ', 'x.p7m', 'Ber lin'],
  [undefined, 'Berlin_Token_2026-11-22T10-00-00Z_smime.p7m', 'Berlin'],
  [undefined, 'C:\\Downloads\\smime (1).p7m', 'smime (1)'],
  [undefined, '/home/a/smime.p7m', 'smime'],
  ['', '.p7m', 'Server token'],
  ['x'.repeat(200), 'x.p7m', 'x'.repeat(90)],
])('server %j and file %j propose %j', (serverName, fileName, name) => {
  expect(proposeName(serverName, fileName)).toBe(name)
})
