import { expect, it } from 'vitest'
import { wholeSeconds } from '../../../../../main/clients/netcheck/bounded.ts'
import { readTime } from '../../../../../main/clients/netcheck/ntp.ts'
import { messagesIn } from '../../../../../shared/messages/index.ts'

const SECOND_1900 = 2_208_988_800

/** What a time service answers whose clock says `at`, milliseconds since 1970. */
function answerAt(question: Buffer, at: number): Buffer {
  const answer = Buffer.alloc(48)
  answer[0] = 0x24
  answer[1] = 2
  question.copy(answer, 24, 40, 48)
  for (const place of [32, 40]) {
    answer.writeUInt32BE(Math.floor(at / 1000) + SECOND_1900, place)
    answer.writeUInt32BE(Math.floor(((at % 1000) / 1000) * 2 ** 32), place + 4)
  }
  return answer
}

it('a clock that is a moment ahead differs by nothing, not by -0', () => {
  const question = Buffer.alloc(48, 7)
  const now = Date.UTC(2026, 6, 1)
  const differences = [-1600, -400, -1, 0, 1, 400, 1600].map(
    (ms) => readTime(answerAt(question, now + ms), question, { sentAt: now, receivedAt: now })!.clockSeconds,
  )
  expect(differences).toEqual([-2, 0, 0, 0, 0, 0, 2]) // toEqual tells -0 from 0
  expect(wholeSeconds(-300)).toBe(0)
})

it.each(['en', 'de'] as const)('the sentence about the clock names a side and never a sign: %s', (language) => {
  const { clock } = messagesIn(language).netcheck
  const said = [-0, 0, -1, 1, -90, 90].map(clock)
  expect(said.filter((sentence) => /[-−]\d/.test(sentence))).toEqual([])
  expect(said[0]).toBe(said[1])
  expect(new Set(said).size).toBe(5)
})
