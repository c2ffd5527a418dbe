import type { Serial } from '../../../shared/model/ids.ts'
import type {
  DeviceRegistration,
  RegistrationAct,
  RegistrationFactor,
  RegistrationPlan,
  RegistrationValue,
} from '../../../shared/model/registration-token.ts'
import type { Chosen } from '../assignments/index.ts'
import type { Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'

export type Progress = { readonly done: number; readonly total: number }

/** An act under way. It goes on where its dialog is left, and stands in the status strip. */
export type RegistrationJob = {
  readonly act: RegistrationAct
  /** Null until the first devices are done. */
  readonly progress: Progress | null
  readonly controller: AbortController
}

/** What is being done with the registration tokens of one device or of many. */
export type RegistrationTask = Chosen & {
  /** The device, where it is one alone. */
  readonly serial: Serial | null
  readonly details: Remote<DeviceRegistration>
  readonly act: RegistrationAct
  readonly factor: RegistrationFactor | 'rule'
  /** As typed; empty: as the group wants it. */
  readonly length: string
  readonly plan: Remote<RegistrationPlan>
  readonly work: Remote<RegistrationPlan>
  /** It was ended by a person after so many devices; what was done stays. */
  readonly endedAfter: Progress | null
  /** In the page only until the dialog is left. */
  readonly values: Remote<readonly RegistrationValue[]>
}

export type RegistrationState = { readonly task: RegistrationTask | null; readonly job: RegistrationJob | null }
export type RegistrationStore = StoreApi<RegistrationState>

export function createRegistrationStore(): RegistrationStore {
  return createStore<RegistrationState>()(() => ({ task: null, job: null }))
}
