import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { choose, chooseFile, goTo, pick, press, reach, use } from './keyboard.ts'
import { savedPath } from './steps.ts'

/** By keyboard alone. */

test('a token is renewed, named its people, and is the same token afterwards', async ({ berlin }) => {
  const { page, simulator } = berlin
  await goTo(page(), 'Tokens')

  await pick(page(), 'More for Berlin', 'Owner and deputy…')
  await reach(page(), page().getByRole('textbox', { name: 'Owner', exact: true }))
  await page().keyboard.type('Ada Lovelace')
  await page().keyboard.press('Tab')
  await page().keyboard.type('ada@example.com')
  await page().keyboard.press('Enter')
  await expect(page().getByRole('region', { name: 'Berlin' })).toContainText('ada@example.com')

  await pick(page(), 'More for Berlin', 'Renew…')
  await expect(page().getByText('The token in use is not touched')).toBeVisible()
  await press(page(), 'Make the key pair')
  await press(page(), 'Save the certificate')
  const certificate = readFileSync(await savedPath(page()), 'utf8')
  await press(page(), 'Next')
  await press(page(), 'I have the token file')
  await chooseFile(page(), 'Choose the file', { name: 'wrong.p7m', bytes: Buffer.from('not a token') })
  await expect(page().getByText('This file is not a server token')).toBeVisible()
  await chooseFile(page(), 'Choose the file', { name: 'Berlin.p7m', bytes: simulator.issueToken(certificate) })
  await expect(page().getByRole('heading', { name: 'Berlin is renewed' })).toBeVisible()
  await press(page(), 'Not now')
  await expect(page().getByRole('region', { name: 'Berlin' })).toContainText('ada@example.com')
  await expect(page().getByRole('region', { name: 'Berlin' })).toContainText('200')
})

test('an interval is changed, a run is cancelled and looked at', async ({ berlin }) => {
  const { page, simulator } = berlin
  await goTo(page(), 'Sync')
  await choose(page(), /How often Berlin is synced/, 'Every 6 hours')
  await expect(page().getByText('Set for this token')).toBeVisible()
  await choose(page(), /How often Berlin is synced/, 'As the group says')
  await expect(page().getByText('Now every 24 hours; no group says otherwise')).toBeVisible()

  simulator.script({ any_responses: [{ count: -1, response: { isHanging: true } }] })
  await press(page(), 'Fetch all')
  await use(page(), page().getByRole('main').getByRole('button', { name: 'Cancel', exact: true }))
  await expect(page().getByRole('row', { name: /Fetch all.*Cancelled/ })).toBeVisible()
  simulator.clearScript()

  await reach(page(), page().getByRole('grid', { name: 'Runs, newest first' }))
  await page().keyboard.press('ArrowDown')
  await page().keyboard.press('Enter')
  const details = page().getByRole('complementary', { name: 'Run of Berlin' })
  await expect(details).toContainText('Devices it changed')
  await use(page(), details.getByRole('button', { name: /^Show the device / }).first())
  await expect(page().getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible()
  await expect(page().getByRole('complementary', { name: /^Device / })).toBeVisible()
})
