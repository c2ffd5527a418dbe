import type { ServerFailure, ServerTrust, ServiceConfig } from '../../../shared/model/profile.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { fromResult, IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { editMember, textsOf } from './draft-actions.ts'
import { parseObject } from './json-text.ts'
import { failureWords, trustWords } from './server-words.ts'
import type { ProfilesStore, ServerAsking } from './store.ts'

/** As many as the call takes. */
const MAX_ANCHORS = 200

/** Begins with the server that the profile names already. */
export function beginAsking(store: ProfilesStore): void {
  const url = bodyOf(store)?.['url']
  const server = typeof url === 'string' && URL.canParse(url) ? new URL(url).host : ''
  store.setState({ asking: { server, work: IDLE, control: null } })
}

export function nameServer(store: ProfilesStore, server: string): void {
  store.getState().asking?.control?.abort()
  store.setState({ asking: { server, work: IDLE, control: null } })
}

/** Closes the dialog; a question that is under way is given up. */
export function stopAsking(store: ProfilesStore): void {
  store.getState().asking?.control?.abort()
  store.setState({ asking: null })
}

export async function askServer(store: ProfilesStore, { api, feedback }: Desk): Promise<void> {
  const { asking } = store.getState()
  const server = asking?.server.trim() ?? ''
  if (!asking || server === '' || asking.work.status === 'loading') return
  const control = new AbortController()
  const mine: ServerAsking = { server: asking.server, work: LOADING, control }
  store.setState({ asking: mine })
  const anchors = textsOf(bodyOf(store)?.['anchor_certs']).slice(0, MAX_ANCHORS)
  const result = await api.profiles.askServer({ server, anchors }, { signal: control.signal })
  if (store.getState().asking !== mine) return
  if (!result.ok && result.error.code === 'cancelled') return store.setState({ asking: { ...mine, work: IDLE } })
  store.setState({ asking: { ...mine, work: fromResult(result), control: null } })
  if (result.ok) announce(feedback, saidBy(result.value))
}

function saidBy(answer: ServiceConfig | ServerFailure): string {
  const words = text().profiles.server
  return answer.kind === 'failed' ? failureWords(answer).title : words.found
}

/** Puts what the server said into the profile. What it does not say stays as it is; no anchors are needed where it says so. */
export function takeOver(store: ProfilesStore, desk: Desk): void {
  const work = store.getState().asking?.work
  if (work?.status !== 'ready' || work.value.kind !== 'found') return
  const { url, anchors } = work.value
  if (url !== null) editMember(store, desk, 'url', url)
  const bases = anchors?.map(({ base64 }) => base64)
  if (bases) editMember(store, desk, 'anchor_certs', bases.length === 0 ? undefined : bases)
  store.setState({ asking: null })
  announce(desk.feedback, text().profiles.server.taken)
}

/** What a check is about: another address or other anchors make it void. */
export function trustSubject(written: string): string {
  const body = parseObject(written)
  return JSON.stringify([body?.['url'] ?? null, body?.['anchor_certs'] ?? null])
}

/** Connects to the address of the profile and says whether a device would trust it. */
export async function checkServer(store: ProfilesStore, { api, feedback }: Desk): Promise<void> {
  const { opened, trust: running } = store.getState()
  if (!opened || running?.work.status === 'loading') return
  const control = new AbortController()
  const about = trustSubject(opened.draft.text)
  const mine = { about, work: LOADING, control } as const
  store.setState({ trust: mine })
  const result = await api.profiles.checkServer({ text: opened.draft.text }, { signal: control.signal })
  if (store.getState().trust !== mine) return
  if (!result.ok && result.error.code === 'cancelled') return store.setState({ trust: null })
  store.setState({ trust: { ...mine, work: fromResult(result) } })
  if (result.ok) announce(feedback, titleOf(result.value))
}

export function stopChecking(store: ProfilesStore): void {
  store.getState().trust?.control.abort()
  store.setState({ trust: null })
}

function titleOf(answer: ServerTrust | ServerFailure): string {
  return answer.kind === 'failed' ? failureWords(answer).title : trustWords(answer).title
}

function bodyOf(store: ProfilesStore) {
  const { opened } = store.getState()
  return opened ? parseObject(opened.draft.text) : undefined
}
