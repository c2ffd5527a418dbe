import type { TokenId } from '../../../shared/model/ids.ts'
import type { Account, KeyPair, Token } from '../../../shared/model/token.ts'
import type { Failure } from '../../lib/api.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'
import type { Wizard } from './wizard.ts'

/** What Apple said when the token was last verified from this page. */
export type Verification =
  | { readonly status: 'asking' }
  | {
      readonly status: 'proven'
      readonly at: number
      readonly account: Account
      readonly clockSkewSeconds: number | null
    }
  | { readonly status: 'failed'; readonly error: Failure }

export type TokensPageState = {
  readonly tokens: Remote<readonly Token[]>
  readonly stagedKeys: readonly KeyPair[]
  readonly verifications: ReadonlyMap<TokenId, Verification>
  /** The token somebody is asked about before it is removed. */
  readonly removal: { readonly token: Token; readonly work: Remote<null> } | null
  /** The staged pair somebody is asked about before it is discarded. */
  readonly discarding: { readonly key: KeyPair; readonly work: Remote<null> } | null
  readonly wizard: Wizard | null
}

export type TokensStore = StoreApi<TokensPageState>

export function createTokensStore(): TokensStore {
  return createStore<TokensPageState>()(() => ({
    tokens: IDLE,
    stagedKeys: [],
    verifications: new Map(),
    removal: null,
    discarding: null,
    wizard: null,
  }))
}
