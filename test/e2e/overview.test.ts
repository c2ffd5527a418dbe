import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { connectToken, expectCount, makeVault, showPlace, syncNow, unlockVault } from './steps.ts'

const attention = (page: Page) => page.getByRole('list', { name: 'Needs attention' })

async function openNotices(page: Page) {
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: /^Notices/ })
    .click()
  return page.getByRole('complementary', { name: 'Notices' })
}

test('the overview leads from the first start to the lists behind its numbers and to what needs somebody', async ({
  desk,
}) => {
  const { page, simulator } = desk
  await makeVault(page())
  await showPlace(page(), 'Overview')
  await page().getByRole('main').getByRole('button', { name: 'Connect your first token' }).click()
  await expect(page().getByRole('textbox', { name: 'Name' })).toBeVisible()
  await page().reload()
  await connectToken(desk, 'Berlin')
  await syncNow(page())

  await showPlace(page(), 'Overview')
  await expect(page().getByRole('list', { name: 'Credential calendar' })).toContainText(/Berlin.*expires in \d+ days/)
  await expect(page().getByRole('row', { name: /Berlin.*Working.*Done/ })).toBeVisible()
  await page().getByRole('button', { name: 'At Apple, Present: show 200 devices' }).click()
  await expect(page().getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible()
  await expectCount(page(), '200 devices')
  expect(new URL(page().url()).hash).toBe('#/devices?atApple=present')

  await showPlace(page(), 'Overview')
  await expect(attention(page())).toContainText('There is no recovery code')
  const panel = await openNotices(page())
  await expect(panel).toContainText(/Last checked/)
  await panel.getByRole('button', { name: 'Dismiss: There is no recovery code' }).click()
  await expect(panel).toContainText('Nothing needs you')
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(page().getByRole('heading', { name: 'All is well' })).toBeVisible()

  simulator.revokeToken()
  await showPlace(page(), 'Tokens')
  await page().getByRole('button', { name: 'Verify' }).click()
  await expect(page().getByRole('main').getByText('Apple rejected the server token').first()).toBeVisible()
  await showPlace(page(), 'Overview')
  await expect(attention(page()).getByRole('heading')).toHaveText(['Apple rejects the token Berlin'])

  await desk.restart()
  await unlockVault(page())
  await showPlace(page(), 'Overview')
  await expect(attention(page()).getByRole('heading')).toHaveText(['Apple rejects the token Berlin'])
  await attention(page()).getByRole('button', { name: 'Renew' }).click()
  await expect(page().getByRole('heading', { name: /Renew.*Berlin/ })).toBeVisible()
})
