import type { Page } from 'playwright-core'
import { SETTINGS_SCREENS } from './screens-settings.ts'
import { FRAME_SCREENS } from './screens-frame.ts'
import { GALLERY_SCREENS } from './screens-gallery.ts'
import { GROUP_SCREENS } from './screens-groups.ts'
import { OVERVIEW_SCREENS } from './screens-overview.ts'

export type Screen = {
  readonly name: string
  readonly scene: string
  readonly place: string
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'active' | 'none'
  readonly contrast?: 'more' | 'no-preference'
  readonly direction?: 'rtl'
  /** As a person zooms: 2 leaves room for half as much. */
  readonly zoom?: number
  /** The language of the browser, such as `de-DE`. */
  readonly locale?: string
  /** `components` shows the design system by itself. */
  readonly site?: 'index' | 'components'
  /** What is done before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

async function drop(page: Page, fileName: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name: fileName, mimeType: '', buffer: Buffer.from('gallery') })
  await page.getByText('Opening').waitFor({ state: 'hidden' })
}

async function openFileStep(page: Page): Promise<void> {
  await press('Connect a token')(page)
  await page.getByLabel('Name').fill('Europe')
  await press('Make the key pair')(page)
  await press('Next')(page)
  await press('I have the token file')(page)
}

const failing = (name: string, fileName: string): Screen => ({
  name: `wizard-5-${name}`,
  scene: 'empty',
  place: 'tokens',
  act: async (page) => {
    await openFileStep(page)
    await drop(page, fileName)
  },
})

async function openDrawer(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

const SMALL = { width: 900, height: 600 } as const

export const SCREENS: readonly Screen[] = [
  ...FRAME_SCREENS,
  ...GALLERY_SCREENS,
  { name: 'vault-missing', scene: 'vault-missing', place: 'tokens' },
  {
    name: 'vault-missing-passphrase',
    scene: 'vault-missing-browser',
    place: 'tokens',
    act: async (page) => {
      await press('Connect your first token')(page)
      await page.getByLabel('Passphrase', { exact: true }).fill('short')
      await press('Make the vault')(page)
    },
  },
  {
    name: 'vault-wrong',
    scene: 'vault-locked',
    place: 'tokens',
    act: async (page) => {
      await page.getByLabel('Passphrase').fill('wrong one')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'tokens-empty', scene: 'empty', place: 'tokens' },
  { name: 'tokens-one', scene: 'usual', place: 'tokens' },
  { name: 'tokens-several', scene: 'several', place: 'tokens', viewport: { width: 1280, height: 1400 } },
  { name: 'tokens-several-dark', scene: 'several', place: 'tokens', colorScheme: 'dark' },
  { name: 'tokens-several-small', scene: 'several', place: 'tokens', viewport: SMALL },
  { name: 'tokens-broken', scene: 'broken', place: 'tokens' },
  { name: 'tokens-strange', scene: 'strange', place: 'tokens' },
  {
    name: 'tokens-verified',
    scene: 'usual',
    place: 'tokens',
    act: async (page) => {
      await press('Verify')(page)
      await page.getByText("Apple's answer").waitFor()
      await press(/Apple's answer/)(page)
    },
  },
  {
    name: 'tokens-menu',
    scene: 'several',
    place: 'tokens',
    act: press('More for Retail iPads'),
  },
  {
    name: 'tokens-remove',
    scene: 'usual',
    place: 'tokens',
    act: async (page) => {
      await press('More for Global devices')(page)
      await page.getByRole('menuitem', { name: 'Remove…' }).click()
    },
  },
  { name: 'wizard-1-name', scene: 'empty', place: 'tokens', act: press('Connect a token') },
  {
    name: 'wizard-2-certificate',
    scene: 'empty',
    place: 'tokens',
    act: async (page) => {
      await press('Connect a token')(page)
      await page.getByLabel('Name').fill('Europe')
      await press('Make the key pair')(page)
      await press('Save the certificate')(page)
    },
  },
  {
    name: 'wizard-3-portal',
    scene: 'empty',
    place: 'tokens',
    act: async (page) => {
      await press('Connect a token')(page)
      await page.getByLabel('Name').fill('Europe')
      await press('Make the key pair')(page)
      await press('Next')(page)
    },
  },
  { name: 'wizard-4-file', scene: 'empty', place: 'tokens', act: openFileStep },
  failing('other-key', 'other-key.p7m'),
  failing('certificate', 'certificate.pem'),
  failing('terms', 'terms.p7m'),
  failing('done', 'fine.p7m'),
  {
    name: 'wizard-renew',
    scene: 'several',
    place: 'tokens',
    colorScheme: 'dark',
    act: press('Renew'),
  },
  { name: 'devices', scene: 'usual', place: 'devices' },
  { name: 'devices-dark', scene: 'usual', place: 'devices', colorScheme: 'dark', act: openDrawer },
  { name: 'devices-contrast', scene: 'usual', place: 'devices', forcedColors: 'active', act: openDrawer },
  { name: 'devices-small', scene: 'usual', place: 'devices', viewport: SMALL },
  { name: 'devices-small-drawer', scene: 'strange', place: 'devices', viewport: SMALL, act: openDrawer },
  { name: 'devices-empty', scene: 'empty', place: 'devices' },
  { name: 'devices-none-match', scene: 'strange', place: 'devices?search=nothing-has-this' },
  { name: 'devices-strange', scene: 'strange', place: 'devices' },
  {
    name: 'devices-drawer',
    scene: 'usual',
    place: 'devices',
    viewport: { width: 1280, height: 1000 },
    act: openDrawer,
  },
  {
    name: 'devices-filter',
    scene: 'usual',
    place: 'devices?family=iPad',
    act: press(/^Enrollment status/),
  },
  {
    name: 'devices-end',
    scene: 'usual',
    place: 'devices',
    act: async (page) => {
      await page.getByRole('grid').focus()
      await page.keyboard.press('Control+End')
    },
  },
  {
    name: 'devices-loading',
    scene: 'slow',
    place: 'devices',
    act: async (page) => {
      await page.getByRole('grid').focus()
      await page.waitForTimeout(600)
      await page.keyboard.press('Control+End')
    },
  },
  {
    name: 'devices-exported',
    scene: 'usual',
    place: 'devices',
    act: async (page) => {
      await press('Export CSV')(page)
      await page.getByText('exported', { exact: false }).first().waitFor()
    },
  },
  { name: 'sync', scene: 'usual', place: 'sync' },
  { name: 'sync-running', scene: 'running', place: 'sync' },
  { name: 'sync-own', scene: 'usual', place: 'sync', act: press('Fetch all') },
  { name: 'sync-troubled', scene: 'several', place: 'sync', viewport: { width: 1280, height: 1100 } },
  { name: 'sync-small', scene: 'several', place: 'sync', viewport: SMALL },
  { name: 'sync-empty', scene: 'empty', place: 'sync' },
  ...GROUP_SCREENS,
  ...OVERVIEW_SCREENS,
  ...SETTINGS_SCREENS,
]
