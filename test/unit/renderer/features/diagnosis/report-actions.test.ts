import { expect, it } from 'vitest'
import { revealReport, saveReport } from '../../../../../renderer/features/diagnosis/report-actions.ts'
import { createDiagnosisStore } from '../../../../../renderer/features/diagnosis/store.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { createFakeDesk } from '../../fake-desk.ts'

function desk(path: string | null, fails = false) {
  const done: unknown[] = []
  const fake = createFakeDesk({
    diagnosis: { report: ({ format }) => ({ text: `<${format}>`, suggestedName: 'C02 report.html' }) },
    shell: {
      chooseSavePath: ({ suggestedName }) => (done.push(suggestedName), path),
      saveText: (input) => (done.push(input), null),
      savePdf: (input) => {
        if (fails) throw new AppError('pdf.failed', '')
        done.push(input)
        return null
      },
      revealFile: (input) => (done.push(input), null),
    },
  })
  return { fake, done }
}

it('the same document is saved as PDF or as HTML, and can be shown', async () => {
  const store = createDiagnosisStore()
  const { fake, done } = desk('/r.pdf')
  await saveReport(store, fake, { id: 'd1' }, 'pdf')
  await revealReport(store, fake)
  await saveReport(store, fake, { id: 'd1' }, 'html')
  expect(done).toEqual([
    'C02 report.pdf',
    { path: '/r.pdf', html: '<html>' },
    { path: '/r.pdf' },
    'C02 report.html',
    { path: '/r.pdf', text: '<html>' },
  ])
})

it('a changed mind saves nothing; a failure is told', async () => {
  const store = createDiagnosisStore()
  await saveReport(store, desk(null).fake, { id: 'd1' }, 'pdf')
  expect(store.getState().saving.status).toBe('idle')
  await saveReport(store, desk('/r.pdf', true).fake, { id: 'd1' }, 'pdf')
  expect(store.getState().saving).toMatchObject({ status: 'failed', error: { code: 'pdf.failed' } })
})
