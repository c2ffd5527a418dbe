import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { chooseFile, makeVault, showPlace } from './steps.ts'

/** A row of the tree by the name of its group. */
const row = (page: Page, name: string): Locator => page.getByRole('row', { name: new RegExp(`^${name}, `) })

const preview = (page: Page): Locator => page.getByRole('alertdialog')

async function addGroup(page: Page, parent: string, name: string): Promise<void> {
  await row(page, parent).click()
  await page.getByRole('button', { name: 'Add a group…' }).first().click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.keyboard.press('Enter')
  await preview(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(row(page, name)).toHaveAttribute('aria-selected', 'true')
}

test('groups are added, moved by keyboard, given a schedule after its preview, and all of it is undone', async ({
  desk,
}) => {
  const page = desk.page()
  await makeVault(page)
  await showPlace(page, 'Groups')
  await expect(page.getByText('So far there is only the root')).toBeVisible()

  await addGroup(page, 'Global', 'EMEA')
  await addGroup(page, 'Global', 'Retail')
  await addGroup(page, 'EMEA', 'Berlin')
  await expect(page.getByText('/Global/EMEA/Berlin')).toBeVisible()

  // Only keys from here to the end of the move.
  await row(page, 'Berlin').focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('button', { name: 'Move…', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('reta')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Preview…' }).focus()
  await page.keyboard.press('Enter')
  await expect(preview(page)).toContainText('Move “Berlin” below “Retail”')
  await expect(preview(page).getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(preview(page)).toContainText('No other value counts for any device afterwards.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('/Global/Retail/Berlin')).toBeVisible()

  const schedule = page.getByRole('region', { name: 'Schedule', exact: true })
  await row(page, 'Retail').click()
  await schedule.getByText('Override', { exact: true }).click()
  await schedule.getByRole('button', { name: 'Sync runs' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Every 6 hours' }).click()
  await schedule.getByRole('button', { name: 'Preview the change…' }).click()
  await expect(preview(page)).toContainText('Every 6 hours set at Retail')
  await preview(page).getByRole('button', { name: 'Apply' }).click()
  await row(page, 'Berlin').click()
  await expect(schedule).toContainText('Every 6 hours')
  await expect(schedule).toContainText('Why: Berlin inherits → Retail sets it')

  await page.keyboard.press('Control+z')
  await expect(schedule).toContainText('No schedule of its own')
  await expect(page.getByRole('button', { name: 'Undo', exact: true }).first()).toBeDisabled()
})

test('a group is dragged with the keyboard; a file brings a tree and says what it does not take', async ({ desk }) => {
  const page = desk.page()
  await makeVault(page)
  await showPlace(page, 'Groups')
  await page.getByRole('button', { name: 'Import…' }).first().click()
  const csv = 'path,type,group id\n/Global/EMEA,Region,emea\n/Global/EMEA/Berlin,,berlin\n/Global/Retail,,\nRetail,,\n'
  await chooseFile(page, 'Choose a file…', { name: 'groups.csv', bytes: Buffer.from(csv) })
  await expect(page.getByRole('heading', { name: 'Accepted (3)' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Rejected (1)' })).toBeVisible()
  await page.getByRole('button', { name: 'Preview the import…' }).click()
  await preview(page).getByRole('button', { name: 'Import' }).click()
  await expect(row(page, 'Retail')).toBeVisible()

  await row(page, 'Global').click()
  await page.keyboard.press('ArrowDown')
  await expect(row(page, 'EMEA')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await row(page, 'Berlin').getByRole('button', { name: 'Move Berlin' }).focus()
  await page.keyboard.press('Enter')
  for (let presses = 0; presses < 5; presses++) {
    if (await page.getByRole('button', { name: 'Drop on Retail' }).evaluate((it) => it === document.activeElement))
      break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await preview(page).getByRole('button', { name: 'Move' }).click()
  await row(page, 'Berlin').click()
  await expect(page.getByText('/Global/Retail/Berlin')).toBeVisible()

  // The devices of the branch are one press away.
  await row(page, 'Retail').click()
  await page.getByRole('button', { name: /with all groups below Retail/ }).click()
  await expect(page.getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible()
})
