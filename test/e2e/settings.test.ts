import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openInBrowser } from './open-in-browser.ts'
import { openInElectron } from './open-in-electron.ts'
import { chooseFile, goTo, makeVault, press, reach, type, walk } from './keyboard.ts'
import { PASSPHRASE } from './steps.ts'

/** Every journey here is done with the keyboard alone; only files come by the chooser they open. */
const NEW_PASSPHRASE = 'five other words for tomorrow'
const BACKUP_PASSPHRASE = 'a passphrase for the file'

/** By its key; then arrow keys go through the sections. */
async function openSettings(page: Page, section: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,')
  const sections = page.getByRole('tablist', { name: 'Sections of the settings' })
  await reach(page, sections.getByRole('tab', { selected: true }))
  await page.keyboard.press('Home')
  await walk(page, 'ArrowDown', sections.getByRole('tab', { name: section, exact: true }))
}

async function unlockWith(page: Page, passphrase: string): Promise<void> {
  await type(page, 'Passphrase', passphrase)
  await page.keyboard.press('Enter')
}

test('a changed passphrase and a recovery code open the vault, the old passphrase no longer', async ({ desk }) => {
  const { page } = desk
  await makeVault(page())
  await openSettings(page(), 'Vault')
  await press(page(), 'Change…')
  await type(page(), 'Present passphrase', 'not this one')
  await type(page(), 'New passphrase', NEW_PASSPHRASE)
  await type(page(), 'New passphrase again', NEW_PASSPHRASE)
  await page().keyboard.press('Enter')
  await expect(page().getByRole('alert')).toContainText('The passphrase is not right')
  await type(page(), 'Present passphrase', PASSPHRASE)
  await page().keyboard.press('Enter')
  await expect(page().getByRole('dialog')).toBeHidden()

  await openSettings(page(), 'Vault')
  await press(page(), 'Make a code…')
  await press(page(), 'Make the code')
  const groups = page().getByRole('list', { name: 'The recovery code' }).locator('code')
  await expect(groups).toHaveCount(6)
  const code = await groups.allInnerTexts()
  await press(page(), 'I have kept it')
  const field = page().getByRole('textbox', { name: /^Part \d of the code$/ })
  const place = Number(
    /\d/.exec(
      (await page()
        .getByText(/^Part \d of the code$/)
        .innerText()) ?? '',
    )?.[0],
  )
  await reach(page(), field)
  await page().keyboard.type('WRONG')
  await page().keyboard.press('Enter')
  await expect(page().getByText('That is not this part of the code.', { exact: false })).toBeVisible()
  await page().keyboard.press('ControlOrMeta+A')
  await page().keyboard.type(code[place - 1]!.toLowerCase())
  await page().keyboard.press('Enter')
  await expect(page().getByRole('alertdialog')).toBeHidden()
  expect(await page().content()).not.toContain(code[0])

  await desk.restart()
  await unlockWith(page(), PASSPHRASE)
  await expect(page().getByRole('alert')).toContainText('The passphrase is not right')
  await unlockWith(page(), NEW_PASSPHRASE)
  await expect(page().getByRole('navigation', { name: 'Places' })).toBeVisible()

  await desk.restart()
  await press(page(), 'Use the recovery code')
  await type(page(), 'Recovery code', code.join(' '))
  await page().keyboard.press('Enter')
  await expect(page().getByRole('navigation', { name: 'Places' })).toBeVisible()
})

test('a backup brings tokens, groups and settings into a new data folder', async ({ berlin, shell }) => {
  const { page, simulator, downloadsDir } = berlin
  await openSettings(page(), 'Appearance')
  await reach(page(), page().getByRole('switch', { name: 'Compact rows' }))
  await page().keyboard.press('Space')
  await expect(page().getByRole('switch', { name: 'Compact rows' })).toBeChecked()
  await openSettings(page(), 'Vault')
  await press(page(), 'Back up…')
  await type(page(), 'Passphrase of the backup', BACKUP_PASSPHRASE)
  await type(page(), 'Passphrase of the backup again', BACKUP_PASSPHRASE)
  await page().keyboard.press('Enter')
  const saved = page().getByRole('status').filter({ hasText: 'The backup is saved.' })
  const file = (await saved.locator('bdi').first().innerText()).trim()
  expect(path.dirname(file)).toBe(downloadsDir)
  expect(readFileSync(file).includes('Berlin')).toBe(false)

  const folder = mkdtempSync(path.join(tmpdir(), 'ade-desk-restore-'))
  const open = shell === 'electron' ? openInElectron : openInBrowser
  const other = await open({ dataDir: path.join(folder, 'data'), downloadsDir, appleUrl: simulator.url })
  try {
    await press(other.page, 'Restore a backup')
    await chooseFile(other.page, 'Choose the file', file)
    await type(other.page, 'Passphrase of the backup', 'not this one')
    if (shell === 'browser') {
      await type(other.page, 'Passphrase', NEW_PASSPHRASE)
      await type(other.page, 'Passphrase again', NEW_PASSPHRASE)
    }
    await other.page.keyboard.press('Enter')
    await expect(other.page.getByText('This passphrase does not open the backup.', { exact: false })).toBeVisible()
    await type(other.page, 'Passphrase of the backup', BACKUP_PASSPHRASE)
    await other.page.keyboard.press('Enter')
    await expect(other.page.getByRole('row', { name: /^Tokens 1 0/ })).toBeVisible()
    await press(other.page, 'Continue')
    await goTo(other.page, 'Tokens')
    await expect(other.page.getByRole('heading', { name: 'Berlin' })).toBeVisible()
    await expect(other.page.locator('html')).toHaveAttribute('data-density', 'compact')
  } finally {
    await other.close()
    rmSync(folder, { recursive: true, maxRetries: 5 })
  }
})

test('the language is chosen, holds at once and after a restart', async ({ berlin: desk }) => {
  const { page } = desk
  await openSettings(page(), 'Vault')
  await reach(page(), page().getByRole('tab', { name: 'Vault' }))
  for (let step = 0; step < 4; step++) await page().keyboard.press('ArrowDown')
  await expect(page().getByRole('tab', { name: 'Language' })).toBeFocused()
  expect(page().url()).toContain('section=language')
  await reach(page(), page().getByRole('button', { name: /Language of the window/ }))
  await page().keyboard.press('Enter')
  await page().keyboard.press('End')
  await page().keyboard.press('Enter')
  await expect(page().getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible()
  await expect(page().locator('html')).toHaveAttribute('lang', 'de')

  await desk.restart()
  await expect(page().getByRole('heading', { name: 'Tresor entsperren' })).toBeVisible()
})

test('a proxy that refuses is used from the next request on, without a restart, and told', async ({ berlin }) => {
  const { page } = berlin
  await openSettings(page(), 'Network')
  await type(page(), 'Address of the proxy', 'http://127.0.0.1:9')
  await page().keyboard.press('Enter')
  await expect(page().getByText('http://127.0.0.1:9, as set here.')).toBeVisible()
  await goTo(page(), 'Sync')
  await press(page(), 'Fetch all')
  await expect(page().getByRole('main')).toContainText(/cannot be reached|proxy/i)
})
