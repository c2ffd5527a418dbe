import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { keyNamed, OTHER_TOPIC, pushCertificate, TOPIC } from '../fakes/openssl-push.ts'
import { expect, test } from './fixtures.ts'
import { answer, chooseFile, goTo, pick, press, type, use } from './keyboard.ts'

/** By keyboard alone. */

test('a content token and a push certificate are imported, watched, and saved as a calendar', async ({ berlin }) => {
  const { page, simulator, downloadsDir } = berlin
  const all = page().getByRole('region', { name: 'Other credentials' })
  const card = (name: string | RegExp) => page().getByRole('region', { name })
  const dialog = page().getByRole('dialog')
  const stoken = simulator.unitNamed('Shops').issueStoken()

  await goTo(page(), 'Tokens')
  await press(page(), 'Import a file')
  await chooseFile(page(), 'Choose a file', { name: 'wrong.vpptoken', bytes: Buffer.from('no token') })
  await expect(dialog.getByRole('alert')).toBeVisible()
  await chooseFile(page(), 'Choose a file', { name: 'shops.vpptoken', bytes: Buffer.from(stoken) })
  await expect(dialog).toBeHidden()
  await expect(card('Shops')).toContainText('Fine')

  await press(page(), 'Import a file')
  await answer(page(), dialog.getByRole('radiogroup', { name: 'What is it?' }), /^Push certificate/)
  await chooseFile(page(), 'Choose a file', { name: 'push.pem', bytes: Buffer.from(pushCertificate()) })
  await chooseFile(page(), 'Choose the private key', { name: 'key.pem', bytes: Buffer.from(keyNamed('push')) })
  await expect(dialog.getByText('Private key: key.pem')).toBeVisible()
  await type(page(), 'Apple account', 'push@example.com')
  await press(page(), 'Import')
  await expect(dialog).toBeHidden()
  const push = all.getByRole('region').filter({ hasText: TOPIC })
  await expect(push).toContainText('Sealed in the vault')
  await expect(push).toContainText('push@example.com')

  // Another topic would cost every enrollment: nothing is replaced without the sentence.
  const name = await push.getByRole('heading').innerText()
  await pick(page(), `More for ${name}`, 'Renew')
  const other = pushCertificate({ topic: OTHER_TOPIC })
  await chooseFile(page(), 'Choose a file', { name: 'other.pem', bytes: Buffer.from(other) })
  await press(page(), 'Import')
  await expect(dialog.getByText('This certificate has another topic')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Replace it' })).toBeDisabled()
  await page().keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(push).toBeVisible()

  await press(page(), 'Add an entry')
  await type(page(), 'Name', 'Wi-Fi certificate')
  await type(page(), 'Expires on', '2031-03-31')
  await press(page(), 'Save')
  await expect(card('Wi-Fi certificate')).toBeVisible()

  await pick(page(), 'More for all credentials', 'Save as calendar file (.ics)…')
  await expect(
    page()
      .getByText(/^Calendar saved to /)
      .first(),
  ).toBeVisible()
  const ics = readdirSync(downloadsDir).find((each) => each.endsWith('.ics'))
  const calendar = readFileSync(path.join(downloadsDir, ics ?? 'no .ics'), 'utf8')
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(4)
  expect(calendar).toContain('20310331')
  expect(calendar).not.toContain(stoken)

  await goTo(page(), 'Overview')
  const rows = page().getByRole('list', { name: 'Credential calendar' }).getByRole('listitem')
  await expect(rows).toHaveCount(4)
  await goTo(page(), 'Tokens')
  await pick(page(), 'More for Wi-Fi certificate', 'Remove…')
  await use(page(), page().getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }))
  await expect(card('Wi-Fi certificate')).toBeHidden()
})
