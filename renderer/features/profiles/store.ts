import type { AssignmentProgress, AssignmentReport } from '../../../shared/contract/assignments.ts'
import type { ProfileCheck } from '../../../shared/contract/profiles.ts'
import type { Group } from '../../../shared/model/group.ts'
import type { ProfileId, TokenId } from '../../../shared/model/ids.ts'
import type {
  ConsoleSettings,
  Profile,
  ProfileCertificate,
  ProfileDifference,
  ProfileVersion,
  ServerFailure,
  ServerTrust,
  ServiceConfig,
} from '../../../shared/model/profile.ts'
import type { Product } from '../../../shared/model/setup-assistant.ts'
import type { Failure } from '../../lib/api.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'
import type { SectionName } from './sections.ts'

/** What a person edits: everything of a profile that can be saved. */
export type Draft = {
  readonly name: string
  readonly group: string
  readonly text: string
  readonly console: ConsoleSettings
  readonly notes: string
}

/** A token as far as profiles are concerned. */
export type NamedToken = { readonly id: TokenId; readonly name: string }

/** Leads to the devices that Apple reports with a version, by its identifier. */
export type ShowDevices = (profileUuid: string) => void

export type OpenProfile = {
  /** As last read: what a saving is compared with. */
  readonly saved: Profile
  readonly draft: Draft
  /** What was said about the text last; that of an earlier text while the answer is under way. */
  readonly check: ProfileCheck | null
  /** Whose the certificates of the text are, by their base64; null for what is none. */
  readonly certificates: ReadonlyMap<string, ProfileCertificate | null>
  readonly section: SectionName
  readonly saving: Remote<null>
  /** A file of certificates that was added to a member, or could not be. */
  readonly adding: { readonly member: string; readonly work: Remote<null> } | null
  readonly device: { readonly product: Product; readonly version: string }
}

export type Comparison = {
  readonly from: number
  readonly to: number
  readonly result: Remote<{ readonly differences: readonly ProfileDifference[]; readonly deviceCount: number }>
}

export type Published = { readonly version: ProfileVersion; readonly differences: readonly ProfileDifference[] }

/** The dialog that publishes: a question first, then what came of it. */
export type Publishing = { readonly token: string | null; readonly work: Remote<Published> }

/** Devices of a token that are given the newest version. Goes on when one leaves the place. */
export type Update = {
  readonly profileId: ProfileId
  readonly profile: string
  readonly token: string
  readonly progress: AssignmentProgress | null
  readonly work: Remote<AssignmentReport>
  readonly control: AbortController
}

/** The dialog that asks a management service for its address and certificates. */
export type ServerAsking = {
  readonly server: string
  readonly work: Remote<ServiceConfig | ServerFailure>
  readonly control: AbortController | null
}

/** A look at the server of the profile; `about` is what was looked at, so that an edit makes it void. */
export type TrustCheck = {
  readonly about: string
  readonly work: Remote<ServerTrust | ServerFailure>
  readonly control: AbortController
}

export type ProfilesPageState = {
  readonly profiles: Remote<readonly Profile[]>
  readonly groups: readonly Pick<Group, 'path' | 'groupId'>[]
  readonly opened: OpenProfile | null
  /** A profile that an address asks for, and that is still on its way or is not there. */
  readonly wanted: string | null
  readonly creating: { readonly name: string; readonly work: Remote<null> } | null
  readonly removing: { readonly profile: Profile; readonly work: Remote<null> } | null
  /** Why a file or a copy could not be made a profile. */
  readonly importing: Remote<null>
  /** A file that is written, or could not be. */
  readonly exporting: Remote<null>
  readonly asking: ServerAsking | null
  readonly trust: TrustCheck | null
  /** Somebody wants to leave with changes that are not saved. */
  readonly isLeaving: boolean
  readonly comparison: Comparison | null
  readonly publishing: Publishing | null
  readonly verifying: Remote<null>
  /** Why a default could not be changed. */
  readonly defaultError: Failure | null
  readonly update: Update | null
}

export type ProfilesStore = StoreApi<ProfilesPageState>

export function createProfilesStore(): ProfilesStore {
  return createStore<ProfilesPageState>()(() => ({
    profiles: IDLE,
    groups: [],
    opened: null,
    wanted: null,
    creating: null,
    removing: null,
    importing: IDLE,
    exporting: IDLE,
    asking: null,
    trust: null,
    isLeaving: false,
    comparison: null,
    publishing: null,
    verifying: IDLE,
    defaultError: null,
    update: null,
  }))
}
