import { alertIn, choose, drop, fill, press, startingWith, type Overlay, type Step } from './overlay.ts'

const place = 'tokens'

const begin: Step = async (page, { tokens: { wizard, connect } }) => {
  await press(page, connect)
  await fill(page, wizard.name.label, 'Donaudampfschifffahrtsgesellschaft, Außenstelle Nordwest, iPads der Werkstatt')
}

const makeKey: Step = async (page, words, names) => {
  await begin(page, words, names)
  await press(page, words.tokens.wizard.name.make)
  await page.getByRole('heading', { name: words.tokens.wizard.certificate.title }).waitFor()
}

const atPortal: Step = async (page, words, names) => {
  await makeKey(page, words, names)
  await press(page, words.tokens.wizard.next)
}

const give =
  (file: string): Step =>
  async (page, words, names) => {
    await atPortal(page, words, names)
    await press(page, words.tokens.wizard.portal.have)
    if (file === '') return
    await drop(page, file)
    await page.getByRole('alert').or(page.getByText(words.tokens.wizard.done.accepted)).first().waitFor()
  }

const renew: Step = async (page, { tokens }, { token }) => {
  await choose(page, tokens.actions.more(token), tokens.actions.renewMore)
}

const renewAtFile: Step = async (page, words, names) => {
  const { wizard } = words.tokens
  await renew(page, words, names)
  await press(page, wizard.name.make)
  await press(page, wizard.next)
  await press(page, wizard.portal.have)
}

const cards = (name: string, open: Step, more: Partial<Overlay> = {}): Overlay => ({ name, place, open, ...more })

/** The menus and dialogs of tokens, and every step of both wizards. */
export const TOKEN_OVERLAYS: readonly Overlay[] = [
  cards('token-menu', (page, { tokens }, { token }) => press(page, tokens.actions.more(token))),
  cards('token-contacts', async (page, { tokens }, { token }) => {
    await choose(page, tokens.actions.more(token), tokens.actions.contacts)
    await fill(page, tokens.contacts.deputyEmail, 'not an address')
  }),
  cards('token-remove', (page, { tokens }, { token }) =>
    choose(page, tokens.actions.more(token), tokens.actions.remove),
  ),
  cards(
    'staged-discard',
    (page, { tokens }, { staged }) => choose(page, tokens.actions.more(staged), tokens.staged.discard),
    { scene: 'several' },
  ),
  cards('wizard-name', begin),
  cards('wizard-certificate', async (page, words, names) => {
    await makeKey(page, words, names)
    await press(page, words.tokens.wizard.certificate.save)
  }),
  cards('wizard-portal', atPortal),
  cards('wizard-file', give('')),
  cards('wizard-other-key', give('other-key.p7m')),
  cards('wizard-terms', give('terms.p7m')),
  cards('wizard-offline', give('offline.p7m')),
  cards('wizard-same-server', give('same-server.p7m')),
  cards('wizard-done', give('fine.p7m')),
  cards('wizard-renew', renew),
  cards('wizard-other-server', async (page, words, names) => {
    await renewAtFile(page, words, names)
    await drop(page, 'other-server.p7m')
    await press(page, words.tokens.wizard.file.otherServer)
  }),
]

const openImport: Step = (page, { credentials }) => press(page, credentials.actions.importFile)

const importPush =
  (file: string): Step =>
  async (page, words, names) => {
    const { importing } = words.credentials
    await openImport(page, words, names)
    await page.getByText(importing.push.title, { exact: true }).last().click()
    await drop(page, file)
    await press(page, importing.submit)
    await alertIn(page)
  }

const ofCredential =
  (item: 'change' | 'contacts' | 'remove'): Step =>
  (page, { credentials: { actions } }, { credential }) =>
    choose(page, startingWith(credential), actions[item])

/** The menus and dialogs of everything else that expires. */
export const CREDENTIAL_OVERLAYS: readonly Overlay[] = [
  cards('credentials-menu', (page, { credentials }) => press(page, credentials.actions.moreOfAll)),
  cards('credential-import', openImport),
  cards('credential-import-wrong', async (page, words, names) => {
    await openImport(page, words, names)
    await drop(page, 'server-token.p7m')
    await alertIn(page)
  }),
  cards('credential-push-passphrase', importPush('locked.p12')),
  cards('credential-push-topic', importPush('other-topic.pem')),
  cards('credential-entry', async (page, { credentials: { actions, entry } }) => {
    await press(page, actions.add)
    await fill(page, entry.name, 'x')
    await fill(page, entry.expires, 'soon')
  }),
  cards('credential-change', ofCredential('change')),
  cards('credential-contacts', ofCredential('contacts')),
  cards('credential-remove', ofCredential('remove')),
  cards('push-request', async (page, { credentials: { actions, requesting } }) => {
    await choose(page, actions.moreOfAll, actions.request)
    await fill(page, requesting.email, 'nobody')
  }),
  cards('push-request-discard', async (page, { credentials: { actions, requesting } }) => {
    await choose(page, actions.moreOfAll, actions.request)
    await fill(page, requesting.name, 'Donaudampfschifffahrtsgesellschaft, Außenstelle Nordwest, Werkstatt')
    await press(page, requesting.submit)
    await press(page, requesting.discard)
  }),
]
