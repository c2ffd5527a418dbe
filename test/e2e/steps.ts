import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { Desk } from './fixtures.ts'

/** What a person does, in their words. Everything is found by role and name. */
export const PASSPHRASE = 'four quiet words today'

export async function makeVault(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect your first token' }).click()
  await expect(page.getByRole('heading', { name: 'Make the vault' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE)
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Make the vault' }).click()
  await expect(page.getByRole('heading', { name: 'Tokens', level: 1 })).toBeVisible()
}

export async function unlockVault(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible()
}

/** The whole wizard: key pair, certificate saved and uploaded to the simulated portal, token file given. */
export async function connectToken({ page, simulator }: Desk, name: string): Promise<void> {
  await page().getByRole('button', { name: 'Connect a token' }).click()
  await page().getByRole('textbox', { name: 'Name' }).fill(name)
  await page().getByRole('button', { name: 'Make the key pair' }).click()
  await page().getByRole('button', { name: 'Save the certificate' }).click()
  const certificate = readFileSync(await savedPath(page()), 'utf8')
  await page().getByRole('button', { name: 'Next' }).click()
  await page().getByRole('button', { name: 'I have the token file' }).click()
  await chooseFile(page(), 'Choose the file', { name: `${name}.p7m`, bytes: simulator.issueToken(certificate) })
  await expect(page().getByRole('heading', { name: `${name} is connected` })).toBeVisible()
}

/** From the last step of the wizard to a complete list. */
export async function syncNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sync now' }).click()
  await showPlace(page, 'Sync')
  await expect(page.getByRole('row', { name: /Fetch all.*Done/ }).first()).toBeVisible()
}

type PlaceName =
  'Overview' | 'Groups' | 'Tokens' | 'Profiles' | 'Devices' | 'Sync' | 'Reconcile' | 'Troubleshoot' | 'Settings'

export async function showPlace(page: Page, name: PlaceName): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

export async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search devices' }).fill(text)
}

/** How many devices the list says it has. */
export async function expectCount(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('main').getByText(text, { exact: true })).toBeVisible()
}

export async function chooseFile(
  page: Page,
  button: string,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await chooser).setFiles({ name, mimeType: 'application/pkcs7-mime', buffer: bytes })
}

/** The path the page shows after a file was saved. */
export async function savedPath(page: Page): Promise<string> {
  const notice = page.getByRole('status').filter({ has: page.getByText('Saved', { exact: true }) })
  await expect(notice).toBeVisible()
  return (await notice.locator('bdi').innerText()).trim()
}
