import type { ConsoleSettings, JsonValue, Profile } from '../../../shared/model/profile.ts'
import type { Desk } from '../../lib/desk.ts'
import { IDLE } from '../../lib/remote.ts'
import { parseObject, setMember } from './json-text.ts'
import { newestVersion } from './panes.ts'
import { CERTIFICATE_MEMBERS, type SectionName } from './sections.ts'
import type { Draft, OpenProfile, ProfilesStore } from './store.ts'

/** Typing has paused for so long before the text is looked at. */
const CHECK_DELAY_MS = 150

export function openProfile(store: ProfilesStore, desk: Desk, profile: Profile): void {
  if (store.getState().opened?.saved.id === profile.id) return store.setState({ wanted: null })
  store.setState({
    wanted: null,
    comparison: null,
    publishing: null,
    verifying: IDLE,
    defaultError: null,
    asking: null,
    trust: null,
    opened: {
      saved: profile,
      draft: draftOf(profile),
      check: null,
      certificates: new Map(),
      section: profile.versions.length > 0 ? 'versions' : 'authentication',
      saving: IDLE,
      adding: null,
      device: { product: 'iPhone', version: newestVersion('iPhone') },
    },
  })
  void checkDraft(store, desk)
}

/** What an address asks for; null leads back to the list. Changes that are not saved are asked about first. */
export function wantProfile(store: ProfilesStore, desk: Desk, id: string | null): void {
  const { profiles, opened } = store.getState()
  if (id === null) return leaveProfile(store)
  if (opened?.saved.id === id) return
  const known = profiles.status === 'ready' ? profiles.value.find((profile) => profile.id === id) : undefined
  if (known) openProfile(store, desk, known)
  else store.setState({ wanted: id })
}

export function leaveProfile(store: ProfilesStore): void {
  const { opened } = store.getState()
  if (opened && isDirty(opened)) return store.setState({ isLeaving: true })
  closeProfile(store)
}

/** Leaves without asking; what is not saved is lost. */
export function closeProfile(store: ProfilesStore): void {
  store.setState({ opened: null, wanted: null, isLeaving: false, comparison: null, publishing: null })
}

export function stayHere(store: ProfilesStore): void {
  store.setState({ isLeaving: false })
}

export function draftOf({ name, group, draft, console, notes }: Profile): Draft {
  return { name, group, text: draft, console, notes }
}

export function isDirty({ saved, draft }: Pick<OpenProfile, 'saved' | 'draft'>): boolean {
  return JSON.stringify(draftOf(saved)) !== JSON.stringify(draft)
}

/** Changes what is open, if something is. */
export function changeOpened(store: ProfilesStore, part: (opened: OpenProfile) => Partial<OpenProfile>): void {
  store.setState(({ opened }) => (opened ? { opened: { ...opened, ...part(opened) } } : {}))
}

export function showSection(store: ProfilesStore, section: SectionName): void {
  changeOpened(store, () => ({ section }))
}

export function chooseDevice(store: ProfilesStore, device: OpenProfile['device']): void {
  changeOpened(store, () => ({ device }))
}

export function editDraft(store: ProfilesStore, desk: Desk, part: Partial<Draft>): void {
  changeOpened(store, ({ draft }) => ({ draft: { ...draft, ...part } }))
  if (part.text !== undefined) scheduleCheck(store, desk)
}

export function editConsole(store: ProfilesStore, part: Partial<ConsoleSettings>): void {
  changeOpened(store, ({ draft }) => ({ draft: { ...draft, console: { ...draft.console, ...part } } }))
}

/** Sets one member of the text; undefined: it is not sent. */
export function editMember(store: ProfilesStore, desk: Desk, member: string, value: JsonValue | undefined): void {
  const { opened } = store.getState()
  if (opened) editDraft(store, desk, { text: setMember(opened.draft.text, member, value) })
}

const timers = new WeakMap<ProfilesStore, ReturnType<typeof setTimeout>>()

function scheduleCheck(store: ProfilesStore, desk: Desk): void {
  clearTimeout(timers.get(store))
  timers.set(
    store,
    setTimeout(() => void checkDraft(store, desk), CHECK_DELAY_MS),
  )
}

/** What Apple would say, and what we advise. An answer about a text that was changed meanwhile is passed over. */
export async function checkDraft(store: ProfilesStore, { api }: Desk): Promise<void> {
  const { opened } = store.getState()
  if (!opened) return
  const { text: asked } = opened.draft
  const isCurrent = () => {
    const now = store.getState().opened
    return now?.saved.id === opened.saved.id && now.draft.text === asked
  }
  const unknown = certificatesIn(asked).filter((base64) => !opened.certificates.has(base64))
  const [check, described] = await Promise.all([
    api.profiles.check({ text: asked }),
    unknown.length === 0 ? undefined : api.profiles.describeCertificates({ certificates: unknown }),
  ])
  if (!isCurrent()) return
  changeOpened(store, ({ certificates }) => ({
    ...(check.ok && { check: check.value }),
    ...(described?.ok && {
      certificates: new Map([...certificates, ...unknown.map((base64, at) => [base64, described.value[at]!] as const)]),
    }),
  }))
}

const MAX_DESCRIBED = 200

function certificatesIn(written: string): readonly string[] {
  const body = parseObject(written)
  const all = CERTIFICATE_MEMBERS.flatMap((member) => textsOf(body?.[member]))
  return [...new Set(all)].slice(0, MAX_DESCRIBED)
}

export function textsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
