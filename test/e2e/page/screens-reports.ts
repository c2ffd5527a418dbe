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
]
