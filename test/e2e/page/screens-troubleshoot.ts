import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const SMALL = { width: 900, height: 600 } as const
const TALL = { width: 1280, height: 1900 } as const

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const tab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click()

/** The newest of the history, which has its cause. */
const openNewest = async (page: Page) => {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: /Steps of the diagnosis|Schritte der Diagnose/ }).waitFor()
}

/** A token file nobody has given: the second of the history. */
const openFile = async (page: Page) => {
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Steps of the diagnosis' }).waitFor()
}

const chooseToken = async (page: Page) => {
  await page.getByRole('button', { name: /Token/ }).last().click()
  await page.getByRole('option').nth(1).click()
}

const start = async (page: Page) => {
  await press(/^Diagnose$/)(page)
  await page.getByRole('button', { name: 'Check again' }).first().waitFor()
}

const checkNetwork = async (page: Page) => {
  await tab('Network check')(page)
  await press('Check the network')(page)
  await page.getByRole('grid').waitFor()
}

const plan = async (page: Page) => {
  await tab('Rehearsal')(page)
  await page.getByRole('radio', { name: 'An address' }).check({ force: true })
  await page.getByLabel('Address', { exact: true }).fill('https://mdm.example.com/enroll')
  await press('Show what will happen')(page)
  await page.getByText('Before it starts').waitFor()
}

const rehearse = async (page: Page) => {
  await plan(page)
  await press('Start the rehearsal')(page)
  await page.getByRole('list', { name: 'Findings' }).waitFor()
}

const batch = async (page: Page) => {
  await page.getByRole('grid').focus()
  for (let row = 0; row < 3; row++) await page.keyboard.press('Shift+ArrowDown')
  await page.getByRole('toolbar').getByRole('button', { name: 'Diagnose' }).click()
  await press('Diagnose them')(page)
  await page.getByText('Copy the serial numbers').first().waitFor()
}

const place = 'troubleshoot'

export const TROUBLESHOOT_SCREENS: readonly Screen[] = [
  { name: 'troubleshoot', scene: 'usual', place, viewport: TALL },
  { name: 'troubleshoot-small', scene: 'usual', place, viewport: SMALL },
  { name: 'troubleshoot-empty', scene: 'empty', place },
  { name: 'troubleshoot-german', scene: 'usual', place, viewport: TALL, locale: 'de-DE' },
  { name: 'troubleshoot-dark', scene: 'usual', place, colorScheme: 'dark' },
  { name: 'troubleshoot-long', scene: 'strange', place, viewport: TALL, act: chooseToken },
  {
    name: 'troubleshoot-pasted',
    scene: 'usual',
    place,
    act: async (page) => {
      await page.getByRole('searchbox').fill('MCCloudConfigErrorDomain 33001: not retrieved')
      await page.keyboard.press('Enter')
      await page.getByText('Recognised:').waitFor()
    },
  },
  { name: 'troubleshoot-opened', scene: 'usual', place, viewport: TALL, act: openNewest },
  { name: 'troubleshoot-opened-dark', scene: 'usual', place, colorScheme: 'dark', act: openNewest },
  { name: 'troubleshoot-opened-small', scene: 'usual', place, viewport: SMALL, act: openNewest },
  { name: 'troubleshoot-opened-german', scene: 'usual', place, viewport: TALL, locale: 'de-DE', act: openNewest },
  { name: 'troubleshoot-opened-contrast', scene: 'usual', place, forcedColors: 'active', act: openNewest },
  { name: 'troubleshoot-opened-mirrored', scene: 'usual', place, direction: 'rtl', act: openNewest },
  { name: 'troubleshoot-asks', scene: 'usual', place, viewport: TALL, act: start },
  { name: 'troubleshoot-file', scene: 'usual', place, act: openFile },
  { name: 'troubleshoot-batch', scene: 'usual', place: 'devices', viewport: TALL, act: batch },
  { name: 'troubleshoot-batch-dark', scene: 'usual', place: 'devices', colorScheme: 'dark', act: batch },
  { name: 'troubleshoot-batch-small', scene: 'usual', place: 'devices', viewport: SMALL, act: batch },
  { name: 'troubleshoot-network', scene: 'usual', place, viewport: TALL, act: checkNetwork },
  { name: 'troubleshoot-network-dark', scene: 'usual', place, colorScheme: 'dark', act: checkNetwork },
  { name: 'troubleshoot-network-small', scene: 'usual', place, viewport: SMALL, act: checkNetwork },
  {
    name: 'troubleshoot-network-host',
    scene: 'usual',
    place,
    act: async (page) => {
      await checkNetwork(page)
      await page.getByRole('gridcell', { name: 'deviceenrollment.apple.com' }).click()
      await page.getByRole('complementary').waitFor()
    },
  },
  { name: 'troubleshoot-plan', scene: 'usual', place, act: plan },
  { name: 'troubleshoot-rehearsal', scene: 'usual', place, viewport: TALL, act: rehearse },
  { name: 'troubleshoot-rehearsal-dark', scene: 'usual', place, colorScheme: 'dark', act: rehearse },
  { name: 'troubleshoot-rehearsal-small', scene: 'usual', place, viewport: SMALL, act: rehearse },
]
