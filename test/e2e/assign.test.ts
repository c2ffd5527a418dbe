import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { createCommandLine } from '../fakes/command-line.ts'
import { expect, test, type Desk } from './fixtures.ts'
import { connectToken, goTo, makeVault, pick, reach, syncNow } from './keyboard.ts'
import { expectCount, PASSPHRASE } from './steps.ts'

const JSON_OF_PROFILE = JSON.stringify({
  profile_name: 'Berlin',
  url: 'https://mdm.example.com/',
  is_supervised: true,
  is_mandatory: true,
  is_mdm_removable: false,
})

/** Made and published with the command line, over the data of the program that is open. */
async function publishProfile({ dataDir, simulator }: Desk): Promise<void> {
  const cli = createCommandLine({ ADE_DESK_PASSPHRASE: PASSPHRASE, ADE_DESK_APPLE_URL: simulator.url })
  writeFileSync(cli.path('berlin.json'), JSON_OF_PROFILE)
  for (const command of [
    ['profile', 'import', cli.path('berlin.json')],
    ['profile', 'publish', 'Berlin', '--token', 'Berlin'],
  ]) {
    expect(await cli.run([...command, '--data-dir', dataDir])).toMatchObject({ exitCode: 0 })
  }
}

async function selectedSerials(grid: Locator): Promise<readonly string[]> {
  const rows = await grid.getByRole('row', { selected: true }).all()
  return Promise.all(rows.map((row) => row.getByRole('gridcell').nth(1).innerText()))
}

test('a profile is assigned and a device released by keyboard alone', async ({ desk }) => {
  const { page, simulator, dataDir } = desk
  await makeVault(page())
  await connectToken(desk, 'Berlin')
  await syncNow(page())
  await publishProfile(desk)
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
  await expect(dialog('Assign profile').getByRole('option', { name: 'Berlin' })).toBeVisible()
  await keyboard.type('ber')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(dialog('Assign profile').getByText(/^3 devices: 3 change, 0 already have it, 0 are gone/)).toBeVisible()
  await reach(page(), dialog('Assign profile').getByRole('button', { name: 'Assign to 3 devices' }))
  await keyboard.press('Enter')
  const results = dialog('Assign profile: results')
  await expect(results.getByText('3 of 3 are as they should be.')).toBeVisible()
  await expect(results.getByRole('button', { name: 'Done' })).toBeFocused()
  await keyboard.press('Enter')
  const published = simulator.service.profiles.list().at(-1)
  const atApple = new Map([...simulator.service.listDevices()].map((row) => [row.serial_number, row.profile_uuid]))
  expect(serials.map((serial) => atApple.get(serial))).toEqual([published, published, published])

  await reach(page(), grid)
  await keyboard.press('Enter')
  const drawer = page().getByRole('complementary', { name: /^Device / })
  await expect(drawer.getByText('Berlin · 1').first()).toBeVisible()
  await keyboard.press('Escape')

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
