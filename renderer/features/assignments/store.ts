import type { BypassCode } from '../../../shared/contract/activation.ts'
import type { AssignedDevice, AssignmentPlan, AssignmentProgress } from '../../../shared/contract/assignments.ts'
import type { DeviceSelection } from '../../../shared/contract/devices.ts'
import type { Serial } from '../../../shared/model/ids.ts'
import type { Profile } from '../../../shared/model/profile.ts'
import type { Failure } from '../../lib/api.ts'
import type { Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'

export type TaskKind = 'assign' | 'unassign' | 'retry' | 'release'

/** Devices that something is to be done with, and how many they are. */
export type Chosen = { readonly selection: DeviceSelection; readonly count: number }

/** One thing being done with devices: asked about first, then under way, then its results. One at a time. */
export type Task = Chosen & {
  readonly kind: TaskKind
  /** Id of the profile; null as long as none is chosen. */
  readonly profile: string | null
  readonly profiles: Remote<readonly Profile[]>
  readonly plan: Remote<AssignmentPlan>
  /** Of a release: what is released, named one by one. */
  readonly serials: Remote<readonly Serial[]>
  readonly run: TaskRun | null
  readonly result: TaskResult | null
  /** The dialog; the work goes on without it. */
  readonly isOpen: boolean
}

export type TaskRun =
  | ({ readonly status: 'running'; readonly controller: AbortController } & Partial<AssignmentProgress>)
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly error: Failure }

export type TaskResult = {
  /** How many devices had each outcome. */
  readonly results: Readonly<Record<string, number>>
  /** Those that need a look first; not all of very many. */
  readonly devices: readonly AssignedDevice[]
  /** Of a release: the list of the devices as they were. */
  readonly file: string | null
  readonly exported: Remote<string>
}

/** What is done with the lock of one device. */
export type LockTask = { readonly serial: Serial } & (
  | { readonly kind: 'lock'; readonly message: string; readonly answer: Remote<string> }
  | { readonly kind: 'code'; readonly codes: Remote<readonly BypassCode[]> }
)

export type AssignmentsState = { readonly task: Task | null; readonly lock: LockTask | null }

export type AssignmentsStore = StoreApi<AssignmentsState>

export function createAssignmentsStore(): AssignmentsStore {
  return createStore<AssignmentsState>()(() => ({ task: null, lock: null }))
}
