import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { answer, choose, chooseFile, goTo, press, type, use, walk } from './keyboard.ts'

/** By keyboard alone. */

/** A row of the tree by the name of its group. */
const row = (page: Page, name: string): Locator => page.getByRole('row', { name: new RegExp(`^${name}, `) })
const preview = (page: Page): Locator => page.getByRole('alertdialog')

/** Tab leads to the tree, arrows through it; what has the focus there is chosen. */
async function showGroup(page: Page, name: string): Promise<void> {
  const tree = page.getByRole('treegrid')
  for (let step = 0; step < 60; step++) {
    if (await tree.evaluate((element) => element.contains(document.activeElement))) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await walk(page, 'ArrowDown', row(page, name))
  await expect(row(page, name)).toHaveAttribute('aria-selected', 'true')
}

async function addGroup(page: Page, parent: string, name: string): Promise<void> {
  await showGroup(page, parent)
  await use(page, page.getByRole('button', { name: 'Add a group…' }).first())
  await type(page, 'Name', name)
  await page.keyboard.press('Enter')
  await use(page, preview(page).getByRole('button', { name: 'Add', exact: true }))
  await expect(row(page, name)).toHaveAttribute('aria-selected', 'true')
}

test('groups are added, moved, given a schedule after its preview, and all of it is undone', async ({ berlin }) => {
  const page = berlin.page()
  await goTo(page, 'Groups')
  await expect(page.getByText('So far there is only the root')).toBeVisible()
  await addGroup(page, 'Global', 'EMEA')
  await addGroup(page, 'Global', 'Retail')
  await addGroup(page, 'EMEA', 'Berlin')
  await expect(page.getByText('/Global/EMEA/Berlin')).toBeVisible()

  await showGroup(page, 'Berlin')
  await press(page, 'Move…')
  await page.keyboard.type('reta')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await press(page, 'Preview…')
  await expect(preview(page)).toContainText('Move “Berlin” below “Retail”')
  await expect(preview(page).getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(preview(page)).toContainText('No other value counts for any device afterwards.')
  await use(page, preview(page).getByRole('button', { name: 'Move', exact: true }))
  await expect(page.getByText('/Global/Retail/Berlin')).toBeVisible()

  const schedule = page.getByRole('region', { name: 'Schedule', exact: true })
  await showGroup(page, 'Retail')
  await answer(page, schedule.getByRole('radiogroup').first(), 'Override')
  await choose(page, /^Sync runs|Sync runs$/, 'Every 6 hours')
  await use(page, schedule.getByRole('button', { name: 'Preview the change…' }))
  await expect(preview(page)).toContainText('Every 6 hours set at Retail')
  await use(page, preview(page).getByRole('button', { name: 'Apply' }))
  await showGroup(page, 'Berlin')
  await expect(schedule).toContainText('Every 6 hours')
  await expect(schedule).toContainText('Why: Berlin inherits → Retail sets it')
  await page.keyboard.press('Control+z')
  await expect(schedule).toContainText('No schedule of its own')
  await expect(page.getByRole('button', { name: 'Undo', exact: true }).first()).toBeDisabled()
})

test('a file brings a tree and says what it does not take; a group is dragged and leads to its devices', async ({
  berlin,
}) => {
  const page = berlin.page()
  await goTo(page, 'Groups')
  await use(page, page.getByRole('button', { name: 'Import…' }).first())
  const csv = 'path,type,group id\n/Global/EMEA,Region,emea\n/Global/EMEA/Berlin,,berlin\n/Global/Retail,,\nRetail,,\n'
  await chooseFile(page, 'Choose a file…', { name: 'groups.csv', bytes: Buffer.from(csv) })
  await expect(page.getByRole('heading', { name: 'Accepted (3)' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Rejected (1)' })).toBeVisible()
  await expect(page.getByText('line 4 has the same path')).toBeVisible()
  await press(page, 'Preview the import…')
  await use(page, preview(page).getByRole('button', { name: 'Import' }))
  await showGroup(page, 'EMEA')
  await walk(page, 'ArrowRight', row(page, 'EMEA').getByRole('button', { name: 'Move EMEA' }))
  await page.keyboard.press('Enter')
  await walk(page, 'ArrowDown', page.getByRole('button', { name: 'Drop on Retail' }))
  await page.keyboard.press('Enter')
  await use(page, preview(page).getByRole('button', { name: 'Move' }))
  await expect(page.getByText('/Global/Retail/EMEA').first()).toBeVisible()
  await showGroup(page, 'Retail')
  await press(page, /with all groups below Retail/)
  await expect(page.getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible()
})
