import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { chooseFile, goTo, pick, press, reach, showTab, use, useSidebar } from './keyboard.ts'
import { expectCount } from './steps.ts'

const PROFILE = '{ "profile_name": "Shop iPads", "url": "https://mdm.example.com/enroll" }'

async function selectedSerials(grid: Locator): Promise<readonly string[]> {
  const rows = await grid.getByRole('row', { selected: true }).all()
  return Promise.all(rows.map((row) => row.getByRole('gridcell').nth(1).innerText()))
}

test('a profile is published and assigned, its count leads to the devices, and one is released, by keyboard alone', async ({
  berlin,
}) => {
  const { page, simulator, dataDir } = berlin
  await goTo(page(), 'Profiles')
  await chooseFile(page(), 'Choose the file', { name: 'shop.json', bytes: Buffer.from(PROFILE) })
  await expect(page().getByRole('heading', { name: 'Shop iPads', level: 1 })).toBeVisible()
  await press(page(), 'Publish…')
  await use(page(), page().getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }))
  await expect(page().getByRole('dialog')).toContainText('Version 1 is published on Berlin.')
  await use(page(), page().getByRole('dialog').getByRole('button', { name: 'Not now' }))

  await goTo(page(), 'Devices')
  await expectCount(page(), '200 devices')
  const keyboard = page().keyboard
  const grid = page().getByRole('grid', { name: 'Devices' })
  const dialog = (name: string) => page().getByRole('dialog', { name })

  await reach(page(), grid)
  await keyboard.press('Space')
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Shift+ArrowDown')
  await expect(page().getByText('3 selected', { exact: true })).toBeVisible()
  const serials = await selectedSerials(grid)

  await reach(page(), page().getByRole('button', { name: 'Assign profile…' }))
  await keyboard.press('Enter')
  await expect(dialog('Assign profile').getByRole('option', { name: 'Shop iPads' })).toBeVisible()
  await keyboard.type('shop')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(dialog('Assign profile').getByText(/^3 devices: 3 change, 0 already have it, 0 are gone/)).toBeVisible()
  await reach(page(), dialog('Assign profile').getByRole('button', { name: 'Assign to 3 devices' }))
  await keyboard.press('Enter')
  const results = dialog('Assign profile: results')
  await expect(results.getByText('3 of 3 are as they should be.')).toBeVisible()
  await expect(results.getByRole('button', { name: 'Done' })).toBeFocused()
  await keyboard.press('Enter')
  const published = simulator.service.profiles.list().at(-1)!
  const atApple = new Map([...simulator.service.listDevices()].map((row) => [row.serial_number, row.profile_uuid]))
  expect(serials.map((serial) => atApple.get(serial))).toEqual([published, published, published])

  await reach(page(), grid)
  await keyboard.press('Enter')
  const drawer = page().getByRole('complementary', { name: /^Device / })
  await expect(drawer.getByText('Shop iPads · 1').first()).toBeVisible()
  await keyboard.press('Escape')

  await useSidebar(page(), 'Profiles')
  await expect(page().getByRole('heading', { name: 'Shop iPads', level: 1 })).toBeVisible()
  await showTab(page(), 'Parts of the profile', 'Versions')
  await press(page(), '3 devices with version 1 on Berlin')
  await expect(page().getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible()
  await expectCount(page(), '3 devices')
  expect(new URL(page().url()).hash.toLowerCase()).toBe(`#/devices?profileuuid=${published.toLowerCase()}`)
  await press(page(), 'Remove the filter Profile')
  await expectCount(page(), '200 devices')

  await reach(page(), grid)
  await keyboard.press('Escape')
  await keyboard.press('Space')
  await expect(page().getByText('1 selected', { exact: true })).toBeVisible()
  const [leaving] = await selectedSerials(grid)
  await pick(page(), 'Assignment and release', 'Release from the organization…')
  const asking = page().getByRole('alertdialog', { name: 'Release from the organization' })
  await expect(asking.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(asking.getByRole('button', { name: 'Release 1 device' })).toBeDisabled()
  await reach(page(), asking.getByRole('textbox', { name: 'Type RELEASE 1 DEVICES' }))
  await keyboard.type('RELEASE 1 DEVICES')
  await reach(page(), asking.getByRole('button', { name: 'Release 1 device' }))
  await keyboard.press('Enter')
  await expect(dialog('Release: results').getByText('1 of 1 were released.')).toBeVisible()
  const list = readdirSync(dataDir).find((name) => /^released-.*\.csv$/.test(name))
  expect(readFileSync(join(dataDir, list!), 'utf8')).toContain(leaving!)
  await keyboard.press('Enter')
  expect([...simulator.service.listDevices()].map(({ serial_number }) => serial_number)).not.toContain(leaving)
})
