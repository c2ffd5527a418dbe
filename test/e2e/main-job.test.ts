import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './fixtures.ts'
import { fillWizard, goTo, makeVault, press, reach, syncNow, unlockVault, use } from './keyboard.ts'
import { expectCount } from './steps.ts'

/** By keyboard alone. */

test('connect a token, sync, find a device, export, restart: everything is still there', async ({ desk }) => {
  const { page, simulator, downloadsDir } = desk
  const wanted = Array.from(simulator.service.listDevices(), (row) => row.serial_number)[123]!
  await makeVault(page())
  await goTo(page(), 'Overview')
  await use(page(), page().getByRole('main').getByRole('button', { name: 'Connect your first token' }))
  await fillWizard(desk, 'Berlin')
  await syncNow(page())

  await goTo(page(), 'Devices')
  await expectCount(page(), '200 devices')
  const field = () => page().getByRole('searchbox', { name: 'Search devices' })
  const grid = page().getByRole('grid', { name: 'Devices' })
  await reach(page(), field())
  await page().keyboard.type(wanted)
  await expectCount(page(), '1 device')
  await use(page(), grid)
  const drawer = page().getByRole('complementary', { name: `Device ${wanted}` })
  await expect(drawer.getByRole('region', { name: 'Time line' })).toContainText('Added to token Berlin.')
  await page().keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await reach(page(), field())
  await page().keyboard.press('Escape')
  await expectCount(page(), '200 devices')
  await press(page(), 'Export CSV')
  await expect(page().getByRole('main').getByText('200 devices exported')).toBeVisible()
  const csv = readdirSync(downloadsDir).filter((name) => name.endsWith('.csv'))
  const lines = readFileSync(path.join(downloadsDir, csv[0]!), 'utf8').trimEnd().split('\r\n')
  expect([csv.length, lines.length]).toEqual([1, 201])
  expect(lines.filter((line) => line.includes(wanted))).toHaveLength(1)

  await desk.restart()
  await unlockVault(page())
  await goTo(page(), 'Devices')
  await expectCount(page(), '200 devices')
  await reach(page(), field())
  await page().keyboard.type(wanted)
  await expect(page().getByRole('gridcell', { name: wanted })).toBeVisible()
  await goTo(page(), 'Tokens')
  await expect(page().getByRole('heading', { name: 'Berlin' })).toBeVisible()
})
