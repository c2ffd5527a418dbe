import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from './fixtures.ts'
import { choose, goTo, press, reach, showTab, type, use, walk } from './keyboard.ts'

/** By keyboard alone. */

test('a report is looked at, exported in both forms, made one’s own, and writes itself', async ({ berlin }) => {
  const { page, downloadsDir } = berlin
  const file = (ending: string) =>
    path.join(downloadsDir, readdirSync(downloadsDir).find((name) => name.endsWith(ending)) ?? `no ${ending}`)
  const report = (name: string) => page().getByRole('region', { name, exact: true })
  const show = (name: string) => showTab(page(), 'Reports', name)

  await goTo(page(), 'Reports')
  await show('Inventory')
  await expect(report('Inventory')).toContainText(/The first \d+ of 200 rows/)
  await expect(page().getByRole('region', { name: 'Preview of Inventory' }).getByRole('row').nth(1)).toContainText(
    'Berlin',
  )
  await press(page(), 'Export CSV')
  await expect(report('Inventory').getByText('Wrote 200 rows')).toBeVisible()
  expect(readFileSync(file('.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(201)
  await press(page(), 'Export as workbook')
  await expect(report('Inventory').getByText(/\.xlsx$/)).toBeVisible()
  expect(await readSheet(file('.xlsx'))).toHaveLength(201)

  await press(page(), 'Copy as own report')
  const dialog = page().getByRole('dialog', { name: 'New report' })
  await type(page(), 'Name', 'For the shop')
  const columns = dialog.getByRole('grid', { name: 'Columns' })
  await page().keyboard.press('Tab')
  await walk(page(), 'ArrowDown', columns.getByRole('row', { name: 'Colour', selected: true }))
  await page().keyboard.press('Space')
  await expect(columns.getByRole('row', { name: 'Colour', selected: false })).toBeVisible()
  await type(page(), 'Family, as Apple writes it', 'iPad')
  await choose(page(), /File type/, 'Workbook (XLSX)')
  await press(page(), 'Save')
  await expect(dialog).toBeHidden()
  const own = report('For the shop')
  await expect(own).toContainText(/The first \d+ of \d+ rows/)

  await press(page(), 'Schedule')
  const schedule = page().getByRole('dialog', { name: 'Schedule For the shop' })
  await choose(page(), /When/, 'Mondays')
  await type(page(), 'Time (24 hours)', '25:00')
  await expect(schedule.getByText('A time such as 06:30 is expected.')).toBeVisible()
  await type(page(), 'Time (24 hours)', '06:30')
  await press(page(), 'Choose the file')
  await expect(schedule.getByText('Not chosen yet')).toBeHidden()
  await press(page(), 'Save')
  await expect(schedule).toBeHidden()

  await show('Exports')
  await expect(page().getByRole('row', { name: /For the shop Mondays, 06:30/ })).toBeVisible()
  await press(page(), 'Export For the shop now')
  await expect(
    page()
      .getByRole('row', { name: /For the shop.*Written/ })
      .last(),
  ).toBeVisible()
  const written = readdirSync(downloadsDir).find((name) => /^For the shop.+\d.*\.xlsx$/.test(name))
  const [titles, ...rows] = await readSheet(path.join(downloadsDir, written ?? 'none'))
  expect(titles).not.toContain('Color')
  const family = titles!.indexOf('Device Family')
  expect(rows.map((row) => row[family]).filter((each) => each !== 'iPad')).toEqual([])
  expect(rows.length).toBeGreaterThan(0)

  await show('For the shop')
  await press(page(), 'Remove')
  await use(page(), page().getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }))
  await expect(page().getByRole('tab', { name: 'For the shop' })).toBeHidden()
  await reach(page(), page().getByRole('tab', { name: 'Lifecycle' }))
})
