import { expect, test } from './fixtures.ts'
import { goTo, press, unlockVault } from './keyboard.ts'

/** By keyboard alone. */

test('a window closed during a sync cancels it cleanly, and says so at the next start', async ({ berlin: desk }) => {
  const { page, simulator } = desk
  simulator.set({ latencyMs: 60_000 })
  await goTo(page(), 'Sync')
  await press(page(), 'Fetch all')
  await expect(page().getByRole('main').getByRole('button', { name: 'Cancel' })).toBeVisible()

  await desk.restart()
  await unlockVault(page())
  await goTo(page(), 'Sync')
  await expect(page().getByRole('row', { name: /Berlin.*Cancelled/ })).toBeVisible()
})
