import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { choose, chooseFile, goTo, press, reach, showTab, use } from './keyboard.ts'

/** By keyboard alone. */

const give = (page: Page, name: string, lines: readonly string[]) =>
  chooseFile(page, page.getByRole('button', { name: 'Choose the file' }).first(), {
    name,
    bytes: Buffer.from(`${lines.join('\r\n')}\r\n`),
  })
const exported = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\r\n'))

test('a portal that shows fewer devices is explained, corrected, exported and handed on', async ({ berlin }) => {
  const { page, simulator, downloadsDir } = berlin
  const main = page().getByRole('main')
  const serials = Array.from(simulator.service.listDevices(), (row) => row.serial_number).sort()

  // Three devices are missing, one is written badly, one twice, one is no serial number at all.
  const listed = serials.slice(3)
  await goTo(page(), 'Reconcile')
  await give(page(), 'portal.csv', [
    'Export of the portal',
    'Code;Kind',
    ...listed.map((serial, at) => (at === 0 ? ` ${serial.toLowerCase()} ;iPhone` : `${serial};iPhone`)),
    `${listed[1]};iPhone`,
    '7.64E+11;iPad',
  ])
  await expect(main.getByText('199 rows: 197 accepted, 1 repaired, 1 rejected')).toBeVisible()
  await press(page(), 'Repaired rows (1)')
  await expect(page().getByRole('region', { name: 'Repaired rows (1)' })).toContainText('blanks removed')
  await press(page(), 'Rejected rows (1)')
  await expect(page().getByRole('region', { name: 'Rejected rows (1)' })).toContainText('A spreadsheet has rounded it')

  // A column can be corrected, and the correction is kept for files with this header.
  await choose(page(), /Column with: Status/, '2: Kind')
  await expect(page().getByRole('switch', { name: 'Remember for files with this header' })).toBeChecked()
  await press(page(), 'Compare')
  const headline = 'The portal has 3 devices fewer than the console: 197 devices there, 200 devices here.'
  await expect(page().getByRole('heading', { name: headline })).toBeVisible()
  await expect(page().getByRole('tab', { name: /3\s*Console only/ })).toHaveAttribute('aria-selected', 'true')

  // Nothing here tells why; Apple knows the devices as ours.
  const missing = page().getByRole('row', { name: new RegExp(serials[0]!) })
  await expect(missing).toContainText('Unknown')
  await press(page(), 'Ask Apple about 3 devices')
  await expect(missing).toContainText('File incomplete')
  await use(page(), page().getByRole('grid', { name: 'Console only' }))
  const details = page().getByRole('complementary', { name: /^Row of / })
  await expect(details).toContainText('Download the list again, without a filter.')
  await page().keyboard.press('Escape')
  await expect(details).toBeHidden()
  await press(page(), 'Export CSV')
  await expect(main.getByText('3 rows were exported')).toBeVisible()
  expect(exported(downloadsDir).map((lines) => lines.length)).toEqual([4])

  await showTab(page(), 'Sets', /No usable serial number/)
  await expect(page().getByRole('row', { name: /7\.64E\+11/ })).toContainText('Damaged serial number')
  await showTab(page(), 'Sets', /Console only/)
  await reach(page(), page().getByRole('searchbox', { name: 'Search serial numbers' }))
  await page().keyboard.type(serials[1]!.toLowerCase())
  await expect(main.getByText('1 row', { exact: true })).toBeVisible()
  await press(page(), 'Choose in Devices')
  await expect(page().getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible()
  await expect(page().getByRole('toolbar')).toContainText('1')

  await goTo(page(), 'Reconcile')
  await press(page(), 'All comparisons')
  await press(page(), 'Take portal.csv away')
  await give(page(), 'again.csv', ['Other title', 'CODE;KIND', `${serials[0]};iPhone`])
  await expect(main.getByText('These columns were chosen before for files with this header.')).toBeVisible()
})

test('two files are compared, a cause is looked at by its sentence, and console data is imported', async ({
  berlin,
}) => {
  const { page, simulator } = berlin
  const main = page().getByRole('main')
  const [first, second, third] = Array.from(simulator.service.listDevices(), (row) => row.serial_number).sort()
  await goTo(page(), 'Reconcile')
  await choose(page(), /Compare with/, 'A file of the console')
  await give(page(), 'portal.csv', ['Serial Number,Model', `${first},iPhone`, `${second},iPad`])
  await expect(main.getByText('2 rows: 2 accepted, 0 repaired, 0 rejected')).toBeVisible()
  await give(page(), 'uem.csv', ['Serial Number,Enrollment Status', `${first},Enrolled`, `${third},Enrolled`])
  await expect(main.getByText('2 rows: 2 accepted, 0 repaired, 0 rejected')).toHaveCount(2)
  await press(page(), 'Compare')
  const headline = 'Both lists hold 2 devices, but not the same ones.'
  await expect(page().getByRole('heading', { name: headline })).toBeVisible()
  await press(page(), 'Show: Portal only')
  await expect(page().getByRole('tab', { name: /Portal only/ })).toBeFocused()
  await use(page(), page().getByRole('grid', { name: 'Portal only' }))
  await use(page(), page().getByRole('button', { name: 'Show the device', exact: true }))
  await expect(page().getByRole('complementary', { name: `Device ${second}` })).toBeVisible()

  await goTo(page(), 'Reconcile')
  await press(page(), 'Import console data')
  await give(page(), 'console.csv', [
    'Serial Number,Friendly Name,Username,Enrollment Status,Token Status,Last Seen',
    `${first},Anna’s iPhone,anna,Enrolled,Not Applicable,2026-11-20 08:00:00`,
    'DMPVK1ABCD34,Unknown,bob,Enrolled,,',
    'x,,,,,',
  ])
  await expect(main.getByText('3 rows: 2 accepted, 0 repaired, 1 rejected')).toBeVisible()
  await press(page(), 'Import')
  await expect(main.getByText('Imported: 1 device changed')).toBeVisible()
  await expect(page().getByRole('button', { name: 'Devices only the console knows (1)' })).toBeVisible()
})
