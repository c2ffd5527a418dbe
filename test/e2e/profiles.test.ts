import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { connectToken, makeVault, showPlace, syncNow } from './steps.ts'

/** Every control is reached and used by keys. */
async function use(control: Locator, key = 'Enter'): Promise<void> {
  await control.focus()
  await expect(control).toBeFocused()
  await control.press(key)
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const code = (page: Page) => page.getByRole('textbox', { name: 'Profile as JSON' })

async function goToSection(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { selected: true }).focus()
  for (let step = 0; step < 6; step++) {
    if ((await page.getByRole('tab', { selected: true }).innerText()).trim() === name) return
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Home')
  await goToSection(page, name)
}

const FILE = `{
  "profile_name": "Shop iPads",
  "department":   "Shop",
  "url": "https://mdm.example.com/enroll"
}
`

test('a profile is made of a file, edited both ways, published and compared', async ({ desk }) => {
  const { page } = desk
  await makeVault(page())
  await connectToken(desk, 'Berlin')
  await syncNow(page())
  await showPlace(page(), 'Profiles')
  await expect(page().getByRole('heading', { name: 'No profile yet' })).toBeVisible()
  const chooser = page().waitForEvent('filechooser')
  await use(button(page(), 'Choose the file'))
  await (await chooser).setFiles({ name: 'shop.json', mimeType: 'application/json', buffer: Buffer.from(FILE) })
  await expect(page().getByRole('heading', { name: 'Shop iPads', level: 1 })).toBeVisible()

  await goToSection(page(), 'MDM features')
  await use(
    page().getByRole('radiogroup', { name: 'Supervise the device' }).getByRole('radio', { name: 'Yes' }),
    'Space',
  )
  await expect(code(page())).toContainText('"is_supervised": true')
  await expect(code(page())).toContainText('"department":   "Shop"')

  await code(page()).focus()
  await page().keyboard.press('Control+End')
  await page().keyboard.press('Control+A')
  await page().keyboard.insertText(FILE.replace('Shop iPads', 'é'.repeat(126)))
  await expect(page().getByRole('textbox', { name: 'Profile name' })).toHaveValue('é'.repeat(126))
  await expect(page().getByText('126 characters; at most 125 are allowed. (CONFIG_NAME_INVALID)')).toBeVisible()
  await page().keyboard.press('Control+Z')
  await expect(page().getByRole('textbox', { name: 'Profile name' })).toHaveValue('Shop iPads')
  await expect(code(page())).toContainText('"is_supervised": true')

  await use(button(page(), 'Save draft'))
  await expect(page().getByText('Never published', { exact: true })).toBeVisible()
  await use(button(page(), 'Publish…'))
  const dialog = page().getByRole('dialog')
  await expect(dialog).toContainText('4 keys are sent to Apple')
  await use(dialog.getByRole('button', { name: 'Publish', exact: true }))
  await expect(dialog).toContainText('Version 1 is published on Berlin.')
  await use(dialog.getByRole('button', { name: 'Give it to the devices' }))
  await expect(page().getByText('No device of this token has an older version.')).toBeVisible()

  await goToSection(page(), 'Versions')
  await expect(page().getByRole('row', { name: /^1 Published Berlin/ })).toBeVisible()
  await use(page().getByRole('switch', { name: 'Default for new devices of Berlin' }), 'Space')
  await expect(page().getByText('The default', { exact: false }).first()).toBeVisible()

  await goToSection(page(), 'Setup Assistant')
  await use(page().getByRole('button', { name: /Siri/ }), 'Space')
  await expect(code(page())).toContainText('"skip_setup_items": ["Siri"]')
  await goToSection(page(), 'Versions')
  await use(button(page(), 'Compare'))
  const differences = page().getByRole('table', { name: 'Differences' })
  await expect(differences.getByRole('row', { name: /skip_setup_items not set "Siri"/ })).toBeVisible()
  await expect(page().getByText('Draft not published')).toBeVisible()

  desk.simulator.service.forgetProfiles()
  await use(button(page(), 'Ask Apple'))
  await expect(page().getByText('Apple no longer knows version 1 on Berlin')).toBeVisible()
  await use(button(page(), 'Define again…'))
  await use(dialog.getByRole('button', { name: 'Publish', exact: true }))
  await expect(dialog).toContainText('Version 2 is published on Berlin.')
  await use(dialog.getByRole('button', { name: 'Not now' }))
  await expect(page().getByRole('row', { name: /^2 Published Berlin/ })).toBeVisible()
  await expect(page().getByRole('row', { name: /^1 Gone at Apple Berlin/ })).toBeVisible()

  await use(button(page(), 'All profiles'))
  await expect(page().getByRole('region', { name: 'Shop iPads' })).toContainText('Version 2 on Berlin: 0 devices')
  await use(button(page(), 'More for Shop iPads'))
  await page().getByRole('menuitem', { name: 'Remove…' }).press('Enter')
  await expect(page().getByRole('dialog')).toContainText('New devices of Berlin get it by themselves.')
})

test('a profile that Apple would refuse says so, and one that is no default is removed', async ({ desk }) => {
  const { page } = desk
  await makeVault(page())
  await showPlace(page(), 'Profiles')
  await use(page().getByRole('button', { name: 'New profile' }).first())
  await page().keyboard.type('Mac fleet')
  await page().keyboard.press('Enter')
  await expect(page().getByRole('heading', { name: 'Mac fleet', level: 1 })).toBeVisible()
  await goToSection(page(), 'Summary')
  await expect(page().getByText('Apple would refuse this profile.')).toBeVisible()
  await expect(page().getByText('CONFIG_URL_REQUIRED')).toBeVisible()
  await use(button(page(), 'All profiles'))
  await use(button(page(), 'More for Mac fleet'))
  await page().getByRole('menuitem', { name: 'Remove…' }).press('Enter')
  await use(page().getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }))
  await expect(page().getByRole('heading', { name: 'No profile yet' })).toBeVisible()
})
