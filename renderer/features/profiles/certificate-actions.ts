import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { changeOpened, editMember, textsOf } from './draft-actions.ts'
import { parseObject } from './json-text.ts'
import type { CertificateMember } from './sections.ts'
import type { ProfilesStore } from './store.ts'

/** Puts the certificates of a file behind those that are there, each once. */
export async function addCertificates(
  store: ProfilesStore,
  desk: Desk,
  { member, file }: { readonly member: CertificateMember; readonly file: Uint8Array },
): Promise<void> {
  changeOpened(store, () => ({ adding: { member, work: LOADING } }))
  const read = await desk.api.profiles.readCertificates({ file })
  const { opened } = store.getState()
  if (!opened) return
  if (!read.ok)
    return changeOpened(store, () => ({ adding: { member, work: { status: 'failed', error: read.error } } }))
  const before = textsOf(parseObject(opened.draft.text)?.[member])
  const all = [...new Set([...before, ...read.value.map(({ base64 }) => base64)])]
  changeOpened(store, () => ({ adding: null }))
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

export function dismissAdding(store: ProfilesStore): void {
  changeOpened(store, () => ({ adding: null }))
}
