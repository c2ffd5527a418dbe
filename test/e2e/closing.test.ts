import { expect, test } from './fixtures.ts'
import { connectToken, makeVault, showPlace, unlockVault } from './steps.ts'

test('a window closed during a sync cancels it cleanly, and says so at the next start', async ({ desk }) => {
  const { page, simulator } = desk
  await makeVault(page())
  await connectToken(desk, 'Berlin')
  simulator.set({ latencyMs: 60_000 })
  await page().getByRole('button', { name: 'Sync now' }).click()
  await showPlace(page(), 'Sync')
  await expect(page().getByRole('main').getByRole('button', { name: 'Cancel' })).toBeVisible()

  await desk.restart()
  await unlockVault(page())
  await showPlace(page(), 'Sync')
  await expect(page().getByRole('row', { name: /Berlin.*Cancelled/ })).toBeVisible()
})
