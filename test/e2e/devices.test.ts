import { expect, test } from './fixtures.ts'
import { goTo, pick, reach, unlockVault } from './keyboard.ts'
import { expectCount } from './steps.ts'

test('devices are chosen, arranged, opened and kept as a view by keyboard alone', async ({ berlin: desk }) => {
  const { page } = desk
  await goTo(page(), 'Devices')
  await expectCount(page(), '200 devices')
  const keyboard = page().keyboard
  const grid = page().getByRole('grid', { name: 'Devices' })

  await reach(page(), grid)
  await keyboard.press('Control+a')
  await expect(page().getByText('200 selected', { exact: true })).toBeVisible()
  await keyboard.press('Escape')
  await keyboard.press('Space')
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Shift+ArrowDown')
  await expect(page().getByText('3 selected', { exact: true })).toBeVisible()
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(3)

  await reach(page(), page().getByRole('button', { name: 'Move to group…' }))
  await keyboard.press('Enter')
  const dialog = page().getByRole('dialog', { name: 'Move to group' })
  await expect(dialog.getByRole('option', { name: '/Global' })).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(dialog.getByText('3 devices: 0 change, 3 already there, 0 are gone.')).toBeVisible()
  await reach(page(), dialog.getByRole('button', { name: 'Cancel' }))
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  const headings = () => page().getByRole('columnheader').allInnerTexts()
  const heading = page().getByRole('columnheader', { name: 'Model' })
  const width = async () => (await heading.boundingBox())!.width
  await keyboard.press('Shift+Tab')
  await reach(page(), heading.getByRole('button'))
  const before = await width()
  for (let step = 0; step < 4; step++) await keyboard.press('Shift+ArrowRight')
  await expect.poll(width).toBeGreaterThan(before)
  await keyboard.press('Alt+ArrowRight')
  await expect.poll(async () => (await headings()).slice(1, 4)).toEqual(['Serial number', 'Family', 'Model'])

  const jump = page().getByRole('textbox', { name: 'Go to row' })
  await reach(page(), jump)
  await keyboard.type('150')
  await keyboard.press('Enter')
  await expect(grid).toBeFocused()
  const active = grid.locator('[aria-rowindex="151"]')
  await expect(active).toBeVisible()
  await keyboard.press('Enter')
  const serial = await active.getByRole('gridcell').nth(1).innerText()
  await expect(page().getByRole('complementary', { name: `Device ${serial}` })).toBeVisible()
  await keyboard.press('Alt+ArrowDown')
  const next = await grid.locator('[aria-rowindex="152"]').getByRole('gridcell').nth(1).innerText()
  await expect(page().getByRole('complementary', { name: `Device ${next}` })).toBeVisible()
  await keyboard.press('Escape')

  await pick(page(), /^View/, 'Save as a new view…')
  await keyboard.type('Wide models')
  await keyboard.press('Enter')
  await expect(page().getByRole('button', { name: /^View.*Wide models/ })).toBeVisible()

  await desk.restart()
  await unlockVault(page())
  await goTo(page(), 'Devices')
  await expectCount(page(), '200 devices')
  await expect.poll(async () => (await headings()).slice(1, 4)).toEqual(['Serial number', 'Family', 'Model'])
  await reach(page(), page().getByRole('button', { name: /^View/ }))
  await page().keyboard.press('Enter')
  await expect(page().getByRole('menuitem', { name: 'Wide models' })).toBeVisible()
})
