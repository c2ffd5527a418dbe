/**
 * `npm run guide`: takes the pictures of `docs/guide` from the built program over the simulator, so that they always
 * show what it does today. One chapter that fails leaves its old pictures and does not keep the others from being taken.
 * `npm run guide -- devices` takes those of one chapter (and goes the main job, which comes before all).
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from '@playwright/test'
import { createSimulator } from '../../main/simulator/server.ts'
import * as lists from './guide/lists.ts'
import * as places from './guide/places.ts'
import * as troubleshoot from './guide/troubleshoot.ts'
import { clearMessages } from './guide/world.ts'
import { openInBrowser } from './open-in-browser.ts'
import { chooseFile, PASSPHRASE, savedPath, showPlace, syncNow } from './steps.ts'

const PICTURES = path.resolve('docs/guide/pictures')
const folder = mkdtempSync(path.join(tmpdir(), 'ade-desk-guide-'))
const downloadsDir = path.join(folder, 'downloads')
mkdirSync(downloadsDir)
mkdirSync(PICTURES, { recursive: true })
const simulator = await createSimulator({ devices: 2000 })
const app = await openInBrowser({ dataDir: path.join(folder, 'data'), downloadsDir, appleUrl: simulator.url })
const { page } = app
page.setDefaultTimeout(20_000)
await page.setViewportSize({ width: 1280, height: 760 })
await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })

async function take(name: string): Promise<void> {
  await clearMessages(page)
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

await mainJob()
for (const [name, chapter] of Object.entries({ ...lists, ...places, ...troubleshoot })) {
  if (process.argv.length > 2 && !process.argv.slice(2).includes(name)) continue
  try {
    await chapter({ page, simulator, take })
  } catch (error) {
    process.exitCode = 1
    const shown = path.join(tmpdir(), `guide-${name}.png`)
    await page.screenshot({ path: shown })
    await page.keyboard.press('Escape')
    process.stderr.write(`The chapter ${name} has no new pictures; the window then: ${shown}\n${String(error)}\n`)
  }
}
await app.close()
await simulator.close()
rmSync(folder, { recursive: true, maxRetries: 5 })
process.stdout.write(`Pictures are in ${PICTURES}\n`)

/** From the first start to a list that is synced. */
async function mainJob(): Promise<void> {
  await page.getByRole('heading', { name: 'Welcome to ADE Desk' }).waitFor()
  await take('first-start')
  await page.getByRole('button', { name: 'Connect your first token' }).click()
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE)
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(PASSPHRASE)
  await take('vault')
  await page.getByRole('button', { name: 'Make the vault' }).click()
  await page.getByRole('heading', { name: 'Tokens', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Connect a token' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Headquarters')
  await page.getByRole('button', { name: 'Make the key pair' }).click()
  await page.getByRole('button', { name: 'Save the certificate' }).click()
  const certificate = readFileSync(await savedPath(page), 'utf8')
  await take('connect-certificate')
  await page.getByRole('button', { name: 'Next' }).click()
  await take('connect-portal')
  await page.getByRole('button', { name: 'I have the token file' }).click()
  await take('connect-file')
  await chooseFile(page, 'Choose the file', { name: 'Headquarters.p7m', bytes: Buffer.from('not a token') })
  await page.getByText('This file is not a server token').waitFor()
  await take('connect-wrong-file')
  await chooseFile(page, 'Choose the file', { name: 'Headquarters.p7m', bytes: simulator.issueToken(certificate) })
  await expect(page.getByRole('heading', { name: 'Headquarters is connected' })).toBeVisible()
  await take('connected')
  await syncNow(page)
  simulator.changeSome({ adds: 12, modifies: 30, removes: 4 })
  await page.getByRole('button', { name: 'Sync', exact: true }).last().click()
  await expect(page.getByRole('row', { name: /Sync.*Done/ }).first()).toBeVisible()
  await take('sync')
  await showPlace(page, 'Tokens')
  await take('tokens')
}
