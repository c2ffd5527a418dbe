import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './fixtures.ts'
import { connectToken, expectCount, makeVault, search, showPlace, syncNow, unlockVault } from './steps.ts'

test('connect a token, sync, find a device, export, restart: everything is still there', async ({ desk }) => {
  const { page, simulator, downloadsDir } = desk
  const serials = Array.from(simulator.service.listDevices(), (row) => row.serial_number)
  const wanted = serials[123]!

  await makeVault(page())
  await connectToken(desk, 'Berlin')
  await syncNow(page())

  await showPlace(page(), 'Devices')
  await expectCount(page(), '200 devices')
  await search(page(), wanted)
  await expectCount(page(), '1 device')
  await page().getByRole('gridcell', { name: wanted }).click()
  const drawer = page().getByRole('complementary', { name: `Device ${wanted}` })
  await expect(drawer.getByRole('region', { name: 'Time line' })).toContainText(/added|first seen/i)
  await drawer.getByRole('button', { name: 'Close' }).click()

  await search(page(), '')
  await expectCount(page(), '200 devices')
  await page().getByRole('button', { name: 'Export CSV' }).click()
  await expect(page().getByRole('main').getByText('200 devices exported')).toBeVisible()
  const csv = readdirSync(downloadsDir).filter((name) => name.endsWith('.csv'))
  const lines = readFileSync(path.join(downloadsDir, csv[0]!), 'utf8').trimEnd().split('\r\n')
  expect([csv.length, lines.length]).toEqual([1, 201])
  expect(lines.filter((line) => line.includes(wanted))).toHaveLength(1)

  await desk.restart()
  await unlockVault(page())
  await showPlace(page(), 'Devices')
  await expectCount(page(), '200 devices')
  await search(page(), wanted)
  await expect(page().getByRole('gridcell', { name: wanted })).toBeVisible()
  await showPlace(page(), 'Tokens')
  await expect(page().getByRole('heading', { name: 'Berlin' })).toBeVisible()
})
