import type { Profile } from '../../../shared/model/profile.ts'
import type { Failure } from '../../lib/api.ts'
import type { Desk } from '../../lib/desk.ts'
import { toast } from '../../lib/feedback.ts'
import { IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import type { ProfilesStore } from './store.ts'

/** Names of files are shorter than those of profiles may be, on some systems. */
const MAX_NAME = 80

/** Writes a text of a profile to a file the person chooses, byte for byte. */
export async function exportText(
  store: ProfilesStore,
  desk: Desk,
  { name, written }: { readonly name: string; readonly written: string },
): Promise<void> {
  const fail = (error: Failure) => store.setState({ exporting: { status: 'failed', error } })
  const words = text().profiles.exports
  const suggestedName = `${name.slice(0, MAX_NAME)}.json`
  const chosen = await desk.api.shell.chooseSavePath({ suggestedName, title: words.title })
  if (!chosen.ok) return fail(chosen.error)
  if (chosen.value === null) return
  store.setState({ exporting: LOADING })
  const saved = await desk.api.shell.saveText({ path: chosen.value, text: written })
  if (!saved.ok) return fail(saved.error)
  store.setState({ exporting: IDLE })
  toast(desk.feedback, words.done(chosen.value))
}

/** The body of a version as it was sent. */
export async function exportVersion(
  store: ProfilesStore,
  desk: Desk,
  { profile: { id, name }, version }: { readonly profile: Pick<Profile, 'id' | 'name'>; readonly version: number },
): Promise<void> {
  const body = await desk.api.profiles.body({ profile: id, version })
  if (!body.ok) return store.setState({ exporting: { status: 'failed', error: body.error } })
  await exportText(store, desk, { name: `${name.slice(0, MAX_NAME - 10)} ${version}`, written: body.value })
}

export function forgetExport(store: ProfilesStore): void {
  store.setState({ exporting: IDLE })
}
