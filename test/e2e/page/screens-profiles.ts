import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const SMALL = { width: 900, height: 600 } as const
const TALL = { width: 1280, height: 1700 } as const

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

const FIRST = 'profiles?profile=profile-Retail iPads'
const NEW = 'profiles?profile=profile-Apple TV in meeting rooms'

const section =
  (name: string | RegExp, then?: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('tab', { name }).click()
    await then?.(page)
  }

async function typeInText(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /as JSON|als JSON/ }).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}

const publishing = (token: string, then?: (page: Page) => Promise<void>) => async (page: Page) => {
  await press('Publish…')(page)
  await page.getByRole('radio', { name: token }).click({ force: true })
  await then?.(page)
}

const askServer = (name: string) => async (page: Page) => {
  await press('Take address and certificates from the server…')(page)
  await page.getByRole('textbox', { name: 'Server', exact: true }).fill(name)
  await page.keyboard.press('Enter')
}

const several = (name: string, act: Screen['act'], more: Partial<Screen> = {}): Screen => ({
  name: `profiles-${name}`,
  scene: 'profiles-several',
  place: FIRST,
  ...(act ? { act } : {}),
  ...more,
})

export const PROFILE_SCREENS: readonly Screen[] = [
  { name: 'profiles-empty', scene: 'profiles-empty', place: 'profiles' },
  { name: 'profiles-broken', scene: 'profiles-broken', place: 'profiles' },
  { name: 'profiles-list', scene: 'profiles-several', place: 'profiles' },
  { name: 'profiles-list-dark', scene: 'profiles-several', place: 'profiles', colorScheme: 'dark' },
  { name: 'profiles-list-small', scene: 'profiles-several', place: 'profiles', viewport: SMALL },
  { name: 'profiles-list-german', scene: 'profiles-several', place: 'profiles', locale: 'de-DE' },
  { name: 'profiles-list-rtl', scene: 'profiles-several', place: 'profiles', direction: 'rtl' },
  { name: 'profiles-list-zoom', scene: 'profiles-several', place: 'profiles', zoom: 2 },
  { name: 'profiles-list-strange', scene: 'profiles-strange', place: 'profiles' },
  { name: 'profiles-new', scene: 'usual', place: 'profiles', act: press('New profile') },
  {
    name: 'profiles-remove-default',
    scene: 'usual',
    place: 'profiles',
    act: async (page) => {
      await press('More for Retail iPads')(page)
      await page.getByRole('menuitem', { name: 'Remove…' }).click()
    },
  },
  several('authentication', section('Authentication'), { viewport: TALL }),
  several('authentication-german', section('Authentifizierung'), { viewport: TALL, locale: 'de-DE' }),
  several('authentication-small', section('Authentication'), { viewport: SMALL }),
  several('features', section('MDM features'), { viewport: TALL }),
  several('features-dark', section('MDM features'), { colorScheme: 'dark' }),
  several('features-small', section('MDM features'), { viewport: SMALL }),
  several('text-small', section('MDM features', press('Show the JSON')), { viewport: SMALL }),
  several('features-german', section('MDM-Funktionen'), { viewport: TALL, locale: 'de-DE' }),
  several('features-rtl', section('MDM features'), { direction: 'rtl' }),
  { name: 'profiles-errors', scene: 'usual', place: NEW, act: section('MDM features') },
  several(
    'text-broken',
    section('MDM features', (page) => typeInText(page, '{ "profile_name": ')),
  ),
  several('server-asked', section('MDM features', askServer('mdm.nordwest.example')), { viewport: TALL }),
  several('server-asked-dark', section('MDM features', askServer('gone.example')), { colorScheme: 'dark' }),
  several('server-asked-small', section('MDM features', askServer('mdm.nordwest.example')), { viewport: SMALL }),
  several('server-checked', section('MDM features', press('Check the server’s certificates')), {
    viewport: { width: 1280, height: 2600 },
  }),
  several('server-checked-german', section('MDM-Funktionen', press('Zertifikate des Servers prüfen')), {
    viewport: { width: 1280, height: 2600 },
    locale: 'de-DE',
  }),
  several('assistant', section('Setup Assistant'), { viewport: { width: 1280, height: 1300 } }),
  several('assistant-dark', section('Setup Assistant'), { colorScheme: 'dark' }),
  several('assistant-small', section('Setup Assistant'), { viewport: SMALL }),
  several('assistant-german', section('Systemassistent'), { locale: 'de-DE' }),
  ...(['iPad', 'Mac', 'Apple TV', 'Apple Vision Pro'] as const).map((product) =>
    several(
      `assistant-${product.toLowerCase().replaceAll(' ', '-')}`,
      section('Setup Assistant', async (page) => {
        await page.getByRole('button', { name: /Device$/ }).click()
        await page.getByRole('option', { name: product, exact: true }).click()
      }),
      { viewport: { width: 1280, height: 1100 } },
    ),
  ),
  several('assistant-rtl', section('Setup Assistant'), { direction: 'rtl' }),
  several('assistant-zoom', section('Setup Assistant'), { zoom: 2 }),
  several('features-zoom', section('MDM features'), { zoom: 2 }),
  several('accounts', section('macOS accounts'), { viewport: TALL }),
  several('accounts-german', section('macOS-Accounts'), { viewport: TALL, locale: 'de-DE', colorScheme: 'dark' }),
  several('accounts-small', section('macOS accounts'), { viewport: SMALL }),
  several('summary', section('Summary'), { viewport: TALL }),
  several('summary-dark', section('Summary'), { viewport: SMALL, colorScheme: 'dark' }),
  several('summary-german', section('Übersicht'), { locale: 'de-DE' }),
  several('versions', section('Versions'), { viewport: { width: 1280, height: 1300 } }),
  several('versions-dark', section('Versions'), { colorScheme: 'dark' }),
  several('versions-small', section('Versions'), { viewport: SMALL }),
  several('versions-rtl', section('Versions'), { direction: 'rtl' }),
  several('versions-zoom', section('Versions'), { zoom: 2 }),
  several('versions-german', section('Versionen'), { viewport: TALL, locale: 'de-DE' }),
  { name: 'profiles-versions-strange', scene: 'profiles-strange', place: 'profiles', act: press(/^Open/) },
  several(
    'compare',
    section('Versions', (page) => press(/^Compare$/)(page)),
    { viewport: { width: 1280, height: 1400 } },
  ),
  several('publish', publishing('Europe')),
  several('publish-dark', publishing('Europe'), { viewport: SMALL, colorScheme: 'dark' }),
  several('publish-rtl', publishing('Europe'), { direction: 'rtl' }),
  several('publish-zoom', publishing('Europe'), { zoom: 2 }),
  several(
    'publish-german',
    async (page) => {
      await press('Veröffentlichen …')(page)
    },
    { locale: 'de-DE' },
  ),
  several(
    'publish-unsure',
    publishing('Laboratory', async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    }),
  ),
  several(
    'publish-done',
    publishing('Europe', async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    }),
  ),
  {
    name: 'profiles-publish-refused',
    scene: 'profiles-several',
    place: NEW,
    act: press('Publish…'),
  },
  several('updating', section('Versions', press(/^Give to its devices/))),
  several(
    'updated',
    section('Versions', async (page) => {
      await press(/^Give to its devices/)(page)
      await page.getByText(/NOT_ACCESSIBLE/).waitFor()
    }),
    { viewport: TALL },
  ),
  several(
    'changed-meanwhile',
    section('Summary', async (page) => {
      await page.getByRole('textbox', { name: 'Notes' }).fill('changed meanwhile')
      await press('Save draft')(page)
    }),
  ),
  several(
    'leaving',
    section('Summary', async (page) => {
      await page.getByRole('textbox', { name: 'Notes' }).fill('something')
      await press('All profiles')(page)
    }),
  ),
]
