import type { Page } from 'playwright-core'
import {
  alertIn,
  choose,
  fill,
  openRow,
  press,
  pressIn,
  selectSome,
  startingWith,
  type Overlay,
  type Step,
} from './overlay.ts'

const place = 'devices'
const CODE = 'The code that nobody remembers'

async function selectAll(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+A')
}

const ofChosen =
  (item: 'unassign' | 'retry' | 'release'): Step =>
  async (page, { assignments: { actions } }) => {
    await selectSome(page)
    await choose(page, actions.menu, actions[item])
  }

const ofOpened =
  (item: 'lock' | 'bypassCode'): Step =>
  async (page, { assignments: { actions } }) => {
    await openRow(page)
    await choose(page, actions.menu, actions[item])
  }

const openAssign: Step = async (page, { assignments }) => {
  await selectAll(page)
  await press(page, assignments.actions.assign)
  await page.getByRole('option').first().click()
}

const assign: Step = async (page, words, names) => {
  await openAssign(page, words, names)
  await page.getByRole('dialog').getByRole('button').last().click()
}

const openMove: Step = async (page, { devices }) => {
  await selectAll(page)
  await press(page, devices.selection.move)
  await page.getByRole('option').nth(1).click()
}

const register =
  (select: Step): Step =>
  async (page, words, names) => {
    await select(page, words, names)
    await choose(page, words.assignments.actions.menu, words.registrationTokens.action)
    await page.getByRole('dialog').waitFor()
  }

const one: Step = async (page) => {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Space')
}

const ofDevices = (name: string, open: Step, more: Partial<Overlay> = {}): Overlay => ({ name, place, open, ...more })

/** The list and its drawer, moving, assigning, releasing, locking, registration tokens. */
export const DEVICE_OVERLAYS: readonly Overlay[] = [
  ofDevices('device', openRow),
  ofDevices('device-menu', async (page, { assignments }) => {
    await openRow(page)
    await press(page, assignments.actions.menu)
  }),
  ofDevices('selection', selectSome),
  ofDevices('selection-menu', async (page, { assignments }) => {
    await selectSome(page)
    await press(page, assignments.actions.menu)
  }),
  ofDevices('columns', (page, { devices }) => press(page, devices.columnDialog.button)),
  ofDevices('views', (page, { devices }) => press(page, startingWith(devices.views.button))),
  ofDevices('view-save', async (page, { devices: { views } }) => {
    await press(page, startingWith(views.button))
    await page.getByRole('menuitem', { name: views.save }).click()
    await fill(page, views.name, 'Assignment failed')
    await page.keyboard.press('Enter')
    await alertIn(page)
  }),
  ofDevices('view-remove', async (page, { devices: { views } }) => {
    await press(page, startingWith(views.button))
    await page.getByRole('menuitem', { name: /^iPads in Berlin/ }).click()
    await press(page, startingWith(views.button))
    await page.getByRole('menuitem', { name: views.remove }).click()
  }),
  ofDevices('move', openMove),
  ofDevices('moving', async (page, words, names) => {
    await openMove(page, words, names)
    await page.getByRole('dialog').getByRole('button').last().click()
    await page.getByRole('progressbar').first().waitFor()
  }),
  ofDevices('assign', openAssign),
  ofDevices('assigning', assign),
  ofDevices('assigned', async (page, words, names) => {
    await assign(page, words, names)
    await page.getByRole('list', { name: words.assignments.result.outcomes }).waitFor()
  }),
  ofDevices('unassign', ofChosen('unassign')),
  ofDevices('retry', ofChosen('retry')),
  ofDevices('release', ofChosen('release')),
  ofDevices('released', async (page, words, names) => {
    await ofChosen('release')(page, words, names)
    await page.getByRole('alertdialog').getByRole('textbox').fill('RELEASE 8 DEVICES')
    await page.getByRole('alertdialog').getByRole('button').last().click()
    await page.getByText(words.assignments.release.list, { exact: true }).waitFor()
  }),
  ofDevices('lock', ofOpened('lock')),
  ofDevices('locked', async (page, words, names) => {
    await ofOpened('lock')(page, words, names)
    await page.getByRole('alertdialog').getByRole('textbox').fill(CODE)
    await press(page, words.assignments.lock.confirm)
    await page.getByRole('button', { name: words.assignments.result.done }).waitFor()
  }),
  ofDevices('bypass-code', ofOpened('bypassCode')),
  ofDevices('registration', register(one)),
  ofDevices('registration-issued', async (page, words, names) => {
    await register(one)(page, words, names)
    await pressIn(page, words.registrationTokens.acts.issue)
    await pressIn(page, words.registrationTokens.show)
    await page.getByText(words.registrationTokens.shown).waitFor()
  }),
  ofDevices('registration-running', async (page, words, names) => {
    await register(selectAll)(page, words, names)
    await pressIn(page, words.registrationTokens.acts.issue)
    await page.getByRole('dialog').getByRole('progressbar').waitFor()
  }),
]
