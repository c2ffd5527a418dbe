import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const SMALL = { width: 900, height: 600 } as const
const TALL = { width: 1280, height: 1500 } as const

const press = async (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

const start = (page: Page) => press(page, /^(All comparisons|Alle Vergleiche)$/)
const importing = (page: Page) => press(page, /^(Import console data|Konsolendaten importieren)$/)

const give = async (page: Page, name: string) => {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from('x') })
  await page.getByText(name, { exact: true }).waitFor()
}

const LONG = `Geräteliste ${'des Portals für alle Standorte der Donaudampfschifffahrtsgesellschaft '.repeat(3)}.csv`

async function read(page: Page) {
  await start(page)
  await give(page, 'portal devices.csv')
}

async function imported(page: Page) {
  await importing(page)
  await give(page, 'Enrollment Status.csv')
  await press(page, /^(Import|Importieren)$/)
  await page.getByRole('button', { name: /^(Import another file|Weitere Datei importieren)$/ }).waitFor()
}

async function corrected(page: Page) {
  await read(page)
  await page.getByRole('button', { name: /Column with: Profile/ }).click()
  await page.getByRole('option').nth(2).click()
  await page.getByText('Remember for files with this header').waitFor()
}

async function openRow(page: Page) {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Enter')
}

async function reading(page: Page) {
  await importing(page)
  await give(page, 'Enrollment Status.csv')
  await page.getByRole('textbox', { name: /^(As of|Stand)/ }).waitFor()
}

async function dated(page: Page) {
  await reading(page)
  await page.getByRole('textbox', { name: /^(As of|Stand)/ }).fill('22.11.2026')
}

const HELD = /Held against|Verglichen mit/

async function since(page: Page) {
  const chooser = page.getByRole('button', { name: HELD })
  await chooser.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option').last().click()
  await page
    .getByRole('button', { name: /device|Gerät/ })
    .last()
    .click()
  await chooser.scrollIntoViewIfNeeded()
}

async function choosingSince(page: Page) {
  await page.getByRole('button', { name: HELD }).click()
}

async function busy(page: Page) {
  await read(page)
  await press(page, /^(Compare|Vergleichen)$/)
  await page.getByRole('progressbar').first().waitFor()
}

export const RECONCILE_SCREENS: readonly Screen[] = [
  { name: 'reconcile', scene: 'usual', place: 'reconcile' },
  { name: 'reconcile-dark', scene: 'usual', place: 'reconcile', colorScheme: 'dark' },
  { name: 'reconcile-small', scene: 'usual', place: 'reconcile', viewport: SMALL },
  { name: 'reconcile-tall', scene: 'usual', place: 'reconcile', viewport: TALL },
  { name: 'reconcile-german', scene: 'usual', place: 'reconcile', viewport: TALL, locale: 'de-DE' },
  { name: 'reconcile-contrast', scene: 'usual', place: 'reconcile', forcedColors: 'active' },
  { name: 'reconcile-row', scene: 'usual', place: 'reconcile', viewport: TALL, act: openRow },
  { name: 'reconcile-asked', scene: 'usual', place: 'reconcile', act: (page) => press(page, /^Ask Apple/) },
  { name: 'reconcile-empty', scene: 'empty', place: 'reconcile' },
  { name: 'reconcile-empty-small', scene: 'empty', place: 'reconcile', viewport: SMALL, colorScheme: 'dark' },
  { name: 'reconcile-broken', scene: 'broken', place: 'reconcile' },
  { name: 'reconcile-start', scene: 'usual', place: 'reconcile', act: start },
  { name: 'reconcile-read', scene: 'usual', place: 'reconcile', viewport: TALL, act: read },
  { name: 'reconcile-read-small', scene: 'usual', place: 'reconcile', viewport: SMALL, act: read },
  { name: 'reconcile-corrected', scene: 'usual', place: 'reconcile', viewport: TALL, act: corrected },
  { name: 'reconcile-read-german', scene: 'usual', place: 'reconcile', viewport: TALL, locale: 'de-DE', act: read },
  {
    name: 'reconcile-long-name',
    scene: 'usual',
    place: 'reconcile',
    act: async (page) => {
      await start(page)
      await give(page, LONG)
    },
  },
  { name: 'reconcile-since', scene: 'usual', place: 'reconcile', viewport: TALL, act: since },
  { name: 'reconcile-since-choosing', scene: 'usual', place: 'reconcile', viewport: TALL, act: choosingSince },
  { name: 'reconcile-since-small', scene: 'strange', place: 'reconcile', viewport: SMALL, act: since },
  { name: 'reconcile-busy', scene: 'usual', place: 'reconcile', act: busy },
  { name: 'reconcile-small-dark', scene: 'usual', place: 'reconcile', viewport: SMALL, colorScheme: 'dark' },
  { name: 'reconcile-strange', scene: 'strange', place: 'reconcile', viewport: TALL },
  { name: 'reconcile-strange-start', scene: 'strange', place: 'reconcile', act: start },
  { name: 'reconcile-rtl', scene: 'strange', place: 'reconcile', viewport: TALL, direction: 'rtl' },
  { name: 'reconcile-start-rtl', scene: 'usual', place: 'reconcile', direction: 'rtl', act: read },
  { name: 'reconcile-zoom', scene: 'usual', place: 'reconcile', zoom: 2 },
  { name: 'reconcile-start-zoom', scene: 'usual', place: 'reconcile', zoom: 2, act: read },
  { name: 'reconcile-import-read', scene: 'usual', place: 'reconcile', viewport: TALL, act: reading },
  {
    name: 'reconcile-import-dated',
    scene: 'usual',
    place: 'reconcile',
    viewport: TALL,
    colorScheme: 'dark',
    act: dated,
  },
  {
    name: 'reconcile-import-small',
    scene: 'usual',
    place: 'reconcile',
    viewport: SMALL,
    locale: 'de-DE',
    act: reading,
  },
  { name: 'reconcile-import', scene: 'empty', place: 'reconcile', act: importing },
  { name: 'reconcile-imported', scene: 'usual', place: 'reconcile', viewport: TALL, act: imported },
  {
    name: 'reconcile-imported-dark',
    scene: 'usual',
    place: 'reconcile',
    viewport: TALL,
    colorScheme: 'dark',
    locale: 'de-DE',
    act: imported,
  },
]
