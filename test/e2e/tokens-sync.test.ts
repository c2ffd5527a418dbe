import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { chooseFile, connectToken, makeVault, savedPath, showPlace, syncNow } from './steps.ts'

/** Every control is reached and used by keys. */
async function use(control: Locator): Promise<void> {
  await control.focus()
  await expect(control).toBeFocused()
  await control.press('Enter')
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

test('a token is renewed, named its people, and is the same token afterwards', async ({ desk }) => {
  const { page, simulator } = desk
  await makeVault(page())
  await connectToken(desk, 'Berlin')
  await syncNow(page())
  await showPlace(page(), 'Tokens')

  await use(button(page(), 'More for Berlin'))
  await page().keyboard.press('ArrowDown')
  await page().getByRole('menuitem', { name: 'Owner and deputy…' }).press('Enter')
  await page().getByRole('textbox', { name: 'Owner', exact: true }).fill('Ada Lovelace')
  await page().keyboard.press('Tab')
  await page().keyboard.type('ada@example.com')
  await page().keyboard.press('Enter')
  await expect(page().getByRole('region', { name: 'Berlin' })).toContainText('ada@example.com')

  await use(button(page(), 'More for Berlin'))
  await page().getByRole('menuitem', { name: 'Renew…' }).press('Enter')
  await expect(page().getByText('The token in use is not touched')).toBeVisible()
  await use(button(page(), 'Make the key pair'))
  await use(button(page(), 'Save the certificate'))
  const certificate = readFileSync(await savedPath(page()), 'utf8')
  await use(button(page(), 'Next'))
  await use(button(page(), 'I have the token file'))
  await chooseFile(page(), 'Choose the file', { name: 'wrong.p7m', bytes: Buffer.from('not a token') })
  await expect(page().getByText('This file is not a server token')).toBeVisible()
  await chooseFile(page(), 'Choose the file', { name: 'Berlin.p7m', bytes: simulator.issueToken(certificate) })
  await expect(page().getByRole('heading', { name: 'Berlin is renewed' })).toBeVisible()
  await use(button(page(), 'Not now'))
  await expect(page().getByRole('region', { name: 'Berlin' })).toContainText('ada@example.com')
  await expect(page().getByRole('region', { name: 'Berlin' })).toContainText('200')
})

test('an interval is changed, a run is cancelled and looked at', async ({ desk }) => {
  const { page, simulator } = desk
  await makeVault(page())
  await connectToken(desk, 'Berlin')
  await syncNow(page())

  await use(button(page(), /How often Berlin is synced/))
  await page().getByRole('option', { name: 'Every 6 hours' }).press('Enter')
  await expect(page().getByText('Set for this token')).toBeVisible()
  await use(button(page(), /How often Berlin is synced/))
  await page().getByRole('option', { name: 'As the group says' }).press('Enter')
  await expect(page().getByText('Now every 24 hours; no group says otherwise')).toBeVisible()

  simulator.script({ any_responses: [{ count: -1, response: { isHanging: true } }] })
  await use(button(page(), 'Fetch all'))
  await use(page().getByRole('main').getByRole('button', { name: 'Cancel', exact: true }))
  await expect(page().getByRole('row', { name: /Fetch all.*Cancelled/ })).toBeVisible()
  simulator.clearScript()

  await page().getByRole('grid', { name: 'Runs, newest first' }).focus()
  await page().keyboard.press('ArrowDown')
  await page().keyboard.press('Enter')
  const details = page().getByRole('complementary', { name: 'Run of Berlin' })
  await expect(details).toContainText('Devices it changed')
  await use(details.getByRole('button', { name: /^Show the device / }).first())
  await expect(page().getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible()
  await expect(page().getByRole('complementary', { name: /^Device / })).toBeVisible()
})
