import type { ProfileId } from '../../../shared/model/ids.ts'
import type { ConsoleSettings, JsonValue, Profile } from '../../../shared/model/profile.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { parseObject, setMember } from './json-text.ts'
import { newestVersion } from './panes.ts'
import { CERTIFICATE_MEMBERS, type CertificateMember, type SectionName } from './sections.ts'
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

function change(store: ProfilesStore, part: (opened: OpenProfile) => Partial<OpenProfile>): void {
  store.setState(({ opened }) => (opened ? { opened: { ...opened, ...part(opened) } } : {}))
}

export function showSection(store: ProfilesStore, section: SectionName): void {
  change(store, () => ({ section }))
}

export function chooseDevice(store: ProfilesStore, device: OpenProfile['device']): void {
  change(store, () => ({ device }))
}

export function editDraft(store: ProfilesStore, desk: Desk, part: Partial<Draft>): void {
  change(store, ({ draft }) => ({ draft: { ...draft, ...part } }))
  if (part.text !== undefined) scheduleCheck(store, desk)
}

export function editConsole(store: ProfilesStore, part: Partial<ConsoleSettings>): void {
  change(store, ({ draft }) => ({ draft: { ...draft, console: { ...draft.console, ...part } } }))
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
  change(store, ({ certificates }) => ({
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

/** Puts the certificates of a file behind those that are there, each once. */
export async function addCertificates(
  store: ProfilesStore,
  desk: Desk,
  { member, file }: { readonly member: CertificateMember; readonly file: Uint8Array },
): Promise<void> {
  change(store, () => ({ adding: { member, work: LOADING } }))
  const read = await desk.api.profiles.readCertificates({ file })
  const { opened } = store.getState()
  if (!opened) return
  if (!read.ok) return change(store, () => ({ adding: { member, work: { status: 'failed', error: read.error } } }))
  const before = textsOf(parseObject(opened.draft.text)?.[member])
  const all = [...new Set([...before, ...read.value.map(({ base64 }) => base64)])]
  change(store, () => ({ adding: null }))
  if (all.length > before.length) editMember(store, desk, member, all)
  announce(desk.feedback, text().profiles.certificates.added(all.length - before.length))
}

export function removeCertificate(
  store: ProfilesStore,
  desk: Desk,
  { member, index }: { readonly member: CertificateMember; readonly index: number },
): void {
  const { opened } = store.getState()
  const before = textsOf(opened ? parseObject(opened.draft.text)?.[member] : undefined)
  const rest = before.filter((_, at) => at !== index)
  editMember(store, desk, member, rest.length === 0 ? undefined : rest)
}

/** Keeps the draft, whatever Apple would say of it. True when it is kept. */
export async function saveDraft(store: ProfilesStore, desk: Desk): Promise<boolean> {
  const { opened } = store.getState()
  if (!opened) return false
  const { saved, draft } = opened
  if (!isDirty(opened)) return true
  change(store, () => ({ saving: LOADING }))
  const before = draftOf(saved)
  const result = await desk.api.profiles.edit({
    profile: saved.id,
    updatedAt: saved.updatedAt,
    ...(draft.name !== before.name && { name: draft.name }),
    ...(draft.group !== before.group && { group: draft.group }),
    ...(draft.text !== before.text && { text: draft.text }),
    ...(draft.notes !== before.notes && { notes: draft.notes }),
    console: draft.console,
  })
  if (!result.ok) {
    change(store, () => ({ saving: { status: 'failed', error: result.error } }))
    return false
  }
  change(store, (now) => ({
    saving: IDLE,
    saved: result.value,
    draft: now.draft === draft ? draftOf(result.value) : now.draft,
  }))
  takeOver(store, result.value)
  announce(desk.feedback, text().profiles.editor.savedNow)
  return true
}

/** Takes what somebody else saved in place of what was edited here. */
export async function reopenProfile(store: ProfilesStore, desk: Desk, id: ProfileId): Promise<void> {
  const result = await desk.api.profiles.show({ profile: id })
  if (!result.ok) return change(store, () => ({ saving: { status: 'failed', error: result.error } }))
  const profile = result.value
  change(store, () => ({ saved: profile, draft: draftOf(profile), saving: IDLE }))
  takeOver(store, profile)
  await checkDraft(store, desk)
}

/** Keeps mine: the newest state is read so that the next saving replaces it on purpose. */
export async function saveOver(store: ProfilesStore, desk: Desk, id: ProfileId): Promise<void> {
  const result = await desk.api.profiles.show({ profile: id })
  if (!result.ok) return change(store, () => ({ saving: { status: 'failed', error: result.error } }))
  change(store, () => ({ saved: result.value, saving: IDLE }))
  await saveDraft(store, desk)
}

export function dismissSaving(store: ProfilesStore): void {
  change(store, () => ({ saving: IDLE }))
}

export function dismissAdding(store: ProfilesStore): void {
  change(store, () => ({ adding: null }))
}

/** A fresh reading of what is open. Edits of ours stay; saving them then says that somebody else was faster. */
export function receiveProfile(store: ProfilesStore, profile: Profile): void {
  takeOver(store, profile)
  change(store, (opened) => {
    // Asked before our own saving, answered after it.
    if (profile.updatedAt < opened.saved.updatedAt) return {}
    const isSameText = JSON.stringify(draftOf(opened.saved)) === JSON.stringify(draftOf(profile))
    if (isSameText) return { saved: profile }
    // What others changed is told when one saves, so `saved` keeps its time; versions are facts and are shown at once.
    if (isDirty(opened)) return { saved: { ...opened.saved, versions: profile.versions, defaultOf: profile.defaultOf } }
    return { saved: profile, draft: draftOf(profile) }
  })
}

function takeOver(store: ProfilesStore, profile: Profile): void {
  store.setState(({ profiles }) =>
    profiles.status === 'ready'
      ? { profiles: { ...profiles, value: profiles.value.map((one) => (one.id === profile.id ? profile : one)) } }
      : {},
  )
}
