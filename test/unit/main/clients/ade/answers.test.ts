import { expect, test } from 'vitest'
import { wordOf } from '../../../../../main/clients/ade/answers.ts'
import { failureOf, openClient, startApple } from './setup.ts'

test.each([
  ['EXPIRED_CURSOR', 'EXPIRED_CURSOR'],
  ['"EXPIRED_CURSOR"', 'EXPIRED_CURSOR'],
  ['\r\n  EXPIRED_CURSOR \n', 'EXPIRED_CURSOR'],
  [' " EXPIRED_CURSOR\\n" ', 'EXPIRED_CURSOR'],
  ['{"code":"EXPIRED_CURSOR"}', 'EXPIRED_CURSOR'],
  ['{ "error" : "EXPIRED_CURSOR", "message": "x" }', 'EXPIRED_CURSOR'],
  ['ERROR_42', 'ERROR_42'],
  ['A'.repeat(64), 'A'.repeat(64)],
  ['A'.repeat(65), undefined],
  ['"EXPIRED_CURSOR', undefined],
  ['expired_cursor', undefined],
  ['EXPIRED CURSOR', undefined],
  ['EXPIRED_CURSOR.', undefined],
  ['<html>EXPIRED_CURSOR</html>', undefined],
  ['{"code":42}', undefined],
  ['["EXPIRED_CURSOR"]', undefined],
  ['oauth_problem_adviceBad Request', undefined],
  [' '.repeat(5000) + 'FORBIDDEN', undefined],
  ['', undefined],
])('the word of %j is %j', (body, word) => expect(wordOf(body)).toBe(word))

test.each(['EXHAUSTED_CURSOR', 'INVALID_CURSOR', 'EXPIRED_CURSOR', 'CURSOR_REQUIRED'])(
  '%s is about the cursor, and everything known about the answer is told',
  async (appleCode) => {
    const apple = await startApple(() => ({
      status: 400,
      body: `"${appleCode}"`,
      headers: { 'X-Apple-Request-UUID': 'f81d4fae' },
    }))
    const { code, facts } = await failureOf(openClient(`${apple.url}/a`).page({ mode: 'sync', cursor: 'c', limit: 1 }))
    expect({ code, facts }).toEqual({
      code: 'ade.cursor',
      facts: {
        status: 400,
        appleCode,
        requestId: 'f81d4fae',
        url: `${apple.url}/a/devices/sync`,
        host: new URL(apple.url).host,
      },
    })
  },
)

test('the address in an error has no query', async () => {
  const apple = await startApple(() => ({ status: 400, body: 'DEVICE_ID_REQUIRED' }))
  const { code, facts } = await failureOf(openClient(apple.url).replacementDetails('SERIAL1'))
  expect([code, facts['appleCode'], facts['url']]).toEqual([
    'ade.refused',
    'DEVICE_ID_REQUIRED',
    `${apple.url}/device/replacementDetails`,
  ])
})
