import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import * as keys from './keyboard.ts'
import { expectCount } from './steps.ts'

/**
 * The journeys that other files make with the mouse, by keyboard alone. Those of assign, demo, devices, profiles,
 * settings, tokens-sync and window are made by keyboard there.
 */

test('connect a token, sync, find a device, export, restart, by keyboard alone', async ({ desk }) => {
  const { page, simulator, downloadsDir } = desk
  const wanted = Array.from(simulator.service.listDevices(), (row) => row.serial_number)[123]!
  await keys.makeVault(page())
  await keys.connectToken(desk, 'Berlin')
  await keys.syncNow(page())

  await keys.goTo(page(), 'Devices')
  await expectCount(page(), '200 devices')
  const field = page().getByRole('searchbox', { name: 'Search devices' })
  const grid = page().getByRole('grid', { name: 'Devices' })
  await keys.reach(page(), field)
  await page().keyboard.type(wanted)
  await expectCount(page(), '1 device')
  await keys.use(page(), grid)
  const drawer = page().getByRole('complementary', { name: `Device ${wanted}` })
  await expect(drawer.getByRole('region', { name: 'Time line' })).toContainText('Added to token Berlin.')
  await page().keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await keys.reach(page(), field)
  await page().keyboard.press('Escape')
  await expectCount(page(), '200 devices')
  await keys.press(page(), 'Export CSV')
  await expect(page().getByRole('main').getByText('200 devices exported')).toBeVisible()
  const csv = readdirSync(downloadsDir).filter((name) => name.endsWith('.csv'))
  const lines = readFileSync(path.join(downloadsDir, csv[0]!), 'utf8').trimEnd().split('\r\n')
  expect([csv.length, lines.length]).toEqual([1, 201])

  await desk.restart()
  await keys.unlockVault(page())
  await keys.goTo(page(), 'Tokens')
  await expect(page().getByRole('heading', { name: 'Berlin' })).toBeVisible()
})

/** A row of the tree by the name of its group. */
const row = (page: Page, name: string): Locator => page.getByRole('row', { name: new RegExp(`^${name}, `) })
const preview = (page: Page): Locator => page.getByRole('alertdialog')

/** Tab leads to the tree, arrows through it; what has the focus there is chosen. */
async function showGroup(page: Page, name: string): Promise<void> {
  const tree = page.getByRole('treegrid')
  for (let step = 0; step < 60; step++) {
    if (await tree.evaluate((element) => element.contains(document.activeElement))) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await keys.walk(page, 'ArrowDown', row(page, name))
  await expect(row(page, name)).toHaveAttribute('aria-selected', 'true')
}

async function addGroup(page: Page, parent: string, name: string): Promise<void> {
  await showGroup(page, parent)
  await keys.use(page, page.getByRole('button', { name: 'Add a group…' }).first())
  await keys.type(page, 'Name', name)
  await page.keyboard.press('Enter')
  await keys.use(page, preview(page).getByRole('button', { name: 'Add', exact: true }))
  await expect(row(page, name)).toHaveAttribute('aria-selected', 'true')
}

test('groups are added, moved, given a schedule and brought back, by keyboard alone', async ({ desk }) => {
  const page = desk.page()
  await keys.makeVault(page)
  await keys.goTo(page, 'Groups')
  await addGroup(page, 'Global', 'EMEA')
  await addGroup(page, 'Global', 'Retail')
  await addGroup(page, 'EMEA', 'Berlin')

  await showGroup(page, 'Berlin')
  await keys.press(page, 'Move…')
  await page.keyboard.type('reta')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await keys.press(page, 'Preview…')
  await expect(preview(page)).toContainText('Move “Berlin” below “Retail”')
  await keys.use(page, preview(page).getByRole('button', { name: 'Move', exact: true }))
  await expect(page.getByText('/Global/Retail/Berlin')).toBeVisible()

  const schedule = page.getByRole('region', { name: 'Schedule', exact: true })
  await showGroup(page, 'Retail')
  await keys.answer(page, schedule.getByRole('radiogroup').first(), 'Override')
  await keys.reach(page, schedule.getByRole('button', { name: 'Sync runs' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: 'Every 6 hours' })).toBeVisible()
  await page.keyboard.press('Home')
  await keys.walk(page, 'ArrowDown', page.getByRole('option', { name: 'Every 6 hours' }))
  await page.keyboard.press('Enter')
  await keys.use(page, schedule.getByRole('button', { name: 'Preview the change…' }))
  await expect(preview(page)).toContainText('Every 6 hours set at Retail')
  await keys.use(page, preview(page).getByRole('button', { name: 'Apply' }))
  await showGroup(page, 'Berlin')
  await expect(schedule).toContainText('Why: Berlin inherits → Retail sets it')
  await page.keyboard.press('Control+z')
  await expect(schedule).toContainText('No schedule of its own')
})

test('a file brings a tree, and a group of it leads to its devices, by keyboard alone', async ({ desk }) => {
  const page = desk.page()
  await keys.makeVault(page)
  await keys.goTo(page, 'Groups')
  await keys.use(page, page.getByRole('button', { name: 'Import…' }).first())
  const csv = 'path,type,group id\n/Global/EMEA,Region,emea\n/Global/Retail,,\nRetail,,\n'
  await keys.chooseFile(page, 'Choose a file…', { name: 'groups.csv', bytes: Buffer.from(csv) })
  await expect(page.getByRole('heading', { name: 'Rejected (1)' })).toBeVisible()
  await expect(page.getByText('line 3 has the same path')).toBeVisible()
  await keys.press(page, 'Preview the import…')
  await keys.use(page, preview(page).getByRole('button', { name: 'Import' }))
  await showGroup(page, 'EMEA')
  await keys.walk(page, 'ArrowRight', row(page, 'EMEA').getByRole('button', { name: 'Move EMEA' }))
  await page.keyboard.press('Enter')
  await keys.walk(page, 'ArrowDown', page.getByRole('button', { name: 'Drop on Retail' }))
  await page.keyboard.press('Enter')
  await keys.use(page, preview(page).getByRole('button', { name: 'Move' }))
  await expect(page.getByText('/Global/Retail/EMEA').first()).toBeVisible()
  await showGroup(page, 'Retail')
  await keys.press(page, /with all groups below Retail/)
  await expect(page.getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible()
})

test('the overview leads to the lists behind its numbers and to what needs somebody, by keyboard alone', async ({
  desk,
}) => {
  const { page, simulator } = desk
  await keys.makeVault(page())
  await keys.connectToken(desk, 'Berlin')
  await keys.syncNow(page())
  await keys.goTo(page(), 'Overview')
  await keys.press(page(), 'At Apple, Present: show 200 devices')
  await expectCount(page(), '200 devices')
  expect(new URL(page().url()).hash).toBe('#/devices?atApple=present')

  await keys.useSidebar(page(), /^Notices/)
  const panel = page().getByRole('complementary', { name: 'Notices' })
  await keys.use(page(), panel.getByRole('button', { name: 'Dismiss: There is no recovery code' }))
  await expect(panel).toContainText('Nothing needs you')
  await page().keyboard.press('Escape')
  await expect(panel).toBeHidden()

  simulator.revokeToken()
  await keys.goTo(page(), 'Tokens')
  await keys.press(page(), 'Verify')
  await expect(page().getByRole('main').getByText('Apple rejected the server token').first()).toBeVisible()
  await keys.goTo(page(), 'Overview')
  await keys.use(page(), page().getByRole('list', { name: 'Needs attention' }).getByRole('button', { name: 'Renew' }))
  await expect(page().getByRole('heading', { name: /Renew.*Berlin/ })).toBeVisible()
})

test('a window closed during a sync that was begun by keyboard says so at the next start', async ({ desk }) => {
  const { page, simulator } = desk
  await keys.makeVault(page())
  await keys.connectToken(desk, 'Berlin')
  simulator.set({ latencyMs: 60_000 })
  await keys.press(page(), 'Sync now')
  await keys.goTo(page(), 'Sync')
  await expect(page().getByRole('main').getByRole('button', { name: 'Cancel' })).toBeVisible()
  await desk.restart()
  await keys.unlockVault(page())
  await keys.goTo(page(), 'Sync')
  await expect(page().getByRole('row', { name: /Berlin.*Cancelled/ })).toBeVisible()
})
