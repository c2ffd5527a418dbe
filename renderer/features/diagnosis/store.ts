import type { DeviceSelection } from '../../../shared/contract/devices.ts'
import {
  DEFAULT_TREE,
  type BatchDiagnosis,
  type Diagnosis,
  type DiagnosisSummary,
  type TextReading,
} from '../../../shared/model/diagnosis.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { Failure } from '../../lib/api.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'
import type { ComboOption } from '../../ui/ComboField.tsx'

/** What is chosen before a diagnosis begins. */
export type Setup = {
  readonly serial: string
  readonly tree: string
  /** Null: the records say which token is meant. */
  readonly tokenId: TokenId | null
  /** Narrows the list of problems; or a pasted error text. */
  readonly search: string
  readonly isOffline: boolean
  readonly rehearses: boolean
}

/** The diagnosis that is looked at. `diagnosis` is null until the first word of it arrives. */
export type Opened = {
  readonly diagnosis: Diagnosis | null
  /** What runs, and can be cancelled. */
  readonly work: AbortController | null
  readonly failure: Failure | null
}

/** Several devices at once. */
export type Batch = {
  readonly selection: DeviceSelection
  readonly count: number
  readonly run: { readonly controller: AbortController; readonly done: number; readonly total: number } | null
  readonly result: Remote<BatchDiagnosis>
}

/** A file somebody asked for: where it is, or why it is not there. */
export type Saving = Remote<string>

export type DiagnosisPageState = {
  /** The words of the trees are here. */
  readonly hasWords: boolean
  readonly setup: Setup
  /** Devices that fit the serial number as far as it is typed. */
  readonly suggestions: readonly ComboOption[]
  /** What a pasted text was read as. */
  readonly reading: TextReading | null
  readonly history: Remote<readonly DiagnosisSummary[]>
  /** The history is that of this device alone. */
  readonly historyOf: string | null
  readonly opened: Opened | null
  readonly batch: Batch | null
  readonly saving: Saving
}

export type DiagnosisStore = StoreApi<DiagnosisPageState>

export const FIRST_SETUP: Setup = {
  serial: '',
  tree: DEFAULT_TREE,
  tokenId: null,
  search: '',
  isOffline: false,
  rehearses: true,
}

export function createDiagnosisStore(): DiagnosisStore {
  return createStore<DiagnosisPageState>()(() => ({
    hasWords: false,
    setup: FIRST_SETUP,
    suggestions: [],
    reading: null,
    history: IDLE,
    historyOf: null,
    opened: null,
    batch: null,
    saving: IDLE,
  }))
}
