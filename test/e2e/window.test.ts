import { expect, test } from './fixtures.ts'

test('the keyboard alone reaches every place, and any device by its serial number', async ({ berlin }) => {
  const { page, simulator } = berlin
  const [, wanted] = Array.from(simulator.service.listDevices(), (row) => row.serial_number).sort()
  await page().keyboard.press('Control+5')
  const title = page().getByRole('heading', { name: 'Devices', level: 1 })
  await expect(title).toBeFocused()
  await expect(page()).toHaveTitle('Devices – ADE Desk')

  await page().keyboard.press('Control+k')
  const palette = page().getByRole('dialog', { name: 'Go to or do' })
  await page().keyboard.type(wanted!.toLowerCase())
  await expect(palette.getByRole('option', { name: new RegExp(`^${wanted}`) })).toBeVisible()
  await page().keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(page().getByRole('complementary', { name: `Device ${wanted}` })).toBeVisible()

  await page().keyboard.press('Escape')
  await page().keyboard.press('F6')
  await page().keyboard.press('Control+k')
  await page().keyboard.type('berlin fetch')
  await expect(palette.getByRole('option', { name: 'Fetch all of Berlin' })).toBeVisible()
  await page().keyboard.press('Escape')
  await expect(palette).toBeHidden()

  await page().keyboard.press('?')
  await expect(page().getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  await page().keyboard.press('Escape')
  await page().keyboard.press('Control+,')
  await expect(page().getByRole('heading', { name: 'Settings', level: 1 })).toBeFocused()
})
