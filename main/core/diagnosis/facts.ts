import type { UnknownReason } from '../../../shared/model/diagnosis.ts'
import type { Assignment, EnrollmentStatus } from '../../../shared/model/device.ts'
import type { CaptiveCheck, HostCheck } from '../../../shared/model/network-check.ts'
import type { Rehearsal } from '../../../shared/model/rehearsal.ts'
import type { FactSource } from '../../../shared/model/tree-checks.ts'
import type { TokenState } from '../../../shared/model/token.ts'

/** What each source tells. Stored with the diagnosis, so nothing here is secret and nothing is long. Times: milliseconds UTC. */
export type FactValues = {
  readonly records: RecordFacts
  readonly 'token-file': TokenFileFacts
  readonly 'portal-csv': PortalFacts
  readonly 'apple-account': AccountFacts
  readonly 'apple-details': DetailFacts
  readonly 'apple-profile': AppleProfileFacts
  readonly 'probe-apple': AppleProbe
  readonly 'probe-enrollment': EnrollmentProbe
  readonly rehearsal: RehearsalFacts
}

/** One source as it stands. `off`: not asked, and why. */
export type Fact<T> =
  | { readonly state: 'pending' }
  | { readonly state: 'off'; readonly why: UnknownReason }
  | { readonly state: 'failed'; readonly code: string; readonly at: number }
  | { readonly state: 'ready'; readonly at: number; readonly requests: number; readonly value: T }

export type FactSet = { readonly [S in FactSource]: Fact<FactValues[S]> }

export type RecordFacts = {
  /** Null for a serial number nobody knows, and where none was given. */
  readonly device: RecordedDevice | null
  /** The token a person chose, else the one the device is on, else the one that counts at its group, else the one most in need of a look. */
  readonly token: RecordedToken | null
  readonly isTokenChosen: boolean
  /** Whether the device is on that token, as it was told last; null where nobody told. */
  readonly isOnToken: boolean | null
  readonly tokenCount: number
  /** What counts at the group of the device. */
  readonly effective: { readonly token: string | null; readonly from: string | null; readonly group: string } | null
  readonly sync: {
    readonly lastSuccessAt: number | null
    readonly cursorAt: number | null
    readonly intervalMinutes: number
    readonly isScheduled: boolean
    readonly lastRun: { readonly state: string; readonly at: number; readonly error: string | null } | null
  } | null
  readonly work: {
    readonly outcome: string | null
    readonly answeredAt: number | null
    readonly attempts: number
    readonly nextAttemptAt: number | null
  } | null
  readonly wish: { readonly profile: string | null; readonly profileUuid: string | null } | null
  /** The profile of this product that is meant: what Apple reports of the device, else what it should have. */
  readonly profile: RecordedProfile | null
  readonly waiting: { readonly sameProfile: number; readonly all: number; readonly profiles: number } | null
  readonly replacedBy: string | null
  /** Null where no serial number was given. */
  readonly lockCodes: number | null
}

export type RecordedDevice = {
  readonly serial: string
  readonly family: string | null
  readonly tokenId: string | null
  readonly token: string | null
  readonly group: string | null
  readonly atApple: string
  readonly goneSince: number | null
  readonly goneReason: string | null
  readonly profileStatus: string | null
  readonly profileUuid: string | null
  readonly assignment: Assignment
  readonly assignmentError: string | null
  readonly enrollmentStatus: EnrollmentStatus
  readonly assignedDate: number | null
  readonly assignedBy: string | null
  readonly profileAssignTime: number | null
  readonly profilePushTime: number | null
  readonly migrationDeadline: number | null
  readonly firstSeenAt: number
  readonly lastSeenAt: number
}

export type RecordedToken = {
  readonly id: string
  readonly name: string
  readonly group: string
  readonly state: TokenState
  readonly stateSince: number
  readonly expiresAt: number
  readonly importedAt: number | null
  readonly serverName: string | null
  readonly serverUuid: string | null
  readonly orgId: string | null
  readonly accountAt: number | null
}

export type RecordedProfile = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly versionNo: number
  readonly publishedAt: number
  readonly state: string
  readonly awaits: boolean
  readonly customPrompt: string | null
  readonly authentication: boolean | null
  readonly webUrl: string | null
  readonly deviceGroup: string | null
  /** Null where the console's group has none. */
  readonly groupId: string | null
}

export type AccountFacts = {
  /** `success`, or the code of the failure. */
  readonly outcome: string
  readonly serverName: string | null
  readonly serverUuid: string | null
  readonly orgName: string | null
  readonly orgId: string | null
  /** This computer's clock minus Apple's. */
  readonly skewSeconds: number | null
}

export type DetailFacts = {
  /** Null: no token of ours may see it. */
  readonly token: string | null
  readonly isOwnToken: boolean
  readonly asked: number
  readonly profileStatus: string | null
  readonly profileUuid: string | null
  readonly profileAssignTime: number | null
  readonly profilePushTime: number | null
  readonly migrationDeadline: number | null
  readonly assignedDate: number | null
  readonly assignedBy: string | null
}

export type AppleProfileFacts = {
  /** Null: the device has none. */
  readonly profileUuid: string | null
  readonly isFound: boolean
  /** The profile here with this identifier; null for one made elsewhere. */
  readonly local: string | null
  /** What is known of that profile here. */
  readonly recorded: RecordedProfile | null
  /** Members that differ from what was sent, by path. */
  readonly differences: readonly string[]
  readonly host: string | null
  readonly awaits: boolean | null
  readonly webUrl: string | null
  readonly anchors: number
}

export type ProbedHost = Pick<
  HostCheck,
  'host' | 'port' | 'verdict' | 'stage' | 'issuer' | 'inspected' | 'isCritical' | 'remarks' | 'ms'
>
export type AppleProbe = {
  readonly hosts: readonly ProbedHost[]
  readonly captive: CaptiveCheck['state']
  readonly clockSeconds: number | null
  readonly clockIsWrong: boolean
}
export type EnrollmentProbe = {
  readonly enrollment: ProbedHost | null
  readonly isHttps: boolean
  readonly web: ProbedHost | null
  readonly anchors: number
}

export type RehearsalFacts = {
  readonly host: string | null
  readonly mode: Rehearsal['plan']['mode']
  readonly verdict: Rehearsal['verdict']
  readonly findings: Rehearsal['findings']
  readonly answerMs: number | null
  readonly hasProfile: boolean
  readonly identity: 'acme' | 'scep' | 'pkcs12' | null
}

export type TokenFileFacts = {
  readonly kind: 'token' | 'certificate' | 'clear-token' | 'apps-token' | 'other'
  readonly isOurs: boolean | null
  readonly madeFor: string | null
  readonly content: 'complete' | 'damaged' | 'expired' | null
  readonly expiresAt: number | null
  /** `other-group`: its server is connected here as another token than the one it is meant for. */
  readonly use: {
    readonly kind: 'free' | 'renewal' | 'other-group'
    readonly token: string | null
    readonly tokenId: string | null
  } | null
}

export type PortalFacts = {
  /** When the portal's export was compared. */
  readonly importedAt: number
  readonly rows: number
  /** Null: neither in the export nor in what it was compared with. */
  readonly serial: {
    readonly isListed: boolean
    readonly server: 'this' | 'other' | 'unassigned' | null
    readonly serverName: string | null
  } | null
}
