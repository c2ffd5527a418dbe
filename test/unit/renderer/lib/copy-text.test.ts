import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from '../../../../renderer/lib/copy-text.ts'
import { createFeedback } from '../../../../renderer/lib/feedback.ts'
import { messagesIn } from '../../../../shared/messages/index.ts'

afterEach(() => void vi.unstubAllGlobals())

/** Copies with a clipboard that answers as given; undefined where there is none at all. */
async function copyWith(writeText: ((value: string) => Promise<void>) | undefined) {
  vi.stubGlobal('navigator', writeText && { clipboard: { writeText } })
  const feedback = createFeedback()
  const isCopied = await copyText({ feedback }, 'C02')
  const { toasts, announcement } = feedback.getState()
  return { isCopied, toasts, announcement }
}

test('what is on the clipboard needs no word', async () => {
  const written: string[] = []
  const copied = await copyWith(async (value) => void written.push(value))
  expect(copied).toEqual({ isCopied: true, toasts: [], announcement: '' })
  expect(written).toEqual(['C02'])
})

test('a refused copy is said, to eyes and ears, with what to do', async () => {
  const refused = () => Promise.reject(new DOMException('Document is not focused.', 'NotAllowedError'))
  const text = messagesIn('en').common.copyRefused
  for (const writeText of [refused, undefined]) {
    const { isCopied, toasts, announcement } = await copyWith(writeText)
    expect(isCopied).toBe(false)
    expect(toasts).toMatchObject([{ text, isRefusal: true }])
    expect(announcement).toBe(text)
  }
})
