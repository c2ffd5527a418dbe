import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeMessage, encodeMessage } from '../../../../../main/shell/browser/codec.ts'

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.uint8Array({ maxLength: 300 }))
const names = fc.oneof(fc.constantFrom('$', 'base64', 'entries'), fc.string())
const { message } = fc.letrec((tie) => ({
  message: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('message'), { maxLength: 4 }),
    fc.dictionary(names, tie('message'), { maxKeys: 4 }),
  ),
}))

test('every message comes out as it went in, bytes and marker names included', () => {
  const roundTrip = fc.property(message, (sent) => {
    expect(decodeMessage(encodeMessage(sent))).toEqual(sent)
  })
  fc.assert(roundTrip)
})

test('a token file of the largest size survives', () => {
  const bytes = Uint8Array.from({ length: 2 * 1024 * 1024 }, (_, at) => (at * 31) % 256)
  const { bytes: received } = decodeMessage(encodeMessage({ bytes })) as { bytes: Uint8Array }
  expect(Buffer.compare(received, bytes)).toBe(0)
})

test('a Buffer arrives as plain bytes', () => {
  expect(decodeMessage(encodeMessage([Buffer.from([0, 128, 255])]))).toEqual([new Uint8Array([0, 128, 255])])
})

test('both ends run from their own source text, as they do in the page', () => {
  const encode = new Function(`return (${encodeMessage.toString()})`)() as typeof encodeMessage
  const decode = new Function(`return (${decodeMessage.toString()})`)() as typeof decodeMessage
  const sent = { id: 1, $: 'own', bytes: new Uint8Array([1, 2, 3]) }
  expect(decode(encodeMessage(sent))).toEqual(sent)
  expect(decodeMessage(encode(sent))).toEqual(sent)
})

test('text that is no message is refused', () => {
  expect(() => decodeMessage('{')).toThrow(SyntaxError)
})
