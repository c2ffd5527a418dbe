import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { connectToken, makeVault, showPlace, syncNow } from './steps.ts'

const csv = (lines: readonly string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`)

async function give(page: Page, at: number, name: string, lines: readonly string[]) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose the file' }).nth(at).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: csv(lines) })
}

test('a portal that shows fewer devices is explained, corrected, exported and handed on; console data is imported', async ({
  desk,
}) => {
  const { page, simulator } = desk
  await makeVault(page())
  await connectToken(desk, 'Berlin')
  await syncNow(page())
  const serials = Array.from(simulator.service.listDevices(), (row) => row.serial_number).sort()

  // Three devices are missing, one is written badly, one twice, one is no serial number at all.
  const listed = serials.slice(3)
  await showPlace(page(), 'Reconcile')
  await give(page(), 0, 'portal.csv', [
    'Export of the portal',
    'Code;Kind',
    ...listed.map((serial, at) => (at === 0 ? ` ${serial.toLowerCase()} ;iPhone` : `${serial};iPhone`)),
    `${listed[1]};iPhone`,
    '7.64E+11;iPad',
  ])
  await expect(page().getByRole('main').getByText('199 rows: 197 accepted, 1 repaired, 1 rejected')).toBeVisible()
  await page().getByRole('button', { name: 'Repaired rows (1)' }).click()
  await expect(page().getByRole('region', { name: 'Repaired rows (1)' })).toContainText('blanks removed')
  await page().getByRole('button', { name: 'Rejected rows (1)' }).click()
  await expect(page().getByRole('region', { name: 'Rejected rows (1)' })).toContainText('A spreadsheet has rounded it')

  // A column can be corrected, and the correction is kept for files with this header.
  await page()
    .getByRole('button', { name: /Column with: Status/ })
    .click()
  await page().getByRole('option', { name: /Kind/ }).click()
  await expect(page().getByRole('switch', { name: 'Remember for files with this header' })).toBeChecked()
  await page().getByRole('button', { name: 'Compare', exact: true }).click()

  await expect(
    page().getByRole('heading', {
      name: 'The portal has 3 devices fewer than the console: 197 devices there, 200 devices here.',
    }),
  ).toBeVisible()
  await expect(page().getByRole('tab', { name: /3\s*Console only/ })).toHaveAttribute('aria-selected', 'true')
  // Nothing here tells why; Apple knows the devices as ours.
  await expect(page().getByRole('row', { name: new RegExp(serials[0]!) })).toContainText('Unknown')
  await page().getByRole('button', { name: 'Ask Apple about 3 devices' }).click()
  await expect(page().getByRole('row', { name: new RegExp(serials[0]!) })).toContainText('File incomplete')
  await page().getByRole('button', { name: 'Export CSV' }).click()
  await expect(page().getByRole('main').getByText('3 rows were exported')).toBeVisible()

  await page()
    .getByRole('tab', { name: /No usable serial number/ })
    .click()
  await expect(page().getByRole('row', { name: /7\.64E\+11/ })).toContainText('Damaged serial number')
  await page()
    .getByRole('tab', { name: /Console only/ })
    .click()
  await page().getByRole('searchbox', { name: 'Search serial numbers' }).fill(serials[1]!.toLowerCase())
  await expect(page().getByRole('main').getByText('1 row', { exact: true })).toBeVisible()
  await page().getByRole('button', { name: 'Choose in Devices' }).click()
  await expect(page().getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible()
  await expect(page().getByRole('toolbar')).toContainText('1')

  await showPlace(page(), 'Reconcile')
  await page().getByRole('button', { name: 'Import console data' }).click()
  await give(page(), 0, 'console.csv', [
    'Serial Number,Friendly Name,Username,Enrollment Status,Token Status,Last Seen',
    `${serials[0]},Anna’s iPhone,anna,Enrolled,Not Applicable,2026-11-20 08:00:00`,
    'DMPVK1ABCD34,Unknown,bob,Enrolled,,',
    'x,,,,,',
  ])
  await expect(page().getByRole('main').getByText('3 rows: 2 accepted, 0 repaired, 1 rejected')).toBeVisible()
  await page().getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page().getByRole('main').getByText('Imported: 1 device changed')).toBeVisible()
  await expect(page().getByRole('button', { name: 'Devices only the console knows (1)' })).toBeVisible()

  await page().getByRole('button', { name: 'All comparisons' }).click()
  await page().getByRole('button', { name: 'Take portal.csv away' }).click()
  await give(page(), 0, 'again.csv', ['Other title', 'CODE;KIND', `${serials[0]};iPhone`])
  await expect(
    page().getByRole('main').getByText('These columns were chosen before for files with this header.'),
  ).toBeVisible()
})
