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
  /** In the page only until the dialog is left. */
  readonly values: Remote<readonly RegistrationValue[]>
}

export type RegistrationStore = StoreApi<{ readonly task: RegistrationTask | null }>

export function createRegistrationStore(): RegistrationStore {
  return createStore<{ readonly task: RegistrationTask | null }>()(() => ({ task: null }))
}
