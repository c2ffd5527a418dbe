import { MAX_PROFILE_CHARACTERS } from '../../../shared/contract/profiles.ts'
import type { Profile } from '../../../shared/model/profile.ts'
import type { Failure } from '../../lib/api.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast } from '../../lib/feedback.ts'
import { fromResult, IDLE, LOADING, startLoading, valueOr } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { openProfile } from './draft-actions.ts'
import { freeName, nameInText } from './names.ts'
import { receiveProfile } from './saving-actions.ts'
import type { ProfilesStore } from './store.ts'

/** Reads the list, and what is open of it: a profile somebody else has changed is taken over where nothing was edited. */
export async function loadProfiles(store: ProfilesStore, desk: Desk): Promise<void> {
  store.setState((state) => ({ profiles: startLoading(state.profiles) }))
  const [list, tree] = await Promise.all([desk.api.profiles.list({}), desk.api.groups.tree({})])
  if (tree.ok) store.setState({ groups: tree.value.groups })
  store.setState({ profiles: fromResult(list) })
  if (!list.ok) return
  const { opened, wanted } = store.getState()
  const current = opened && list.value.find(({ id }) => id === opened.saved.id)
  if (current) receiveProfile(store, current)
  const asked = wanted === null ? undefined : list.value.find(({ id }) => id === wanted)
  if (asked) openProfile(store, desk, asked)
}

export function beginCreating(store: ProfilesStore): void {
  store.setState({ creating: { name: '', work: IDLE } })
}

export function nameNew(store: ProfilesStore, name: string): void {
  store.setState({ creating: { name, work: IDLE } })
}

export function stopCreating(store: ProfilesStore): void {
  store.setState({ creating: null })
}

/** A new profile has a name and nothing that nobody chose. */
export async function createProfile(store: ProfilesStore, desk: Desk): Promise<void> {
  const { creating, profiles } = store.getState()
  const name = creating?.name.trim() ?? ''
  if (name === '') return
  store.setState({ creating: { name, work: LOADING } })
  const written = `${JSON.stringify({ profile_name: name }, null, 2)}\n`
  const result = await desk.api.profiles.import({ text: written, name: freeName(name, valueOr(profiles, [])) })
  if (!result.ok) return store.setState({ creating: { name, work: { status: 'failed', error: result.error } } })
  store.setState({ creating: null })
  await takeIn(store, desk, result.value.profile)
}

/** A file of plain ADE JSON becomes a profile of its own; a name that is taken gets a number, and nothing is replaced. */
export async function importFile(
  store: ProfilesStore,
  desk: Desk,
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
): Promise<void> {
  store.setState({ importing: LOADING })
  const written = await readText(file)
  if (typeof written !== 'string') return store.setState({ importing: { status: 'failed', error: written } })
  const profiles = valueOr(store.getState().profiles, [])
  const wanted = nameInText(written) ?? file.name.replace(/\.json$/i, '')
  const name = freeName(wanted, profiles)
  const result = await desk.api.profiles.import({ text: written, name })
  if (!result.ok) return store.setState({ importing: { status: 'failed', error: result.error } })
  store.setState({ importing: IDLE })
  toast(desk.feedback, text().profiles.imported(name))
  await takeIn(store, desk, result.value.profile)
}

function pageFailure(code: 'profile.not-json', fileName: string): Failure {
  return { code, message: `the file is ${fileName}`, ref: '' }
}

/** Kept byte for byte, a byte order mark too, so that an export is the same file; bytes that are no UTF-8 are no JSON. */
async function readText(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<string | Failure> {
  // A character has at most four bytes.
  if (file.size > MAX_PROFILE_CHARACTERS * 4) return pageFailure('profile.not-json', file.name)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer())
  } catch {
    return pageFailure('profile.not-json', file.name)
  }
}

export function forgetImport(store: ProfilesStore): void {
  store.setState({ importing: IDLE })
}

/** A copy with everything but its versions and what it is a default of. */
export async function cloneProfile(store: ProfilesStore, desk: Desk, profile: Profile): Promise<void> {
  const words = text().profiles
  const name = freeName(words.copyOf(profile.name), valueOr(store.getState().profiles, []))
  store.setState({ importing: LOADING })
  const made = await desk.api.profiles.import({ text: profile.draft, name, group: profile.group })
  const copied = made.ok
    ? await desk.api.profiles.edit({ profile: made.value.profile.id, console: profile.console, notes: profile.notes })
    : made
  if (!copied.ok) return store.setState({ importing: { status: 'failed', error: copied.error } })
  store.setState({ importing: IDLE })
  toast(desk.feedback, words.copied(name))
  await loadProfiles(store, desk)
}

async function takeIn(store: ProfilesStore, desk: Desk, profile: Profile): Promise<void> {
  await loadProfiles(store, desk)
  openProfile(store, desk, profile)
}

export function beginRemoving(store: ProfilesStore, profile: Profile): void {
  store.setState({ removing: { profile, work: IDLE } })
}

export function stopRemoving(store: ProfilesStore): void {
  store.setState({ removing: null })
}

export async function removeProfile(store: ProfilesStore, desk: Desk): Promise<void> {
  const { removing } = store.getState()
  if (!removing) return
  const { profile } = removing
  store.setState({ removing: { profile, work: LOADING } })
  const result = await desk.api.profiles.remove({ profile: profile.id })
  if (!result.ok) return store.setState({ removing: { profile, work: { status: 'failed', error: result.error } } })
  store.setState({ removing: null })
  announce(desk.feedback, text().profiles.removed(profile.name))
  await loadProfiles(store, desk)
}
