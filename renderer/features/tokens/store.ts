import type { TokenId } from '../../../shared/model/ids.ts'
import type { RemovalProgress } from '../../../shared/contract/tokens.ts'
import type { KeyPair, Token, TokenRemoval } from '../../../shared/model/token.ts'
import type { Failure } from '../../lib/api.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'
import type { Wizard } from './wizard.ts'

/** What Apple said when the token was last verified from this page. */
export type Verification =
  | { readonly status: 'asking' }
  | {
      readonly status: 'proven'
      readonly clockSkewSeconds: number | null
    }
  | { readonly status: 'failed'; readonly error: Failure }

export type TokensPageState = {
  readonly tokens: Remote<readonly Token[]>
  readonly stagedKeys: readonly KeyPair[]
  readonly verifications: ReadonlyMap<TokenId, Verification>
  /** The token somebody is asked about before it is removed. */
  readonly removal: { readonly token: Token; readonly work: Remote<null> } | null
  /** Removals whose devices are still on their way into history. */
  readonly removals: readonly TokenRemoval[]
  /** How far those are that were started from this page. */
  readonly removalProgress: ReadonlyMap<TokenId, RemovalProgress>
  /** The token whose owner and deputy are being edited. */
  readonly contacts: { readonly token: Token; readonly work: Remote<null> } | null
  /** The staged pair somebody is asked about before it is discarded. */
  readonly discarding: { readonly key: KeyPair; readonly work: Remote<null> } | null
  readonly wizard: Wizard | null
  /** Groups a new token can be connected to. */
  readonly groupPaths: readonly string[]
}

export type TokensStore = StoreApi<TokensPageState>

export function createTokensStore(): TokensStore {
  return createStore<TokensPageState>()(() => ({
    tokens: IDLE,
    stagedKeys: [],
    verifications: new Map(),
    removal: null,
    removals: [],
    removalProgress: new Map(),
    contacts: null,
    discarding: null,
    wizard: null,
    groupPaths: [],
  }))
}
