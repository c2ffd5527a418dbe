import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { choose, goTo, pick, press, reach, showTab, type, use } from './keyboard.ts'
import { savedPath } from './steps.ts'

/** By keyboard alone. Nothing here asks a host but those of this computer. */

test('a device is diagnosed from its drawer, a person answers, and the report is a real PDF', async ({ berlin }) => {
  const { page, simulator } = berlin
  const [serial = ''] = Array.from(simulator.service.listDevices(), (row) => row.serial_number).sort()
  await page().keyboard.press('Control+k')
  await page().keyboard.type(serial.toLowerCase())
  await expect(page().getByRole('option', { name: new RegExp(`^${serial}`) })).toBeVisible()
  await page().keyboard.press('Enter')
  const drawer = page().getByRole('complementary', { name: `Device ${serial}` })
  await use(page(), drawer.getByRole('button', { name: 'Diagnose' }))

  await expect(page().getByRole('heading', { name: 'Troubleshoot', level: 1 })).toBeVisible()
  await expect(page().getByRole('combobox', { name: 'Serial number' })).toHaveValue(serial)
  await use(page(), page().getByRole('switch', { name: 'Offline' }), 'Space')
  await use(page(), page().getByRole('main').getByRole('button', { name: 'Diagnose', exact: true }))
  const steps = page().getByRole('list', { name: 'Steps of the diagnosis' })
  await expect(steps).toContainText('Is the token before its expiry date?')
  await expect(page().getByText('Offline: nobody was asked.')).toBeVisible()
  const verdict = page().getByRole('region', { name: 'Cause', exact: true })
  await expect(verdict).toBeVisible()
  await expect(verdict).toContainText('No profile is assigned at Apple')
  await expect(steps).toContainText('Not asked: this diagnosis works offline.')

  await press(page(), 'Save as PDF')
  const saved = await savedPath(page())
  expect(saved).toMatch(/\.pdf$/)
  expect(readFileSync(saved).subarray(0, 5).toString()).toBe('%PDF-')

  await pick(page(), 'More for this diagnosis', 'Save as HTML')
  await expect(page().getByText(/\.html$/)).toBeVisible()
  const html = readFileSync(await savedPath(page()), 'utf8')
  expect(html).toContain(serial)

  await press(page(), 'All problems')
  const earlier = page().getByRole('grid', { name: 'Diagnoses, newest first' })
  await reach(page(), earlier)
  await page().keyboard.press('Enter')
  await expect(verdict).toBeVisible()

  await press(page(), 'All problems')
  await reach(page(), page().getByRole('searchbox', { name: 'Search problems' }))
  await page().keyboard.type('activation lock')
  await page().keyboard.press('Enter')
  await expect(page().getByRole('radio')).toHaveCount(1)
  await use(page(), page().getByRole('main').getByRole('button', { name: 'Diagnose', exact: true }))
  await press(page(), 'An Apple Account of a person')
  await expect(verdict).toContainText('person')
  await press(page(), 'Change the answer: Whose hint does the locked device show?')
  await press(page(), 'Our organization, or an address of it')
  await expect(verdict).not.toContainText('No cause yet')
  await expect(steps).toContainText('Answered: Our organization, or an address of it.')
})

test('a host of this computer is checked, and an address that is no https is rehearsed without sending', async ({
  berlin,
}) => {
  const { page, simulator } = berlin
  await goTo(page(), 'Troubleshoot')
  await showTab(page(), 'Ways to look for a cause', 'Network check')
  for (const name of ['Device setup', 'Device management', 'Push notifications', 'Certificate validation'])
    await use(page(), page().getByRole('checkbox', { name }), 'Space')
  const { host, port } = new URL(simulator.url)
  await type(page(), 'Further hosts', host)
  await press(page(), 'Check the network')
  const hosts = page().getByRole('grid', { name: 'Hosts and what they answered' })
  await expect(hosts.getByRole('row', { name: new RegExp(`127\\.0\\.0\\.1:${port}`) })).toBeVisible()

  await press(page(), 'Save as CSV')
  const csv = readFileSync(await savedPath(page()), 'utf8')
  expect(csv).toContain(`127.0.0.1,${port}`)

  await showTab(page(), 'Ways to look for a cause', 'Rehearsal')
  await type(page(), 'Address', `${simulator.url}/enroll`)
  await press(page(), 'Show what will happen')
  await expect(page().getByText('The server may record an enrollment attempt')).toBeVisible()
  await press(page(), 'Start the rehearsal')
  await expect(page().getByRole('list', { name: 'Findings' })).toContainText('nothing was sent')
})

test('one problem is looked for on several devices, and one of them is looked into', async ({ berlin }) => {
  const { page } = berlin
  await goTo(page(), 'Devices')
  await reach(page(), page().getByRole('grid', { name: 'Devices' }))
  await page().keyboard.press('Space')
  for (let step = 0; step < 4; step++) await page().keyboard.press('Shift+ArrowDown')
  await use(page(), page().getByRole('toolbar').getByRole('button', { name: 'Diagnose', exact: true }))
  await expect(page().getByRole('heading', { name: 'Diagnose 5 devices' })).toBeFocused()
  await choose(page(), /What is wrong\?/, 'The device does not ask for Remote Management')
  await press(page(), 'Diagnose them')
  await expect(page().getByText(/^5 devices, \d+ causes?\. Apple was asked/)).toBeVisible()
  await use(page(), page().getByRole('button', { name: 'Select in Devices' }).first())
  await expect(page().getByText(/^[1-5] selected$/)).toBeVisible()
  await goTo(page(), 'Troubleshoot')
  await use(page(), page().getByRole('list', { name: 'Serial numbers' }).first().getByRole('button').first())
  await expect(page().getByRole('combobox', { name: 'Serial number' })).not.toHaveValue('')
})
