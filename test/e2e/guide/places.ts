import { expect } from '@playwright/test'
import { chooseFile, search, showPlace } from '../steps.ts'
import { clearMessages, type Guide } from './world.ts'

const DAY_MS = 86_400_000

/** A content token that another service uses, and an entry of one's own that is due soon. */
export async function credentials({ page, simulator, take }: Guide): Promise<void> {
  const unit = simulator.unitNamed('Example Organization, Apps and Books')
  unit.claim({ id: 'console-1', name: 'Workspace ONE UEM', metadata: '' })
  await showPlace(page, 'Tokens')
  const section = page.getByRole('region', { name: 'Other credentials' })
  await section.getByRole('button', { name: 'Add an entry' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('API key of the help desk')
  await page.getByRole('textbox', { name: 'Expires on' }).fill(dayFromNow(12))
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await clearMessages(page)
  await section.getByRole('button', { name: 'Import a file' }).click()
  await take('credential-import')
  const bytes = Buffer.from(unit.issueStoken({ validMs: 45 * DAY_MS }))
  await chooseFile(page, 'Choose a file', { name: 'Headquarters.vpptoken', bytes })
  await section.getByText('Used by another service').first().waitFor()
  await section.evaluate((shown) => shown.scrollIntoView())
  await take('credentials')
}

/** What is asked before a token is issued, and the value, which is shown on request. */
export async function registration({ page, take }: Guide): Promise<void> {
  await showPlace(page, 'Devices')
  await page
    .getByRole('gridcell', { name: /^[0-9A-Z]{10,12}$/ })
    .nth(3)
    .click()
  await page.getByRole('complementary').getByRole('button', { name: 'Assignment and release' }).click()
  await page.getByRole('menuitem', { name: 'Registration token…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('What is to be done').waitFor()
  await take('registration')
  await dialog.getByRole('button', { name: 'Issue', exact: true }).click()
  await dialog.getByRole('button', { name: 'Show values' }).click()
  await dialog.getByRole('region', { name: 'Values' }).waitFor()
  await take('registration-value')
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  await page.keyboard.press('Escape')
}

/** Presets with their first rows, and an own report in the making. */
export async function reports({ page, take }: Guide): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Reports', exact: true }).click()
  await page.getByRole('tab', { name: 'Inventory' }).click()
  await page.getByRole('region', { name: 'Preview of Inventory' }).waitFor()
  await take('reports')
  await page.getByRole('button', { name: 'Copy as own report' }).click()
  await page.getByRole('dialog').waitFor()
  await take('report-editor')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
}

export async function overview({ page, take }: Guide): Promise<void> {
  await showPlace(page, 'Overview')
  await page.getByRole('list', { name: 'Enrollment status' }).getByRole('button').first().waitFor()
  await take('overview')
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: /^Notices/ })
    .click()
  await page.getByRole('complementary', { name: 'Notices' }).waitFor()
  await take('notices')
  await page.keyboard.press('Escape')
}

export async function devices({ page, take }: Guide): Promise<void> {
  await showPlace(page, 'Devices')
  await page.getByRole('gridcell').first().waitFor()
  await take('devices')
  await search(page, 'ipad')
  await expect(page.getByRole('gridcell', { name: /ipad/i }).first()).toBeVisible()
  await expect(page.getByRole('gridcell', { name: /macbook/i })).toHaveCount(0)
  await page
    .getByRole('gridcell', { name: /^[0-9A-Z]{10,12}$/ })
    .nth(2)
    .click()
  await page.getByRole('complementary').waitFor()
  await take('device')
  await page.keyboard.press('Escape')
  await page.getByRole('grid').focus()
  for (let step = 0; step < 12; step++) await page.keyboard.press('Shift+ArrowDown')
  await page.getByRole('button', { name: 'Assignment and release' }).click()
  await page.getByRole('menuitem', { name: 'Take the profile away…' }).click()
  await page.getByRole('dialog').getByText('lose their profile').waitFor()
  await take('unassign')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
}

export async function profiles({ page, take }: Guide): Promise<void> {
  await showPlace(page, 'Profiles')
  await chooseFile(page, 'Choose the file', {
    name: 'retail.json',
    bytes: Buffer.from(
      JSON.stringify(
        {
          profile_name: 'Retail iPads',
          url: 'https://mdm.example.com/enroll',
          is_supervised: true,
          is_mandatory: true,
          is_mdm_removable: false,
          skip_setup_items: ['AppleID', 'TOS', 'Siri', 'Diagnostics', 'Location'],
        },
        null,
        2,
      ),
    ),
  })
  await page.getByRole('tab', { name: 'MDM features' }).click()
  await take('profile-features')
  await page.getByRole('tab', { name: 'Setup Assistant' }).click()
  await take('profile-assistant')
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('tab', { name: 'Versions' }).click()
  await take('profile-versions')
  await page.getByRole('button', { name: 'All profiles' }).click()
  await page.getByRole('heading', { name: 'Profiles', level: 1 }).waitFor()
  await take('profiles')
}

export async function groups({ page, take }: Guide): Promise<void> {
  await showPlace(page, 'Groups')
  await page.getByRole('button', { name: 'Import…' }).first().click()
  await chooseFile(page, 'Choose a file…', {
    name: 'groups.csv',
    bytes: Buffer.from(
      'path,type,group id\n/Global/Americas,Region,americas\n/Global/EMEA,Region,emea\n/Global/EMEA/Berlin,,berlin\n/Global/EMEA/London,,london\n',
    ),
  })
  await page.getByRole('button', { name: 'Preview the import…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Import' }).click()
  await page
    .getByText(/rows imported/)
    .first()
    .waitFor()
  await clearMessages(page)
  await page.getByRole('row', { name: /^Global, / }).click()
  await take('groups')
  const schedule = page.getByRole('region', { name: 'Schedule', exact: true })
  await schedule.getByText('Override', { exact: true }).click()
  await schedule.getByRole('button', { name: 'Sync runs' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Every 6 hours' }).click()
  await schedule.getByRole('button', { name: 'Preview the change…' }).click()
  await page.getByRole('alertdialog').getByText('Every 6 hours').first().waitFor()
  await take('groups-preview')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
}

export async function settings({ page, take }: Guide): Promise<void> {
  await page.evaluate(() => (location.hash = '#/settings?section=vault'))
  await page.getByText('How it opens').waitFor()
  await take('settings-vault')
  await page.getByRole('tab', { name: 'Network' }).click()
  await page.getByText('In use now').waitFor()
  await take('settings-network')
}

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
}
