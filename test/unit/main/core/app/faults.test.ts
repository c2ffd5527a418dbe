import { expect, it } from 'vitest'
import { createAppService } from '../../../../../main/core/app/index.ts'
import { app } from '../../../../../shared/contract/app.ts'

const context = { signal: new AbortController().signal, report: () => {} }

function openService() {
  const lines: unknown[] = []
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (event: string, facts: object) => lines.push({ event, facts }),
  }
  // Only the log is used by what is tested here.
  const service = createAppService({ log } as unknown as Parameters<typeof createAppService>[0])
  return { report: service.handlers.reportFault, lines }
}

it('a fault of the page stands in the log with the reference the person sees', async () => {
  const { report, lines } = openService()
  await report({ ref: '3f9a12c4', details: 'TypeError: x is undefined' }, context)
  expect(lines).toEqual([{ event: 'page-fault', facts: { ref: '3f9a12c4', details: 'TypeError: x is undefined' } }])
})

it('a page that fails in a circle does not fill the log', async () => {
  const { report, lines } = openService()
  for (let round = 0; round < 500; round++) await report({ ref: '3f9a12c4', details: 'again' }, context)
  expect(lines).toHaveLength(50)
})

it('references and details are bounded', () => {
  const { input } = app.reportFault
  expect(input.safeParse({ ref: '3f9a12c4', details: 'x'.repeat(4000) }).success).toBe(true)
  expect(input.safeParse({ ref: '3f9a12c4', details: 'x'.repeat(4001) }).success).toBe(false)
  expect(input.safeParse({ ref: '../../log', details: '' }).success).toBe(false)
})
