import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import * as keys from './keyboard.ts'

/** Everything here is done by keyboard alone. */
const code = (page: Page) => page.getByRole('textbox', { name: 'Profile as JSON' })

const goToSection = (page: Page, name: string) => keys.showTab(page, 'Parts of the profile', name)

const FILE = `{
  "profile_name": "Shop iPads",
  "department":   "Shop",
  "url": "https://mdm.example.com/enroll"
}
`

test('a profile is made of a file, exported as it came, edited both ways, published and compared', async ({
  berlin,
}) => {
  const { page } = berlin
  await keys.goTo(page(), 'Profiles')
  await expect(page().getByRole('heading', { name: 'No profile yet' })).toBeVisible()
  await keys.chooseFile(page(), 'Choose the file', { name: 'shop.json', bytes: Buffer.from(FILE) })
  await expect(page().getByRole('heading', { name: 'Shop iPads', level: 1 })).toBeVisible()

  await keys.press(page(), 'Export…')
  await expect(
    page()
      .getByText(/^Saved: /)
      .first(),
  ).toBeVisible()
  expect(readFileSync(path.join(berlin.downloadsDir, 'Shop iPads.json'), 'utf8')).toBe(FILE)

  await goToSection(page(), 'MDM features')
  await keys.answer(page(), page().getByRole('radiogroup', { name: 'Supervise the device' }), 'Yes')
  await expect(code(page())).toContainText('"is_supervised": true')
  await expect(code(page())).toContainText('"department":   "Shop"')

  await keys.reach(page(), code(page()))
  await page().keyboard.press('Control+End')
  await page().keyboard.press('Control+A')
  await page().keyboard.insertText(FILE.replace('Shop iPads', 'é'.repeat(126)))
  await expect(page().getByRole('textbox', { name: 'Profile name' })).toHaveValue('é'.repeat(126))
  await expect(page().getByText('126 characters; at most 125 are allowed. (CONFIG_NAME_INVALID)')).toBeVisible()
  await page().keyboard.press('Control+A')
  await page().keyboard.insertText('{\n  "profile_name": "x"\n  "url": 1\n}')
  await expect(
    page()
      .getByText(/^Line 3, column 3: a comma is missing/)
      .first(),
  ).toBeVisible()
  await expect(page().getByText('The form waits for the text')).toBeVisible()
  await page().keyboard.press('Control+Z')
  await page().keyboard.press('Control+Z')
  await expect(page().getByRole('textbox', { name: 'Profile name' })).toHaveValue('Shop iPads')
  await expect(code(page())).toContainText('"is_supervised": true')

  await keys.press(page(), 'Save draft')
  await expect(page().getByText('Never published', { exact: true })).toBeVisible()
  await keys.press(page(), 'Publish…')
  const dialog = page().getByRole('dialog')
  await expect(dialog).toContainText('4 keys are sent to Apple')
  await keys.use(page(), dialog.getByRole('button', { name: 'Publish', exact: true }))
  await expect(dialog).toContainText('Version 1 is published on Berlin.')
  await keys.use(page(), dialog.getByRole('button', { name: 'Give it to the devices' }))
  await expect(page().getByText('No device of this token has an older version.')).toBeVisible()

  await goToSection(page(), 'Versions')
  await expect(page().getByRole('row', { name: /^1 Export version 1 Published Berlin/ })).toBeVisible()
  await keys.use(page(), page().getByRole('switch', { name: 'Default for new devices of Berlin' }), 'Space')
  await expect(page().getByText('The default', { exact: false }).first()).toBeVisible()

  await goToSection(page(), 'Setup Assistant')
  await keys.use(page(), page().getByRole('button', { name: /Siri/ }), 'Space')
  await expect(code(page())).toContainText('"skip_setup_items": ["Siri"]')
  await goToSection(page(), 'Versions')
  await keys.press(page(), 'Compare')
  const differences = page().getByRole('table', { name: 'Differences' })
  await expect(differences.getByRole('row', { name: /skip_setup_items not set "Siri"/ })).toBeVisible()
  await expect(page().getByText('Draft not published')).toBeVisible()

  berlin.simulator.service.forgetProfiles()
  await keys.press(page(), 'Ask Apple')
  await expect(page().getByText('Apple no longer knows version 1 on Berlin')).toBeVisible()
  await keys.press(page(), 'Define again…')
  await keys.use(page(), dialog.getByRole('button', { name: 'Publish', exact: true }))
  await expect(dialog).toContainText('Version 2 is published on Berlin.')
  await keys.use(page(), dialog.getByRole('button', { name: 'Not now' }))
  await expect(page().getByRole('row', { name: /^2 Export version 2 Published Berlin/ })).toBeVisible()
  await expect(page().getByRole('row', { name: /^1 Export version 1 Gone at Apple Berlin/ })).toBeVisible()

  await keys.press(page(), 'All profiles')
  await expect(page().getByRole('region', { name: 'Shop iPads' })).toContainText('Version 2 on Berlin: 0 devices')
  await keys.pick(page(), 'More for Shop iPads', 'Remove…')
  await expect(page().getByRole('dialog')).toContainText('New devices of Berlin get it by themselves.')

  // Of a new one Apple's refusal is known before; it is no default, so it can go.
  await page().keyboard.press('Escape')
  await expect(page().getByRole('dialog')).toBeHidden()
  await keys.use(page(), page().getByRole('button', { name: 'New profile' }).first())
  await page().keyboard.type('Mac fleet')
  await page().keyboard.press('Enter')
  await expect(page().getByRole('heading', { name: 'Mac fleet', level: 1 })).toBeVisible()
  await goToSection(page(), 'Summary')
  await expect(page().getByText('Apple would refuse this profile.')).toBeVisible()
  await expect(page().getByText('CONFIG_URL_REQUIRED')).toBeVisible()
  await keys.press(page(), 'All profiles')
  await keys.pick(page(), 'More for Mac fleet', 'Remove…')
  await keys.use(page(), page().getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }))
  await expect(page().getByRole('region', { name: 'Mac fleet' })).toBeHidden()
})
