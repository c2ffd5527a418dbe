import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const TALL = { width: 1280, height: 1000 } as const

async function open(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Space')
  await page
    .getByRole('button', { name: /Assignment and release|Zuweisung und Freigabe/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: /Registration token|Registrierungstoken/ }).click()
  await page.getByRole('dialog').waitFor()
}

async function issue(page: Page): Promise<void> {
  await open(page)
  await page.getByRole('button', { name: 'Issue', exact: true }).click()
  await page.getByRole('button', { name: 'Show values' }).click()
  await page.getByText('in this window').waitFor()
}

export const REGISTRATION_SCREENS: readonly Screen[] = [
  { name: 'registration-one', scene: 'usual', place: 'devices', viewport: TALL, act: open },
  { name: 'registration-issued', scene: 'usual', place: 'devices', viewport: TALL, act: issue },
  {
    name: 'registration-german-dark',
    scene: 'usual',
    place: 'devices',
    viewport: TALL,
    locale: 'de-DE',
    colorScheme: 'dark',
    act: open,
  },
  { name: 'registration-small', scene: 'usual', place: 'devices', viewport: { width: 900, height: 600 }, act: open },
]
