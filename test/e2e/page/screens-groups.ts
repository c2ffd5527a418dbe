import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const SMALL = { width: 900, height: 600 } as const
const BERLIN = 'groups?group=%2FGlobal%2FNordwest%2FEMEA%2FBerlin'

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function overrideSchedule(page: Page): Promise<void> {
  await card(page, 'Schedule').getByText('Override', { exact: true }).click()
  await card(page, 'Schedule').getByRole('button', { name: 'Sync runs' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Every hour' }).click()
}

async function overrideRule(page: Page): Promise<void> {
  const rule = card(page, 'Registration tokens')
  await rule.getByText('Override', { exact: true }).click()
  await rule.getByRole('textbox').fill('4')
  await rule.scrollIntoViewIfNeeded()
}

async function previewSchedule(page: Page): Promise<void> {
  await overrideSchedule(page)
  await press('Preview the change…')(page)
}

async function importFile(page: Page): Promise<void> {
  await press('Import…')(page)
  const csv = [
    'path,type,group id',
    '/Global/Nordwest/EMEA/Wien,Container,wien',
    '/Global/Nordwest/EMEA/Wien/Zentrale,Container,wien-zentrale',
    'Global/Nordwest/EMEA/Graz,Container,graz',
    '/Global/Nordwest//Linz,Container,linz',
    '/Global/Nordwest/EMEA/Berlin,Division,berlin',
  ].join('\n')
  await page.locator('input[type=file]').setInputFiles({ name: 'groups.csv', mimeType: '', buffer: Buffer.from(csv) })
  await page.getByRole('heading', { name: /Accepted/ }).waitFor()
}

async function openMove(page: Page): Promise<void> {
  await press('Move…')(page)
  await page.getByRole('combobox', { name: 'Search for the new parent' }).fill('re')
}

export const GROUP_SCREENS: readonly Screen[] = [
  { name: 'groups', scene: 'usual', place: BERLIN },
  { name: 'groups-root', scene: 'usual', place: 'groups' },
  { name: 'groups-dark', scene: 'usual', place: BERLIN, colorScheme: 'dark' },
  { name: 'groups-contrast', scene: 'usual', place: BERLIN, forcedColors: 'active' },
  { name: 'groups-small', scene: 'usual', place: BERLIN, viewport: SMALL },
  { name: 'groups-one', scene: 'groups-one', place: 'groups' },
  { name: 'groups-large', scene: 'groups-large', place: 'groups', act: press('Open all') },
  { name: 'groups-strange', scene: 'groups-strange', place: 'groups', act: press('Open all') },
  {
    name: 'groups-strange-small',
    scene: 'groups-strange',
    place:
      'groups?group=%2FGlobal%2FA+very+long+name+of+an+organization+group+that+somebody+in+the+head+office+found+self-explanatory+in+2014',
    viewport: SMALL,
  },
  { name: 'groups-conflicts', scene: 'groups-conflicts', place: BERLIN, viewport: { width: 1280, height: 1100 } },
  { name: 'groups-conflicts-dark', scene: 'groups-conflicts', place: BERLIN, colorScheme: 'dark' },
  {
    name: 'groups-override',
    scene: 'usual',
    place: 'groups?group=%2FGlobal%2FNordwest%2FRetail',
    viewport: { width: 1280, height: 1000 },
    act: overrideSchedule,
  },
  { name: 'groups-preview', scene: 'usual', place: 'groups?group=%2FGlobal%2FNordwest%2FRetail', act: previewSchedule },
  {
    name: 'groups-preview-dark',
    scene: 'usual',
    place: 'groups?group=%2FGlobal%2FNordwest%2FRetail',
    colorScheme: 'dark',
    act: previewSchedule,
  },
  {
    name: 'groups-applied',
    scene: 'usual',
    place: 'groups?group=%2FGlobal%2FNordwest%2FRetail',
    act: async (page) => {
      await previewSchedule(page)
      await page.getByRole('alertdialog').getByRole('button', { name: 'Apply' }).click()
    },
  },
  {
    name: 'groups-preview-small',
    scene: 'usual',
    place: 'groups?group=%2FGlobal%2FNordwest',
    viewport: SMALL,
    act: async (page) => {
      await overrideSchedule(page)
      await press('Preview the change…')(page)
    },
  },
  {
    name: 'groups-refused',
    scene: 'groups-conflicts',
    place: BERLIN,
    act: async (page) => {
      await press('More for Berlin')(page)
      await page.getByRole('menuitem', { name: 'Remove…' }).click()
    },
  },
  { name: 'groups-add', scene: 'usual', place: BERLIN, act: press('Add a group…') },
  { name: 'groups-move', scene: 'usual', place: BERLIN, act: openMove },
  { name: 'groups-search', scene: 'usual', place: BERLIN, act: (page) => page.getByRole('searchbox').fill('ber') },
  { name: 'groups-import', scene: 'usual', place: BERLIN, act: press('Import…') },
  { name: 'groups-imported', scene: 'usual', place: BERLIN, act: importFile },
  {
    name: 'groups-import-preview',
    scene: 'usual',
    place: BERLIN,
    act: async (page) => {
      await importFile(page)
      await press('Preview the import…')(page)
    },
  },
  { name: 'groups-rule', scene: 'usual', place: BERLIN, viewport: { width: 1280, height: 1300 }, act: overrideRule },
  {
    name: 'groups-rule-dark',
    scene: 'usual',
    place: BERLIN,
    viewport: { width: 900, height: 1400 },
    colorScheme: 'dark',
    locale: 'de-DE',
  },
  { name: 'groups-broken', scene: 'groups-broken', place: 'groups' },
  { name: 'groups-slow', scene: 'groups-slow', place: 'groups' },
]
