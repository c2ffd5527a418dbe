import { alert, drop, fill, press, type Overlay, type Step } from './overlay.ts'

const PASSPHRASE = 'four quiet words today'
/** What opens the vault of the gallery. */
const RIGHT_PASSPHRASE = 'correct horse battery'
const BACKUP = 'ADE Desk 2026-03-04 with a name as long as somebody who keeps every backup gives them.adebackup'

const SECTION = { place: 'settings?section=vault', onlyScene: 'settings-set' } as const

const makeCode: Step = async (page, { vault }) => {
  await press(page, vault.ways.remakeCode)
  await press(page, vault.code.make)
}

/** What stands before every place, and the dialogs of the vault in the settings. */
export const VAULT_OVERLAYS: readonly Overlay[] = [
  { name: 'welcome', place: 'overview', onlyScene: 'vault-missing', open: async () => {} },
  {
    name: 'vault-make',
    place: 'overview',
    onlyScene: 'vault-missing',
    open: async (page, { vault }) => {
      await press(page, vault.welcome.connect)
      await page.getByText(vault.make.passphrase).click()
      await fill(page, vault.fields.passphrase, 'short')
      await press(page, vault.make.submit)
    },
  },
  {
    name: 'vault-restore',
    place: 'overview',
    onlyScene: 'vault-missing-browser',
    open: async (page, { vault }) => {
      await press(page, vault.welcome.restore)
      await drop(page, BACKUP)
    },
  },
  {
    name: 'vault-restored',
    place: 'overview',
    onlyScene: 'vault-missing',
    open: async (page, { vault }) => {
      await press(page, vault.welcome.restore)
      await drop(page, BACKUP)
      await fill(page, vault.backup.passphrase, RIGHT_PASSPHRASE)
      await press(page, vault.restore.submit)
      await page.getByText(vault.restore.doneTitle).waitFor()
    },
  },
  {
    name: 'vault-unlock',
    place: 'overview',
    onlyScene: 'vault-locked',
    open: async (page, { vault }) => {
      await fill(page, vault.fields.passphrase, 'wrong one')
      await page.keyboard.press('Enter')
      await alert(page)
    },
  },
  {
    name: 'vault-code',
    place: 'overview',
    onlyScene: 'vault-locked',
    open: async (page, { vault }) => {
      await press(page, vault.unlock.useCode)
      await fill(page, vault.fields.recoveryCode, '7Q4XM')
      await page.keyboard.press('Enter')
      await page.getByText(vault.unlock.codeMistyped).waitFor()
    },
  },
  {
    name: 'settings-choice',
    ...SECTION,
    open: (page, { vault }) => press(page, new RegExp(vault.state.autoLock)),
  },
  {
    name: 'passphrase',
    ...SECTION,
    open: async (page, { vault }) => {
      await press(page, vault.ways.change)
      await fill(page, vault.change.old, 'wrong')
      await fill(page, vault.change.next, PASSPHRASE)
      await fill(page, vault.change.nextAgain, PASSPHRASE)
      await press(page, vault.change.submit)
      await alert(page)
    },
  },
  {
    name: 'passphrase-set',
    ...SECTION,
    onlyScene: 'settings-system-only',
    open: (page, { vault }) => press(page, vault.ways.set),
  },
  { name: 'code', ...SECTION, open: (page, { vault }) => press(page, vault.ways.remakeCode) },
  {
    name: 'code-shown',
    ...SECTION,
    open: async (page, words, names) => {
      await makeCode(page, words, names)
      await press(page, words.vault.code.save)
      await page.getByText(words.vault.code.saved).waitFor()
    },
  },
  {
    name: 'code-confirm',
    ...SECTION,
    open: async (page, words, names) => {
      await makeCode(page, words, names)
      await press(page, words.vault.code.kept)
      await page.getByRole('textbox').last().fill('XXXXX')
      await press(page, words.vault.code.confirm)
    },
  },
  {
    name: 'backup',
    ...SECTION,
    open: async (page, { vault: { backup } }) => {
      await press(page, backup.begin)
      await fill(page, backup.passphrase, 'it exists')
      await fill(page, backup.again, 'it exists')
      await press(page, backup.submit)
      await alert(page)
    },
  },
  {
    name: 'restore',
    ...SECTION,
    open: async (page, { vault: { backup, restore } }) => {
      await press(page, backup.beginRestore)
      await drop(page, BACKUP)
      await fill(page, backup.passphrase, 'wrong one')
      await press(page, restore.submit)
      await page.getByText(restore.wrongPassphrase).waitFor()
    },
  },
  {
    name: 'restored',
    ...SECTION,
    open: async (page, { vault: { backup, restore } }) => {
      await press(page, backup.beginRestore)
      await drop(page, BACKUP)
      await fill(page, backup.passphrase, RIGHT_PASSPHRASE)
      await press(page, restore.submit)
      await page.getByText(restore.doneTitle).waitFor()
    },
  },
]
