import type { RemovalProgress } from '../../../shared/contract/tokens.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { KeyPair, Token, TokenContact } from '../../../shared/model/token.ts'
import type { Desk } from '../../lib/desk.ts'
import { toast } from '../../lib/feedback.ts'
import { text } from '../../lib/text.ts'
import { fromResult, IDLE, LOADING, startLoading } from '../../lib/remote.ts'
import type { TokensStore, Verification } from './store.ts'

/** Tokens and waiting key pairs, read together: a pair that was used leaves one list as its token enters the other. */
export async function loadTokens(store: TokensStore, { api }: Desk): Promise<void> {
  store.setState(({ tokens }) => ({ tokens: startLoading(tokens) }))
  const [tokens, keys, removals] = await Promise.all([
    api.tokens.list({}),
    api.tokens.stagedKeys({}),
    api.tokens.removals({}),
  ])
  store.setState({
    tokens: fromResult(tokens),
    ...(keys.ok ? { stagedKeys: keys.value } : {}),
    ...(removals.ok ? { removals: removals.value } : {}),
  })
}

export async function verifyToken(store: TokensStore, { api, feedback }: Desk, tokenId: TokenId): Promise<void> {
  note(store, tokenId, { status: 'asking' })
  const result = await api.tokens.verify({ tokenId })
  if (!result.ok) return note(store, tokenId, { status: 'failed', error: result.error })
  const { token, clockSkewSeconds } = result.value
  note(store, tokenId, { status: 'proven', clockSkewSeconds })
  replaceToken(store, token)
  toast(feedback, text().tokens.said.accepted(token.name))
}

export function forgetVerification(store: TokensStore, tokenId: TokenId): void {
  store.setState(({ verifications }) => ({
    verifications: new Map([...verifications].filter(([id]) => id !== tokenId)),
  }))
}

export function askToRemove(store: TokensStore, token: Token): void {
  store.setState({ removal: { token, work: IDLE } })
}

export function cancelRemoval(store: TokensStore): void {
  store.setState({ removal: null })
}

/** The question closes once the removal has begun; from then on it cannot be stopped, and its progress is shown. */
export async function removeToken(store: TokensStore, desk: Desk): Promise<void> {
  const { removal } = store.getState()
  if (!removal) return
  const { token } = removal
  store.setState({ removal: { token, work: LOADING } })
  const result = await desk.api.tokens.remove(
    { tokenId: token.id },
    { onProgress: (progress) => followRemoval(store, token, progress) },
  )
  store.setState(({ removalProgress }) => ({
    removalProgress: new Map([...removalProgress].filter(([id]) => id !== token.id)),
  }))
  if (!result.ok) return store.setState({ removal: { token, work: { status: 'failed', error: result.error } } })
  closeQuestion(store, token)
  toast(desk.feedback, text().tokens.removal.done(token.name))
  await loadTokens(store, desk)
}

function followRemoval(store: TokensStore, token: Token, progress: RemovalProgress): void {
  closeQuestion(store, token)
  store.setState(({ removalProgress }) => ({ removalProgress: new Map(removalProgress).set(token.id, progress) }))
}

function closeQuestion(store: TokensStore, token: Token): void {
  store.setState(({ removal }) => (removal?.token.id === token.id ? { removal: null } : {}))
}

export function askToDiscard(store: TokensStore, key: KeyPair): void {
  store.setState({ discarding: { key, work: IDLE } })
}

export function cancelDiscarding(store: TokensStore): void {
  store.setState({ discarding: null })
}

export async function discardKey(store: TokensStore, desk: Desk): Promise<void> {
  const { discarding } = store.getState()
  if (!discarding) return
  const { key } = discarding
  store.setState({ discarding: { key, work: LOADING } })
  const result = await desk.api.tokens.discardKey({ keyId: key.id })
  if (!result.ok) return store.setState({ discarding: { key, work: { status: 'failed', error: result.error } } })
  store.setState({ discarding: null })
  toast(desk.feedback, text().tokens.discarding.done(key.name))
  await loadTokens(store, desk)
}

export function askForContacts(store: TokensStore, token: Token): void {
  store.setState({ contacts: { token, work: IDLE } })
}

export function cancelContacts(store: TokensStore): void {
  store.setState({ contacts: null })
}

export type Contacts = { readonly owner: TokenContact | null; readonly deputy: TokenContact | null }

export async function saveContacts(store: TokensStore, { api, feedback }: Desk, contacts: Contacts): Promise<void> {
  const { contacts: editing } = store.getState()
  if (!editing) return
  const { token } = editing
  store.setState({ contacts: { token, work: LOADING } })
  const result = await api.tokens.setContacts({ tokenId: token.id, ...contacts })
  if (!result.ok) return store.setState({ contacts: { token, work: { status: 'failed', error: result.error } } })
  store.setState({ contacts: null })
  replaceToken(store, result.value)
  toast(feedback, text().tokens.contacts.saved(token.name))
}

function note(store: TokensStore, tokenId: TokenId, verification: Verification): void {
  store.setState(({ verifications }) => ({ verifications: new Map(verifications).set(tokenId, verification) }))
}

function replaceToken(store: TokensStore, token: Token): void {
  store.setState(({ tokens }) =>
    tokens.status === 'ready'
      ? { tokens: { status: 'ready', value: tokens.value.map((known) => (known.id === token.id ? token : known)) } }
      : {},
  )
}
