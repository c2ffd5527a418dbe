import type { Profile } from '../../../shared/model/profile.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { fromResult, IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { receiveProfile, saveDraft } from './saving-actions.ts'
import { loadProfiles } from './list-actions.ts'
import type { ProfilesStore } from './store.ts'

/** Devices an update lists one by one; the numbers count all of them. */
const MAX_LISTED = 200

export function beginPublishing(store: ProfilesStore, token: string | null): void {
  store.setState({ publishing: { token, work: IDLE } })
}

export function chooseToken(store: ProfilesStore, token: string): void {
  store.setState({ publishing: { token, work: IDLE } })
}

export function stopPublishing(store: ProfilesStore): void {
  store.setState({ publishing: null })
}

/** Saves the draft and defines it at the token's server. Never repeated by itself: `again` is a person's decision. */
export async function publishDraft(store: ProfilesStore, desk: Desk, { again = false } = {}): Promise<void> {
  const { publishing, opened } = store.getState()
  if (!publishing?.token || !opened || publishing.work.status === 'loading') return
  const { token } = publishing
  store.setState({ publishing: { token, work: LOADING } })
  if (!(await saveDraft(store, desk))) return store.setState({ publishing: null })
  const result = await desk.api.profiles.publish({ profile: opened.saved.id, token, again })
  if (result.ok) receiveProfile(store, result.value.profile)
  store.setState({ publishing: { token, work: fromResult(result) } })
  if (result.ok) announce(desk.feedback, text().profiles.publish.done(result.value.version.version, token))
  await loadProfiles(store, desk)
}

/** Asks Apple whether it still knows the versions. */
export async function verifyProfile(store: ProfilesStore, desk: Desk): Promise<void> {
  const { opened } = store.getState()
  if (!opened) return
  store.setState({ verifying: LOADING })
  const result = await desk.api.profiles.verify({ profile: opened.saved.id })
  if (result.ok) receiveProfile(store, result.value)
  store.setState({
    verifying: result.ok ? { status: 'ready', value: null } : { status: 'failed', error: result.error },
  })
  const words = text().profiles.versions
  if (result.ok) announce(desk.feedback, goneVersions(result.value) > 0 ? words.someGone : words.allKnown)
}

export function goneVersions({ versions }: Pick<Profile, 'versions'>): number {
  return versions.filter(({ state }) => state === 'gone').length
}

export function forgetVerifying(store: ProfilesStore): void {
  store.setState({ verifying: IDLE })
}

/** Version 0 is the draft; as it was saved, which is why it is saved first. */
export async function compareVersions(
  store: ProfilesStore,
  desk: Desk,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const { opened } = store.getState()
  if (!opened) return
  store.setState({ comparison: { from, to, result: LOADING } })
  if ((from === 0 || to === 0) && !(await saveDraft(store, desk))) return store.setState({ comparison: null })
  const result = fromResult(await desk.api.profiles.diff({ profile: opened.saved.id, from, to }))
  const now = store.getState().comparison
  if (now?.from === from && now.to === to) store.setState({ comparison: { from, to, result } })
}

/** New devices of the token get this profile from now on, or none by themselves. */
export async function setDefault(
  store: ProfilesStore,
  desk: Desk,
  { token, isDefault }: { readonly token: string; readonly isDefault: boolean },
): Promise<void> {
  const { opened } = store.getState()
  if (!opened) return
  const result = await desk.api.profiles.setDefault({ profile: isDefault ? opened.saved.id : null, token })
  store.setState({ defaultError: result.ok ? null : result.error })
  await loadProfiles(store, desk)
}

/** Gives the newest version to the devices of a token that should have this profile. */
export async function updateDevices(store: ProfilesStore, desk: Desk, token: string): Promise<void> {
  const { opened, update: running } = store.getState()
  if (!opened || running?.work.status === 'loading') return
  const control = new AbortController()
  const about = { profileId: opened.saved.id, profile: opened.saved.name, token, control }
  store.setState({ publishing: null, update: { ...about, progress: null, work: LOADING } })
  const result = await desk.api.assignments.update(
    { profile: about.profileId, token, listed: MAX_LISTED },
    {
      signal: control.signal,
      onProgress: (progress) => store.setState(({ update }) => (update ? { update: { ...update, progress } } : {})),
    },
  )
  if (!result.ok && result.error.code === 'cancelled') return store.setState({ update: null })
  store.setState({ update: { ...about, progress: null, work: fromResult(result) } })
  if (result.ok) announce(desk.feedback, text().profiles.update.done)
  await loadProfiles(store, desk)
}

export function cancelUpdate(store: ProfilesStore): void {
  store.getState().update?.control.abort()
}

export function forgetUpdate(store: ProfilesStore): void {
  store.setState({ update: null })
}
