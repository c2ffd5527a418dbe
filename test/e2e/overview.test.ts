import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { goTo, press, unlockVault, use, useSidebar } from './keyboard.ts'
import { expectCount } from './steps.ts'

/** By keyboard alone; that it leads from the first start to the wizard is in `main-job.test.ts`. */

const attention = (page: Page) => page.getByRole('list', { name: 'Needs attention' })

test('the overview leads to the lists behind its numbers and to what needs somebody', async ({ berlin: desk }) => {
  const { page, simulator } = desk
  await goTo(page(), 'Overview')
  await expect(page().getByRole('list', { name: 'Credential calendar' })).toContainText(/Berlin.*expires in \d+ days/)
  await expect(page().getByRole('row', { name: /Berlin.*Working.*Done/ })).toBeVisible()
  await press(page(), 'At Apple, Present: show 200 devices')
  await expect(page().getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible()
  await expectCount(page(), '200 devices')
  expect(new URL(page().url()).hash).toBe('#/devices?atApple=present')

  await goTo(page(), 'Overview')
  await expect(attention(page())).toContainText('There is no recovery code')
  await useSidebar(page(), /^Notices/)
  const panel = page().getByRole('complementary', { name: 'Notices' })
  await expect(panel).toContainText(/Last checked/)
  await use(page(), panel.getByRole('button', { name: 'Dismiss: There is no recovery code' }))
  await expect(panel).toContainText('Nothing needs you')
  await page().keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(page().getByRole('heading', { name: 'All is well' })).toBeVisible()

  simulator.revokeToken()
  await goTo(page(), 'Tokens')
  await press(page(), 'Verify')
  await expect(page().getByRole('main').getByText('Apple rejected the server token').first()).toBeVisible()
  await desk.restart()
  await unlockVault(page())
  await goTo(page(), 'Overview')
  await expect(attention(page()).getByRole('heading')).toHaveText(['Apple rejects the token Berlin'])
  await use(page(), attention(page()).getByRole('button', { name: 'Renew' }))
  await expect(page().getByRole('heading', { name: /Renew.*Berlin/ })).toBeVisible()
})
