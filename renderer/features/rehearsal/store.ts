import type { Profile } from '../../../shared/model/profile.ts'
import type { Rehearsal, RehearsalPlan, RehearsalProgress } from '../../../shared/model/rehearsal.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'

export type RehearsalForm = {
  readonly kind: 'profile' | 'url'
  readonly url: string
  /** Id of a profile. */
  readonly profile: string
  readonly serial: string
  readonly product: string
  readonly osVersion: string
}

export type RehearsalState = {
  readonly form: RehearsalForm
  readonly profiles: readonly Pick<Profile, 'id' | 'name'>[]
  /** What would happen, before anything is sent. */
  readonly plan: Remote<RehearsalPlan>
  readonly run: { readonly controller: AbortController; readonly progress: RehearsalProgress | null } | null
  readonly result: Remote<Rehearsal>
}

export type RehearsalStore = StoreApi<RehearsalState>

export function createRehearsalStore(): RehearsalStore {
  return createStore<RehearsalState>()(() => ({
    form: { kind: 'profile', url: '', profile: '', serial: '', product: '', osVersion: '' },
    profiles: [],
    plan: IDLE,
    run: null,
    result: IDLE,
  }))
}
