import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashBypassCode, writeBypassCode } from '../../../../../main/core/activation/bypass-code.ts'

// Worked out beside Apple's page "Creating and using bypass codes".
const RAW = Uint8Array.from({ length: 16 }, (_, index) => index)

test('the code and its hash are those of the worked example', async () => {
  expect(writeBypassCode(RAW)).toBe('000H4-0R40M-30F2-0918-5HR3-8F17')
  expect(await hashBypassCode(RAW)).toBe('C5CED1D0C51459C1A887866A5868DD3E9E6F4FC4A8C244F3F9EB9383C0F8AECB')
})

test('every code has its form, and two keys have two codes', () => {
  const key = fc.uint8Array({ minLength: 16, maxLength: 16 })
  fc.assert(
    fc.property(key, key, (one, other) => {
      const code = writeBypassCode(one)
      expect(code).toMatch(/^[0-9AC-HJ-NP-RT-Z]{5}-[0-9AC-HJ-NP-RT-Z]{5}(-[0-9AC-HJ-NP-RT-Z]{4}){4}$/)
      expect(writeBypassCode(other) === code).toBe(Buffer.compare(one, other) === 0)
    }),
  )
})
