import type { ProfileId } from '../../../shared/model/ids.ts'
import type { Profile } from '../../../shared/model/profile.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { changeOpened, checkDraft, draftOf, isDirty } from './draft-actions.ts'
import type { ProfilesStore } from './store.ts'

/** Keeps the draft, whatever Apple would say of it. True when it is kept. */
export async function saveDraft(store: ProfilesStore, desk: Desk): Promise<boolean> {
  const { opened } = store.getState()
  if (!opened) return false
  const { saved, draft } = opened
  if (!isDirty(opened)) return true
  changeOpened(store, () => ({ saving: LOADING }))
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
    changeOpened(store, () => ({ saving: { status: 'failed', error: result.error } }))
    return false
  }
  changeOpened(store, (now) => ({
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
  if (!result.ok) return changeOpened(store, () => ({ saving: { status: 'failed', error: result.error } }))
  const profile = result.value
  changeOpened(store, () => ({ saved: profile, draft: draftOf(profile), saving: IDLE }))
  takeOver(store, profile)
  await checkDraft(store, desk)
}

/** Keeps mine: the newest state is read so that the next saving replaces it on purpose. */
export async function saveOver(store: ProfilesStore, desk: Desk, id: ProfileId): Promise<void> {
  const result = await desk.api.profiles.show({ profile: id })
  if (!result.ok) return changeOpened(store, () => ({ saving: { status: 'failed', error: result.error } }))
  changeOpened(store, () => ({ saved: result.value, saving: IDLE }))
  await saveDraft(store, desk)
}

export function dismissSaving(store: ProfilesStore): void {
  changeOpened(store, () => ({ saving: IDLE }))
}

/** A fresh reading of what is open. Edits of ours stay; saving them then says that somebody else was faster. */
export function receiveProfile(store: ProfilesStore, profile: Profile): void {
  takeOver(store, profile)
  changeOpened(store, (opened) => {
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
