import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const SMALL = { width: 900, height: 600 } as const
const TALL = { width: 1280, height: 1300 } as const

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const show = (name: string | RegExp) => (page: Page) => page.getByRole('tab', { name }).click()

async function schedule(page: Page) {
  await press(/^(Schedule|Zeitplan)$/)(page)
  await page.getByRole('dialog').waitFor()
}

async function written(page: Page) {
  await press(/^Export CSV$/)(page)
  await page
    .getByText(/^Wrote /)
    .first()
    .waitFor()
}

async function writing(page: Page) {
  await press(/^Export CSV$/)(page)
  await page
    .getByText(/ of .* rows/)
    .first()
    .waitFor()
}

export const REPORT_SCREENS: readonly Screen[] = [
  { name: 'reports', scene: 'usual', place: 'reports' },
  { name: 'reports-dark', scene: 'usual', place: 'reports', colorScheme: 'dark' },
  { name: 'reports-small', scene: 'usual', place: 'reports', viewport: SMALL },
  { name: 'reports-german', scene: 'usual', place: 'reports', locale: 'de-DE' },
  { name: 'reports-empty', scene: 'empty', place: 'reports', act: show('Exports') },
  { name: 'reports-exports', scene: 'usual', place: 'reports', act: show('Exports') },
  { name: 'reports-exports-small', scene: 'usual', place: 'reports', viewport: SMALL, act: show('Exports') },
  {
    name: 'reports-exports-dark',
    scene: 'usual',
    place: 'reports',
    locale: 'de-DE',
    colorScheme: 'dark',
    act: show('Exporte'),
  },
  { name: 'reports-own', scene: 'usual', place: 'reports', act: show(/^iPads of Berlin/) },
  { name: 'reports-long-name', scene: 'strange', place: 'reports', act: show(/^iPads of Berlin/) },
  { name: 'reports-editor', scene: 'usual', place: 'reports', viewport: TALL, act: press('New report') },
  { name: 'reports-editor-german', scene: 'usual', place: 'reports', locale: 'de-DE', act: press('Neuer Bericht') },
  { name: 'reports-schedule', scene: 'usual', place: 'reports', act: schedule },
  { name: 'reports-written', scene: 'usual', place: 'reports', act: written },
  { name: 'reports-writing', scene: 'usual', place: 'reports', act: writing },
  { name: 'reports-running', scene: 'running', place: 'reports', act: show('Exports') },
  { name: 'reports-broken', scene: 'broken', place: 'reports' },
  { name: 'reports-small-dark', scene: 'usual', place: 'reports', viewport: SMALL, colorScheme: 'dark' },
  { name: 'reports-editor-small', scene: 'usual', place: 'reports', viewport: SMALL, act: press('New report') },
  { name: 'reports-editor-dark', scene: 'usual', place: 'reports', colorScheme: 'dark', act: press('New report') },
  { name: 'reports-schedule-german', scene: 'usual', place: 'reports', locale: 'de-DE', act: schedule },
  { name: 'reports-exports-long', scene: 'strange', place: 'reports', act: show('Exports') },
  { name: 'reports-rtl', scene: 'usual', place: 'reports', direction: 'rtl' },
  { name: 'reports-exports-rtl', scene: 'strange', place: 'reports', direction: 'rtl', act: show('Exports') },
  { name: 'reports-zoom', scene: 'usual', place: 'reports', zoom: 2 },
  { name: 'reports-exports-zoom', scene: 'usual', place: 'reports', zoom: 2, act: show('Exports') },
]
