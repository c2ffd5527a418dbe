import { expect, test } from 'vitest'
import { messagesIn } from '../../../shared/messages/index.ts'
import { CAUSES, REMEDIES, VERDICTS, type CauseCount, type ReconcileCounts } from '../../../shared/model/reconcile.ts'
import { reconciliationSummary } from '../../../shared/reconcile-text.ts'

const NONE: ReconcileCounts = { both: 0, mismatched: 0, portalOnly: 0, consoleOnly: 0, duplicates: 0, invalid: 0 }

const summary = (counts: Partial<ReconcileCounts>, causes: readonly CauseCount[] = [], searchedNear = true) =>
  reconciliationSummary({ counts: { ...NONE, ...counts }, causes, searchedNear })
const texts = (...given: Parameters<typeof summary>) => summary(...given).map(({ text }) => text)

test('why the portal shows fewer devices: numbers, causes, and why that is so at all', () => {
  const causes: readonly CauseCount[] = [
    { verdict: 'console-only', cause: 'released', count: 1200 },
    { verdict: 'portal-only', cause: 'unassigned', count: 1 },
  ]
  const told = summary({ both: 9000, consoleOnly: 1200, portalOnly: 1, duplicates: 1, invalid: 2 }, causes)
  expect(told.map(({ text }) => text)).toEqual([
    'The portal has 1,199 devices fewer than the console: 9,001 devices there, 10,200 devices here.',
    '9,000 devices are in both.',
    '1,200 devices are only in the console.',
    '1,200 devices: Apple no longer lists the device for the organization. Delete the record in the console. If you still own the device, add it to the portal again.',
    'A Fetch brings only devices that are there now, so the console keeps those that have left. Only a Sync reports them as removed.',
    '1 device is only in the portal.',
    '1 device: The device is in the portal and belongs to no server. Assign the device to your server in the portal, then sync.',
    '1 row repeats a serial number and does not count.',
    '2 rows have no usable serial number and could not be compared.',
  ])
  expect(told[3]).toMatchObject({ verdict: 'console-only', cause: 'released' })
})

test.each([
  [{ both: 3 }, 'Both lists hold the same 3 devices.'],
  [{ both: 3, portalOnly: 2 }, 'The portal has 2 devices more than the console: 5 devices there, 3 devices here.'],
  [{ both: 3, portalOnly: 2, consoleOnly: 2 }, 'Both lists hold 5 devices, but not the same ones.'],
])('%j begins: %s', (counts, first) => {
  expect(texts(counts)[0]).toBe(first)
})

test('what was not looked for is said', () => {
  expect(texts({ both: 1 }, [], false).at(-1)).toMatch(/were not looked for/)
})

test('German says the same sentences', () => {
  const words = messagesIn('de').reconcile
  const counts = { ...NONE, both: 1000, consoleOnly: 1 }
  const causes: readonly CauseCount[] = [{ verdict: 'console-only', cause: 'released', count: 1 }]
  expect(reconciliationSummary({ counts, causes, searchedNear: true }, words).map(({ text }) => text)).toEqual([
    'Das Portal hat 1 Gerät weniger als die Konsole: dort 1.000 Geräte, hier 1.001 Geräte.',
    '1.000 Geräte sind in beiden.',
    '1 Gerät ist nur in der Konsole.',
    expect.stringMatching(/^1 Gerät: Apple führt/),
    expect.stringMatching(/^Ein Fetch bringt nur/),
  ])
})

test.each(['en', 'de'] as const)('every word of the outcome has its text in %s', (language) => {
  const { causes, causeNames, remedies, verdicts } = messagesIn(language).reconcile
  expect([causes, causeNames, remedies, verdicts].map((texts) => Object.keys(texts).toSorted())).toEqual([
    CAUSES.toSorted(),
    CAUSES.toSorted(),
    REMEDIES.toSorted(),
    VERDICTS.toSorted(),
  ])
})
