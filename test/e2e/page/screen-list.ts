import type { Page } from 'playwright-core'
import { ASSIGNMENT_SCREENS } from './screens-assignments.ts'
import { CREDENTIAL_SCREENS } from './screens-credentials.ts'
import { DEVICE_SCREENS } from './screens-devices.ts'
import { RECONCILE_SCREENS } from './screens-reconcile.ts'
import { REPORT_SCREENS } from './screens-reports.ts'
import { SETTINGS_SCREENS } from './screens-settings.ts'
import { FRAME_SCREENS } from './screens-frame.ts'
import { GALLERY_SCREENS } from './screens-gallery.ts'
import { GROUP_SCREENS } from './screens-groups.ts'
import { OVERVIEW_SCREENS } from './screens-overview.ts'
import { PROFILE_SCREENS } from './screens-profiles.ts'
import { REGISTRATION_SCREENS } from './screens-registration-tokens.ts'
import { SYNC_SCREENS } from './screens-sync.ts'
import { TOKEN_SCREENS } from './screens-tokens.ts'
import { TROUBLESHOOT_SCREENS } from './screens-troubleshoot.ts'

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
  ...TOKEN_SCREENS,
  ...CREDENTIAL_SCREENS,
  ...REGISTRATION_SCREENS,
  ...PROFILE_SCREENS,
  ...DEVICE_SCREENS,
  ...ASSIGNMENT_SCREENS,
  ...SYNC_SCREENS,
  ...RECONCILE_SCREENS,
  ...REPORT_SCREENS,
  ...GROUP_SCREENS,
  ...OVERVIEW_SCREENS,
  ...TROUBLESHOOT_SCREENS,
  ...SETTINGS_SCREENS,
]
