import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Desk } from './fixtures.ts'
import { PASSPHRASE, savedPath } from './steps.ts'

/**
 * What a person without a mouse does: keys go to the page, never to a chosen element, and nothing is focused from
 * outside. What cannot be done with these cannot be done by keyboard.
 */

/** Most tab stops of a place, once round; more would mean that one cannot get there. */
const MOST_TABS = 120
/** Most arrow keys inside one list, menu or group. */
const MOST_STEPS = 40

/** Whether the focus is on it, also inside of a shadow root. While a list is open, what is outside of it is hidden: then it is not. */
function isFocused(target: Locator): Promise<boolean> {
  return target.evaluateAll((elements) =>
    elements.some((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element),
  )
}

/** By Tab, as often as it takes. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let step = 0; step < MOST_TABS; step++) {
    if (await isFocused(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not lead to ${String(target)}`)
}

/** By one key over and over: an arrow through a list, a menu, a group of choices. */
export async function walk(page: Page, key: string, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await isFocused(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${String(target)}`)
}

export async function use(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await reach(page, target)
  await page.keyboard.press(key)
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await use(page, page.getByRole('button', { name, exact: true }))
}

/** In place of what stands there. */
export async function type(page: Page, label: string, value: string): Promise<void> {
  await reach(page, page.getByRole('textbox', { name: label, exact: true }))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(value)
}

/** Something of the menu that a button opens. */
export async function pick(page: Page, button: string | RegExp, item: string): Promise<void> {
  await press(page, button)
  await walk(page, 'ArrowDown', page.getByRole('menuitem', { name: item, exact: true }))
  await page.keyboard.press('Enter')
}

/** One value of a list that a button opens. */
export async function choose(page: Page, button: string | RegExp, option: string): Promise<void> {
  await press(page, button)
  await expect(page.getByRole('option', { name: option, exact: true })).toBeVisible()
  await page.keyboard.press('Home')
  await walk(page, 'ArrowDown', page.getByRole('option', { name: option, exact: true }))
  await page.keyboard.press('Enter')
}

/** One of several answers: Tab leads to the group, arrows inside of it. */
export async function answer(page: Page, group: Locator, name: string | RegExp): Promise<void> {
  await expect(group).toBeVisible()
  for (let step = 0; step < MOST_TABS; step++) {
    if (await group.evaluate((element) => element.contains(document.activeElement))) break
    await page.keyboard.press('Tab')
  }
  const wanted = group.getByRole('radio', { name, exact: true })
  if (await isFocused(wanted)) await page.keyboard.press('Space')
  else await walk(page, 'ArrowRight', wanted)
  await expect(wanted).toBeChecked()
}

/** A file by the chooser that a button opens; the chooser is the system's. */
export async function chooseFile(
  page: Page,
  button: string | Locator,
  file: string | { readonly name: string; readonly bytes: Buffer },
): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await (typeof button === 'string' ? press(page, button) : use(page, button))
  const given = typeof file === 'string' ? file : { name: file.name, mimeType: 'text/plain', buffer: file.bytes }
  await (await chooser).setFiles(given)
}

/** One of the tabs of a list: Tab leads to the one that is shown, arrows through the others. */
export async function showTab(page: Page, list: string, name: string | RegExp): Promise<void> {
  const tabs = page.getByRole('tablist', { name: list, exact: true })
  const wanted = tabs.getByRole('tab', { name, exact: true })
  await expect(wanted).toBeVisible()
  await reach(page, tabs.getByRole('tab', { selected: true }))
  const isVertical = (await tabs.getAttribute('aria-orientation')) === 'vertical'
  if (!(await isFocused(wanted))) await page.keyboard.press('Home')
  await walk(page, isVertical ? 'ArrowDown' : 'ArrowRight', wanted)
  await expect(wanted).toHaveAttribute('aria-selected', 'true')
}

type PlaceName =
  | 'Overview'
  | 'Groups'
  | 'Tokens'
  | 'Profiles'
  | 'Devices'
  | 'Sync'
  | 'Reconcile'
  | 'Troubleshoot'
  | 'Reports'
  | 'Settings'

/** F6 leads to the sidebar, Tab through it. */
export async function goTo(page: Page, name: PlaceName): Promise<void> {
  await useSidebar(page, name)
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

export async function useSidebar(page: Page, name: string | RegExp): Promise<void> {
  const sidebar = page.getByRole('navigation', { name: 'Places' })
  for (let step = 0; step < 4; step++) {
    if (await sidebar.evaluate((element) => element.contains(document.activeElement))) break
    await page.keyboard.press('F6')
  }
  const entry = sidebar.getByRole('button', { name, exact: true })
  for (let step = 0; step < 20 && !(await isFocused(entry)); step++) {
    const isAbove = await entry.evaluate(
      (element) => (element.compareDocumentPosition(document.activeElement!) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    )
    await page.keyboard.press(isAbove ? 'Shift+Tab' : 'Tab')
  }
  await page.keyboard.press('Enter')
}

export async function makeVault(page: Page): Promise<void> {
  await press(page, 'Connect your first token')
  await expect(page.getByRole('heading', { name: 'Make the vault' })).toBeVisible()
  await type(page, 'Passphrase', PASSPHRASE)
  await type(page, 'Passphrase again', PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Tokens', level: 1 })).toBeVisible()
}

export async function unlockVault(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await type(page, 'Passphrase', passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible()
}

export async function connectToken(desk: Desk, name: string): Promise<void> {
  await press(desk.page(), 'Connect a token')
  await fillWizard(desk, name)
}

/** The whole wizard: key pair, certificate saved and uploaded to the simulated portal, token file given. */
export async function fillWizard({ page, simulator }: Desk, name: string): Promise<void> {
  await type(page(), 'Name', name)
  await press(page(), 'Make the key pair')
  await press(page(), 'Save the certificate')
  const certificate = readFileSync(await savedPath(page()), 'utf8')
  await press(page(), 'Next')
  await press(page(), 'I have the token file')
  await chooseFile(page(), 'Choose the file', { name: `${name}.p7m`, bytes: simulator.issueToken(certificate) })
  await expect(page().getByRole('heading', { name: `${name} is connected` })).toBeVisible()
}

/** From the last step of the wizard to a complete list. */
export async function syncNow(page: Page): Promise<void> {
  await press(page, 'Sync now')
  await goTo(page, 'Sync')
  await expect(page.getByRole('row', { name: /Fetch all.*Done/ }).first()).toBeVisible()
}
