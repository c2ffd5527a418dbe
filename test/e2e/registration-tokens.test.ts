import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { answer, goTo, pick, press, reach, use } from './keyboard.ts'
import { expectCount } from './steps.ts'

/** By keyboard alone. */

/** As the system does while another window is in front. */
async function refuseNextCopy(page: Page): Promise<void> {
  await page.evaluate(() => {
    const write = navigator.clipboard.writeText.bind(navigator.clipboard)
    navigator.clipboard.writeText = () => {
      navigator.clipboard.writeText = write
      return Promise.reject(new DOMException('Document is not focused.', 'NotAllowedError'))
    }
  })
}

test('a registration token is issued, copied and revoked', async ({ berlin }) => {
  const { page } = berlin
  await goTo(page(), 'Devices')
  await expectCount(page(), '200 devices')
  await reach(page(), page().getByRole('grid', { name: 'Devices' }))
  await page().keyboard.press('Space')
  await pick(page(), 'Assignment and release', 'Registration token…')
  const dialog = page().getByRole('dialog', { name: /^Registration token of / })
  await expect(dialog).toContainText('1 device: 1 change')
  await use(page(), dialog.getByRole('button', { name: 'Issue', exact: true }))
  await expect(dialog).toContainText('Done for 1 device.')
  await press(page(), 'Show values')
  const value = await dialog.getByRole('region', { name: 'Values' }).locator('code').innerText()
  const copy = dialog.getByRole('region', { name: 'Values' }).getByRole('button', { name: 'Copy', exact: true })
  await refuseNextCopy(page())
  await use(page(), copy)
  await expect(page().getByRole('region', { name: 'Messages' })).toContainText('Not copied')
  await expect(page().getByRole('status').filter({ hasText: 'Not copied' })).toBeAttached()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeHidden()
  await use(page(), copy)
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()

  await answer(page(), dialog.getByRole('radiogroup', { name: 'What is to be done' }), 'Revoke')
  await use(page(), dialog.getByRole('button', { name: 'Revoke', exact: true }))
  await expect(dialog.getByRole('list', { name: 'So far' })).toContainText(/^Revoked/)
  await page().keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(await page().content()).not.toContain(value)

  // What was copied is what was shown.
  await reach(page(), page().getByRole('searchbox', { name: 'Search devices' }))
  await page().keyboard.press('ControlOrMeta+V')
  await expect(page().getByRole('searchbox', { name: 'Search devices' })).toHaveValue(value)
})
