import type { ProfileProtection } from '../../../shared/model/rehearsal.ts'

/** Values of a property list. Integers beyond 2^53 lose their last digits; nobody counts so far. */
export type PlistValue =
  string | number | boolean | Date | Uint8Array | readonly PlistValue[] | { readonly [key: string]: PlistValue }

export type Evidence = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export type StageName = 'resolve' | 'connect' | 'tls' | 'request'

/** Why a visit went no further, or what is remarkable about a stage. */
export type VisitRemark = {
  readonly code:
    | 'host-not-found'
    | 'host-unreachable'
    | 'connect-timed-out'
    | 'connection-lost'
    | 'proxy-refused'
    | 'certificate-expired'
    | 'certificate-not-yet-valid'
    | 'certificate-other-name'
    | 'certificate-expires-soon'
    | 'chain-incomplete'
    | 'authority-unknown'
    | 'anchors-do-not-fit'
    | 'tls-inspected'
    | 'tls-failed'
    | 'trusted-here-only'
    | 'answer-timed-out'
    | 'answer-too-large'
    | 'answer-cut-off'
    | 'answer-broken'
    | 'not-visited'
  readonly facts: Readonly<Record<string, string | number>>
}

export type Stage = {
  readonly name: StageName
  readonly ms: number
  readonly evidence: Evidence
  /** The visit ended here. */
  readonly failure: VisitRemark | null
  readonly remarks: readonly VisitRemark[]
}

export type VisitRequest = {
  readonly url: URL
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array | undefined
  /** DER, trusted in place of this computer's authorities; undefined where those are meant. */
  readonly anchors: readonly Uint8Array[] | undefined
  /** PEM, trusted as well. */
  readonly certificates: readonly string[]
  /** For all stages together. */
  readonly giveUpMs: number
  /** Ends with `not-visited` where an address is not a public one. */
  readonly onlyPublic: boolean
  /** Ends after TLS: nothing is asked. */
  readonly onlyConnect?: boolean | undefined
}

export type VisitAnswer = {
  readonly status: number
  /** By lower-case name; the last one of several. */
  readonly header: (name: string) => string | undefined
  /** Decoded, at most `MAX_ANSWER_BYTES`. */
  readonly body: Uint8Array
  /** Until the head was there, and until the last byte, from the start of the request. */
  readonly firstByteMs: number
  readonly wholeMs: number
}

export type Visit = {
  readonly stages: readonly Stage[]
  readonly answer: VisitAnswer | null
}

export type MachineFacts = {
  readonly serial: string
  readonly product: string
  readonly osVersion: string
  readonly buildVersion: string
}

export type ProfileReading = {
  readonly protection: ProfileProtection
  /** Undefined where nothing is signed. */
  readonly signature: Signature | undefined
  /** True where it was encrypted and could be opened with the made-up device's key. */
  readonly isOpened: boolean
  /** Null where it could not be read. */
  readonly value: PlistValue | null
  /** What the bytes are where they are no property list. */
  readonly looksLike: 'property-list' | 'html' | 'json' | 'empty' | 'encrypted' | 'unknown'
}

export type Signature = {
  readonly isValid: boolean
  readonly signer: string | null
  /** Milliseconds UTC. */
  readonly signerExpiresAt: number | null
}

/** The body of a 403, as Apple defines it. */
export type Refusal = {
  readonly code: string
  readonly message: string | null
  readonly details: Readonly<Record<string, string>>
}

/** A device at its enrollment server, one step at a time. What to do next is decided elsewhere. */
export type EnrollmentClient = {
  /** Never fails but with the signal's reason. `onStage` hears of the stage that begins. */
  readonly visit: (
    request: VisitRequest,
    context: { readonly signal: AbortSignal; readonly onStage?: (name: StageName) => void },
  ) => Promise<Visit>
  /** CMS over the machine info, signed by an identity that was made up and says so. */
  readonly signMachineInfo: (facts: MachineFacts) => Promise<Uint8Array>
  readonly readProfile: (bytes: Uint8Array) => Promise<ProfileReading>
  /** Null for a body that is no such refusal. */
  readonly readRefusal: (bytes: Uint8Array) => Refusal | null
  /** What is no certificate is left out. */
  readonly describeCertificate: (der: Uint8Array) => { readonly subject: string; readonly expiresAt: number } | null
}
