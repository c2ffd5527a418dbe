import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const SMALL = { width: 900, height: 600 } as const
const FILE = { name: 'ADE Desk 2026-03-04.adebackup', mimeType: '', buffer: Buffer.from('gallery') }

const screen = (name: string, section: string, more: Partial<Screen> = {}): Screen => ({
  name: `settings-${name}`,
  scene: 'settings-set',
  place: `settings?section=${section}`,
  ...more,
})

async function fillNew(page: Page, labels: readonly [string, string], value: string): Promise<void> {
  await page.getByLabel(labels[0], { exact: true }).fill(value)
  await page.getByLabel(labels[1], { exact: true }).fill(value)
}

export const SETTINGS_SCREENS: readonly Screen[] = [
  screen('vault', 'vault', { viewport: { width: 1280, height: 1000 } }),
  screen('vault-dark', 'vault', { colorScheme: 'dark' }),
  screen('vault-small', 'vault', { viewport: SMALL }),
  screen('vault-contrast', 'vault', { forcedColors: 'active' }),
  screen('vault-system-only', 'vault', { scene: 'settings-system-only' }),
  screen('vault-no-keyring', 'vault', { scene: 'settings-no-keyring' }),
  screen('passphrase', 'vault', {
    act: async (page) => {
      await press('Change…')(page)
      await page.getByLabel('Present passphrase').fill('wrong')
      await fillNew(page, ['New passphrase', 'New passphrase again'], 'four quiet words today')
      await press('Change the passphrase')(page)
      await page.getByRole('alert').waitFor()
    },
  }),
  screen('code', 'vault', {
    act: async (page) => {
      await press('Make a new code…')(page)
      await press('Make the code')(page)
    },
  }),
  screen('code-dark-small', 'vault', {
    colorScheme: 'dark',
    viewport: SMALL,
    act: async (page) => {
      await press('Make a new code…')(page)
      await press('Make the code')(page)
      await press('Save…')(page)
      await page.getByText('Move the file away').waitFor()
    },
  }),
  screen('code-confirm', 'vault', {
    act: async (page) => {
      await press('Make a new code…')(page)
      await press('Make the code')(page)
      await press('I have kept it')(page)
      await page.getByLabel(/^Part/).fill('XXXXX')
      await press('Confirm')(page)
    },
  }),
  screen('backup', 'vault', {
    act: async (page) => {
      await press('Back up…')(page)
      await fillNew(page, ['Passphrase of the backup', 'Passphrase of the backup again'], 'it exists')
      await press('Choose where and save')(page)
      await page.getByRole('alert').waitFor()
    },
  }),
  screen('backup-done', 'vault', {
    viewport: { width: 1280, height: 1100 },
    act: async (page) => {
      await press('Back up…')(page)
      await fillNew(page, ['Passphrase of the backup', 'Passphrase of the backup again'], 'four quiet words today')
      await press('Choose where and save')(page)
      await page.getByText('The backup is saved.').first().waitFor()
      await press('Restore…')(page)
      await page.locator('input[type=file]').setInputFiles(FILE)
      await page.getByLabel('Passphrase of the backup').fill('correct horse battery')
      await page.getByRole('button', { name: 'Restore', exact: true }).click()
      await page.getByText('The backup is restored').waitFor()
    },
  }),
  screen('restore-wrong', 'vault', {
    act: async (page) => {
      await press('Restore…')(page)
      await page.locator('input[type=file]').setInputFiles(FILE)
      await page.getByLabel('Passphrase of the backup').fill('wrong one')
      await page.getByRole('button', { name: 'Restore', exact: true }).click()
      await page.getByText('does not open the backup').waitFor()
    },
  }),
  screen('network', 'network', { viewport: { width: 1280, height: 1000 } }),
  screen('network-dark', 'network', { colorScheme: 'dark' }),
  screen('network-small', 'network', { viewport: SMALL }),
  screen('network-empty', 'network', { scene: 'usual' }),
  screen('network-wrong', 'network', {
    scene: 'usual',
    viewport: { width: 1280, height: 1000 },
    act: async (page) => {
      await page.getByLabel('Address of the proxy').fill('ftp://proxy')
      await press('Save')(page)
      await page.locator('input[type=file]').setInputFiles(FILE)
      await page.getByRole('alert').waitFor()
    },
  }),
  screen('notices', 'notices'),
  screen('notices-wrong', 'notices', {
    act: (page) => page.getByLabel('Days before something expires').fill('60, soon'),
  }),
  screen('schedules', 'schedules'),
  screen('language', 'language', { act: press(/Language of the window/) }),
  screen('german', 'vault', {
    viewport: { width: 1280, height: 1000 },
    act: async (page) => {
      await page.getByRole('tab', { name: 'Language' }).click()
      await press(/Language of the window/)(page)
      await page.getByRole('option', { name: 'Deutsch' }).click()
      await page.getByRole('tab', { name: 'Tresor' }).click()
    },
  }),
  screen('appearance', 'appearance'),
  screen('data', 'data', { act: press('Check now') }),
  screen('data-small', 'data', { viewport: SMALL }),
  screen('diagnostics', 'diagnostics', { act: press('Save…') }),
  screen('about', 'about'),
  screen('about-dark', 'about', { colorScheme: 'dark', act: press('Packages and their licences') }),
  { name: 'settings-welcome', scene: 'vault-missing', place: 'overview' },
  {
    name: 'settings-welcome-dark-small',
    scene: 'vault-missing',
    place: 'overview',
    viewport: SMALL,
    colorScheme: 'dark',
  },
  {
    name: 'settings-gate-make',
    scene: 'vault-missing',
    place: 'overview',
    act: async (page) => {
      await press('Connect your first token')(page)
      await page.getByText('A passphrase opens it').click()
    },
  },
  {
    name: 'settings-gate-restore',
    scene: 'vault-missing-browser',
    place: 'overview',
    viewport: { width: 1280, height: 1000 },
    act: async (page) => {
      await press('Restore a backup')(page)
      await page.locator('input[type=file]').setInputFiles(FILE)
    },
  },
  {
    name: 'settings-gate-restored',
    scene: 'vault-missing',
    place: 'overview',
    act: async (page) => {
      await press('Restore a backup')(page)
      await page.locator('input[type=file]').setInputFiles(FILE)
      await page.getByLabel('Passphrase of the backup').fill('correct horse battery')
      await page.getByRole('button', { name: 'Restore', exact: true }).click()
      await page.getByText('The backup is restored').waitFor()
    },
  },
  {
    name: 'settings-gate-code',
    scene: 'vault-locked',
    place: 'overview',
    act: async (page) => {
      await press('Use the recovery code')(page)
      await page.getByLabel('Recovery code').fill('7Q4XM')
      await page.keyboard.press('Enter')
      await page.getByText('mistyped').waitFor()
    },
  },
]
