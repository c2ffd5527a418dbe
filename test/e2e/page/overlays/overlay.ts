import type { Page } from 'playwright-core'
import type { Messages } from '../../../../shared/messages/index.ts'
import { ARABIC_NAME, LONG_NAME, LONG_STAGED_NAME } from '../scenes.ts'

/** What things are called in a scene. */
export type Names = {
  readonly token: string
  readonly staged: string
  readonly profile: string
  readonly group: string
  readonly credential: string
}

export const USUAL_NAMES: Names = {
  token: 'Global devices',
  staged: 'Asia',
  profile: 'Retail iPads',
  group: '/Global/Nordwest/EMEA/Berlin',
  credential: 'API key of the help desk',
}

export const LONG_NAMES: Names = {
  token: LONG_NAME,
  staged: LONG_STAGED_NAME,
  profile: 'Ein sehr langer Name eines Profils, den jemand in der Zentrale 2014 für selbsterklärend hielt',
  group:
    '/Global/A very long name of an organization group that somebody in the head office found self-explanatory in 2014',
  credential:
    'API key of the help desk of the regional administrators of Europe, the Middle East and Africa and of the warehouses',
}

export const ARABIC_NAMES: Names = {
  token: ARABIC_NAME,
  staged: `${ARABIC_NAME} 2`,
  profile: 'ملف تعريف أجهزة المدرسة',
  group: '/Global/أجهزة المدرسة/שולחן',
  credential: 'مؤسسة التعليم <b>Süd</b>',
}

/** Something that comes over a place, or stands before all of them, opened as a person would, in any language. */
export type Overlay = {
  readonly name: string
  readonly place: string | ((names: Names) => string)
  /** Where the usual one does not have it; names stay as long as they are there. */
  readonly scene?: string
  /** Only this scene has it, so every look shows this one. */
  readonly onlyScene?: string
  readonly open: (page: Page, words: Messages, names: Names) => Promise<void>
}

export type Step = Overlay['open']

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click()

export const pressIn = (page: Page, name: string | RegExp) =>
  anyDialog(page).getByRole('button', { name, exact: true }).click()

export async function choose(page: Page, menu: string | RegExp, item: string): Promise<void> {
  await press(page, menu)
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

export const fill = (page: Page, label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value)

export async function drop(page: Page, name: string, text = 'x'): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) })
}

/** Any text such a message can be: "More for …". */
export function anyOf(message: (name: string) => string): RegExp {
  return new RegExp(`^${escape(message('§')).replace('§', '.*')}$`)
}

/** A button that says its value behind its name, or before it. */
export const startingWith = (text: string) => new RegExp(escape(text))

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const anyDialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))

/** What went wrong, told where it was done. */
export const alert = (page: Page) => page.getByRole('alert').first().waitFor()
export const alertIn = (page: Page) => anyDialog(page).getByRole('alert').first().waitFor()

export async function selectSome(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Space')
  for (let step = 0; step < 7; step++) await page.keyboard.press('Shift+ArrowDown')
}

export async function openRow(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}
