import type { Credential, CredentialList, PushRequest } from '../../../shared/model/credential.ts'
import type { CredentialId } from '../../../shared/model/ids.ts'
import type { Failure } from '../../lib/api.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'

export type ImportKind = 'stoken' | 'push-certificate'

export type PickedFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** A file on its way in. `renews`: the credential whose button led here; a content token finds its own. */
export type ImportDialog = {
  readonly kind: 'import'
  readonly what: ImportKind
  readonly renews: Credential | null
  readonly file: PickedFile | null
  readonly key: PickedFile | null
}

/** What is asked for just now, one at a time. */
export type CredentialDialog =
  | ImportDialog
  | { readonly kind: 'request' }
  | { readonly kind: 'discard'; readonly request: PushRequest }
  /** Null: a new entry. */
  | { readonly kind: 'entry'; readonly credential: Credential | null }
  | { readonly kind: 'contacts'; readonly credential: Credential }
  | { readonly kind: 'remove'; readonly credential: Credential }

/** Apple is being asked, or could not be. */
export type Asking = { readonly status: 'asking' } | { readonly status: 'failed'; readonly error: Failure }

export type CredentialsState = {
  readonly list: Remote<CredentialList>
  readonly requests: readonly PushRequest[]
  readonly asking: ReadonlyMap<CredentialId, Asking>
  readonly dialog: CredentialDialog | null
  /** What the open dialog is doing. */
  readonly work: Remote<null>
  /** Of a file that could not be saved. */
  readonly failure: Failure | null
}

export type CredentialsStore = StoreApi<CredentialsState>

export function createCredentialsStore(): CredentialsStore {
  return createStore<CredentialsState>()(() => ({
    list: IDLE,
    requests: [],
    asking: new Map(),
    dialog: null,
    work: IDLE,
    failure: null,
  }))
}
