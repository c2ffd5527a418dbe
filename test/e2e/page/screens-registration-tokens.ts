import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const TALL = { width: 1280, height: 1000 } as const
const SMALL = { width: 900, height: 600 } as const

async function open(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Space')
  await openChosen(page)
}

/** All that match, so that it takes a while. */
async function openMany(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+A')
  await openChosen(page)
}

async function openChosen(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Assignment and release|Zuweisung und Freigabe/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: /Registration token|Registrierungstoken/ }).click()
  await page.getByRole('dialog').waitFor()
}

const press = (page: Page, name: RegExp) => page.getByRole('dialog').getByRole('button', { name }).click()

async function issue(page: Page): Promise<void> {
  await open(page)
  await press(page, /^(Issue|Ausstellen)$/)
  await press(page, /^(Show values|Werte zeigen)$/)
  await page.getByText(/in this window|in diesem Fenster/).waitFor()
}

async function issueMany(page: Page): Promise<void> {
  await openMany(page)
  await press(page, /^(Issue|Ausstellen)$/)
  await page.getByRole('dialog').getByRole('progressbar').waitFor()
}

async function endMany(page: Page): Promise<void> {
  await issueMany(page)
  await press(page, /^(Cancel|Abbrechen)$/)
  await page
    .getByText(/^Ended after/)
    .first()
    .waitFor()
}

async function leaveMany(page: Page): Promise<void> {
  await issueMany(page)
  await press(page, /^(Close|Schließen)$/)
}

/** Nobody has issued one yet. */
async function showNothing(page: Page): Promise<void> {
  await open(page)
  await press(page, /^(Show values|Werte zeigen)$/)
  await page.getByRole('dialog').getByRole('alert').first().waitFor()
}

export const REGISTRATION_SCREENS: readonly Screen[] = [
  { name: 'registration-one', scene: 'usual', place: 'devices', viewport: TALL, act: open },
  { name: 'registration-issued', scene: 'usual', place: 'devices', viewport: TALL, act: issue },
  { name: 'registration-many', scene: 'usual', place: 'devices', act: issueMany },
  { name: 'registration-many-ended', scene: 'usual', place: 'devices', act: endMany },
  { name: 'registration-many-left', scene: 'usual', place: 'devices', act: leaveMany },
  { name: 'registration-nothing', scene: 'usual', place: 'devices', act: showNothing },
  {
    name: 'registration-german-dark',
    scene: 'usual',
    place: 'devices',
    viewport: TALL,
    locale: 'de-DE',
    colorScheme: 'dark',
    act: open,
  },
  { name: 'registration-many-german', scene: 'usual', place: 'devices', locale: 'de-DE', act: issueMany },
  { name: 'registration-small', scene: 'usual', place: 'devices', viewport: SMALL, act: open },
  {
    name: 'registration-many-small',
    scene: 'usual',
    place: 'devices',
    viewport: SMALL,
    colorScheme: 'dark',
    act: issueMany,
  },
  { name: 'registration-strange', scene: 'strange', place: 'devices', viewport: TALL, act: issue },
  { name: 'registration-rtl', scene: 'usual', place: 'devices', viewport: TALL, direction: 'rtl', act: issue },
  { name: 'registration-zoom', scene: 'usual', place: 'devices', zoom: 2, act: open },
]
