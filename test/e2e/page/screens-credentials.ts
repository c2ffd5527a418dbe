import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const SMALL = { width: 900, height: 600 } as const
const TALL = { width: 1280, height: 2300 } as const
const ALL = { width: 1280, height: 1300 } as const

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const showSection = (page: Page) =>
  page.getByRole('heading', { name: /Other credentials|Weitere Zugangsdaten/ }).scrollIntoViewIfNeeded()

const showCalendar = (page: Page) => page.getByRole('button', { name: /\.ics/ }).scrollIntoViewIfNeeded()
const showAll = (page: Page) =>
  page
    .getByText(/^Show all \d+$/)
    .first()
    .click()

async function drop(page: Page, name: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from('x') })
}

async function openPushFile(page: Page, name: string): Promise<void> {
  await press('Import a file')(page)
  await page.getByText('Push certificate', { exact: true }).last().click()
  await drop(page, name)
}

export const CREDENTIAL_SCREENS: readonly Screen[] = [
  { name: 'credentials-all', scene: 'usual', place: 'tokens', viewport: TALL },
  { name: 'credentials-all-dark', scene: 'usual', place: 'tokens', viewport: TALL, colorScheme: 'dark' },
  { name: 'credentials-german', scene: 'usual', place: 'tokens', viewport: TALL, locale: 'de-DE' },
  { name: 'credentials-small', scene: 'usual', place: 'tokens', viewport: SMALL, act: showSection },
  { name: 'credentials-import', scene: 'usual', place: 'tokens', act: press('Import a file') },
  {
    name: 'credentials-import-wrong',
    scene: 'usual',
    place: 'tokens',
    act: async (page) => {
      await press('Import a file')(page)
      await drop(page, 'server-token.p7m')
      await page.getByRole('dialog').getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'credentials-push-passphrase',
    scene: 'usual',
    place: 'tokens',
    act: async (page) => {
      await openPushFile(page, 'locked.p12')
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      await page.getByRole('dialog').getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'credentials-push-topic',
    scene: 'usual',
    place: 'tokens',
    viewport: { width: 1280, height: 1100 },
    act: async (page) => {
      await openPushFile(page, 'other-topic.pem')
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      await page.getByRole('dialog').getByRole('alert').first().waitFor()
    },
  },
  { name: 'credentials-entry', scene: 'usual', place: 'tokens', act: press('Add an entry') },
  { name: 'credentials-calendar', scene: 'usual', place: 'overview' },
  { name: 'credentials-calendar-small', scene: 'usual', place: 'overview', viewport: SMALL },
  {
    name: 'credentials-calendar-dark',
    scene: 'usual',
    place: 'overview',
    viewport: ALL,
    colorScheme: 'dark',
    locale: 'de-DE',
  },
  { name: 'credentials-calendar-strange', scene: 'strange', place: 'overview', viewport: ALL, act: showAll },
  { name: 'credentials-calendar-rtl', scene: 'strange', place: 'overview', viewport: ALL, direction: 'rtl' },
  { name: 'credentials-calendar-zoom', scene: 'usual', place: 'overview', zoom: 2, act: showCalendar },
  { name: 'credentials-broken', scene: 'broken', place: 'tokens' },
  { name: 'credentials-empty', scene: 'empty', place: 'tokens' },
  { name: 'credentials-strange', scene: 'strange', place: 'tokens', viewport: TALL },
  { name: 'credentials-rtl', scene: 'usual', place: 'tokens', viewport: TALL, direction: 'rtl' },
  {
    name: 'credentials-small-dark',
    scene: 'usual',
    place: 'tokens',
    viewport: SMALL,
    colorScheme: 'dark',
    act: showSection,
  },
  { name: 'credentials-zoom', scene: 'usual', place: 'tokens', zoom: 2, act: showSection },
  { name: 'credentials-entry-german', scene: 'usual', place: 'tokens', locale: 'de-DE', act: press(/^Eintrag/) },
  { name: 'credentials-import-small', scene: 'usual', place: 'tokens', viewport: SMALL, act: press('Import a file') },
]
