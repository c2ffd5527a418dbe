import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const SMALL = { width: 900, height: 600 } as const
const TALL = { width: 1280, height: 1700 } as const

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

async function fromMenu(page: Page, token: string, item: string): Promise<void> {
  await press(`More for ${token}`)(page)
  await page.getByRole('menuitem', { name: item }).click()
}

async function openCertificateStep(page: Page): Promise<void> {
  await press('Connect a token')(page)
  await page.getByLabel('Name', { exact: true }).fill('Europe')
  await press('Make the key pair')(page)
}

async function openPortalStep(page: Page): Promise<void> {
  await openCertificateStep(page)
  await press('Next')(page)
}

async function openFileStep(page: Page): Promise<void> {
  await openPortalStep(page)
  await press('I have the token file')(page)
}

const failing = (name: string, fileName: string): Screen => ({
  name: `wizard-5-${name}`,
  scene: 'empty',
  place: 'tokens',
  act: async (page) => {
    await openFileStep(page)
    await page.locator('input[type=file]').setInputFiles({ name: fileName, mimeType: '', buffer: Buffer.from('x') })
    await page.getByText('Opening').waitFor({ state: 'hidden' })
  },
})

export const TOKEN_SCREENS: readonly Screen[] = [
  { name: 'tokens-empty', scene: 'empty', place: 'tokens' },
  { name: 'tokens-one', scene: 'usual', place: 'tokens' },
  { name: 'tokens-several', scene: 'several', place: 'tokens', viewport: TALL },
  { name: 'tokens-several-dark', scene: 'several', place: 'tokens', viewport: TALL, colorScheme: 'dark' },
  { name: 'tokens-several-small', scene: 'several', place: 'tokens', viewport: SMALL },
  { name: 'tokens-contrast', scene: 'several', place: 'tokens', forcedColors: 'active' },
  { name: 'tokens-broken', scene: 'broken', place: 'tokens' },
  { name: 'tokens-strange', scene: 'strange', place: 'tokens' },
  { name: 'tokens-german', scene: 'several', place: 'tokens', viewport: TALL, locale: 'de-DE' },
  { name: 'tokens-mirrored', scene: 'strange', place: 'tokens', direction: 'rtl' },
  { name: 'tokens-strange-small', scene: 'strange', place: 'tokens', viewport: SMALL },
  { name: 'tokens-removing', scene: 'running', place: 'tokens' },
  {
    name: 'tokens-account',
    scene: 'usual',
    place: 'tokens',
    act: async (page) => {
      await press('Verify')(page)
      await press(/What Apple said/)(page)
      await page.getByText('List of all devices').waitFor()
    },
  },
  { name: 'tokens-menu', scene: 'several', place: 'tokens', act: press('More for Retail iPads') },
  {
    name: 'tokens-contacts',
    scene: 'usual',
    place: 'tokens',
    act: async (page) => {
      await fromMenu(page, 'Global devices', 'Owner and deputy…')
      await page.getByLabel('E-mail of the deputy').fill('not an address')
    },
  },
  {
    name: 'tokens-remove',
    scene: 'usual',
    place: 'tokens',
    act: (page) => fromMenu(page, 'Global devices', 'Remove…'),
  },
  {
    name: 'tokens-remove-working',
    scene: 'usual',
    place: 'tokens',
    colorScheme: 'dark',
    act: async (page) => {
      await fromMenu(page, 'Global devices', 'Remove…')
      await press('Remove the token')(page)
      await page.getByText('turned into history').waitFor()
    },
  },
  { name: 'wizard-1-name', scene: 'empty', place: 'tokens', act: press('Connect a token') },
  {
    name: 'wizard-1-staged',
    scene: 'several',
    place: 'tokens',
    act: async (page) => {
      await press('Connect a token')(page)
      await page.getByLabel('Name', { exact: true }).fill('asia')
    },
  },
  {
    name: 'wizard-2-certificate',
    scene: 'empty',
    place: 'tokens',
    act: async (page) => {
      await openCertificateStep(page)
      await press('Save the certificate')(page)
    },
  },
  { name: 'wizard-3-portal', scene: 'empty', place: 'tokens', act: openPortalStep },
  { name: 'wizard-3-portal-small', scene: 'empty', place: 'tokens', viewport: SMALL, act: openPortalStep },
  { name: 'wizard-4-file', scene: 'empty', place: 'tokens', act: openFileStep },
  failing('other-key', 'other-key.p7m'),
  failing('certificate', 'certificate.pem'),
  failing('terms', 'terms.p7m'),
  failing('same-server', 'same-server.p7m'),
  failing('done', 'fine.p7m'),
  { name: 'wizard-renew', scene: 'several', place: 'tokens', colorScheme: 'dark', act: press('Renew') },
  {
    name: 'wizard-renew-portal',
    scene: 'several',
    place: 'tokens',
    act: async (page) => {
      await press('Renew')(page)
      await press('Make the key pair')(page)
      await press('Next')(page)
    },
  },
]
