import { describe, expect, test } from 'vitest'
import { readTokenValues } from '../../../../../main/clients/token-file/token-values.ts'
import { failure, revealed, sampleJson, sampleValues } from './sample.ts'

const read = (text: string) => revealed(readTokenValues(Buffer.from(text)))
const frame = (text: string, newline = '\r\n') =>
  `-----BEGIN MESSAGE-----${newline}${text}${newline}-----END MESSAGE-----${newline}`
const fields = JSON.parse(sampleJson) as Record<string, unknown>

describe('the decrypted message', () => {
  test.each([
    [
      'framed, with a head',
      `Content-Type: text/plain;charset=UTF-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n${frame(sampleJson)}`,
    ],
    ['framed, US-ASCII', `Content-Type: text/plain; charset="us-ascii"\n\n${frame(sampleJson, '\n')}`],
    ['framed, without a head', frame(sampleJson)],
    ['a head without a frame', `Content-Type: text/plain;charset=iso-8859-1\r\n\r\n${sampleJson}`],
    ['JSON alone', sampleJson],
    ['a byte order mark', `\ufeff${sampleJson}`],
    ['cut every 13 characters', frame(sampleJson.replace(/.{13}/g, '$&\r\n'))],
    ['spread over lines', frame(JSON.stringify(fields, null, 2))],
    ['more keys', JSON.stringify({ x: { '}': 'ü' }, ...fields, y: [null] })],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(sampleValues)
  })

  test.each(['', frame(''), 'Content-Type: text/plain\r\n\r\n', frame('{'), frame('{"consumer_key": }'), '}{'])(
    'without readable JSON it is damaged: %j',
    (text) => {
      expect(failure(() => read(text))).toEqual({ code: 'token-file.damaged', facts: {} })
    },
  )

  test.each([
    [{ consumer_key: undefined }, 'consumer_key'],
    [{ access_secret: '' }, 'access_secret'],
    [{ access_token: 7, consumer_secret: null }, 'consumer_secret, access_token'],
    [{ access_token_expiry: 'soon' }, 'access_token_expiry'],
    [{ access_token_expiry: undefined, consumer_key: 'a b' }, 'consumer_key, access_token_expiry'],
  ])('what is missing or unusable is named: %j', (change, names) => {
    expect(failure(() => read(JSON.stringify({ ...fields, ...change })))).toEqual({
      code: 'token-file.incomplete',
      facts: { fields: names },
    })
  })

  test('no failure carries a secret', () => {
    try {
      read(sampleJson.slice(0, -1))
      expect.unreachable()
    } catch (error) {
      const seen = [String(error), JSON.stringify(error), String((error as Error).cause)].join('\n')
      expect(seen).not.toContain('CS_')
    }
  })
})
