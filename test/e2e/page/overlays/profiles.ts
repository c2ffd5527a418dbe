import type { Page } from 'playwright-core'
import { choose, fill, press, pressIn, type Names, type Overlay, type Step } from './overlay.ts'

const list = 'profiles'
const editor = ({ profile }: Names) => `profiles?profile=profile-${encodeURIComponent(profile)}`

const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()

const publish =
  (token: string | null): Step =>
  async (page, { profiles }, names) => {
    await press(page, profiles.editor.publish)
    await page
      .getByRole('dialog')
      .getByText(token ?? names.token, { exact: true })
      .first()
      .click()
  }

const published =
  (token: string | null): Step =>
  async (page, words, names) => {
    await publish(token)(page, words, names)
    await pressIn(page, words.profiles.publish.confirm)
    await page.getByRole('dialog').getByRole('alert').or(page.getByText(words.profiles.publish.later)).first().waitFor()
  }

const askServer =
  (server: string): Step =>
  async (page, { profiles: { sections, server: words } }) => {
    await openTab(page, sections.features)
    await press(page, words.begin)
    if (server === '') return
    await fill(page, words.address, server)
    await page.keyboard.press('Enter')
  }

const SERVER = 'mdm.verwaltung-der-mobilgeraete.donaudampfschifffahrtsgesellschaft.nordwest.example'

export const PROFILE_OVERLAYS: readonly Overlay[] = [
  { name: 'profile-new', place: list, open: (page, { profiles }) => press(page, profiles.newProfile) },
  {
    name: 'profile-menu',
    place: list,
    open: (page, { profiles }, { profile }) => press(page, profiles.card.more(profile)),
  },
  {
    name: 'profile-remove',
    place: list,
    open: (page, { profiles }, { profile }) => choose(page, profiles.card.more(profile), profiles.card.remove),
  },
  {
    name: 'profile-leave',
    place: editor,
    open: async (page, { profiles }) => {
      await openTab(page, profiles.sections.summary)
      await fill(page, profiles.summary.notes, 'something')
      await press(page, profiles.editor.back)
    },
  },
  { name: 'profile-publish', place: editor, open: publish(null) },
  {
    name: 'profile-publish-refused',
    place: (names) => editor({ ...names, profile: 'Apple TV in meeting rooms' }),
    onlyScene: 'profiles-several',
    open: (page, { profiles }) => press(page, profiles.editor.publish),
  },
  { name: 'profile-publish-unsure', place: editor, onlyScene: 'profiles-several', open: published('Laboratory') },
  { name: 'profile-published', place: editor, onlyScene: 'profiles-several', open: published('Europe') },
  { name: 'profile-published-long', place: editor, open: published(null) },
  { name: 'server-ask', place: editor, open: askServer('') },
  { name: 'server-found', place: editor, open: askServer(SERVER) },
  { name: 'server-failed', place: editor, open: askServer(`gone.${SERVER}`) },
  {
    name: 'assistant-choice',
    place: editor,
    open: async (page, { profiles: { sections, assistant } }) => {
      await openTab(page, sections.assistant)
      await press(page, new RegExp(`${assistant.product}$`))
    },
  },
]
