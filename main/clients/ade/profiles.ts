import { isObject } from './json.ts'

type Members = Readonly<Record<string, unknown>>

/** Apple's word per serial number: SUCCESS, NOT_ACCESSIBLE, FAILED, THROTTLED or one that is new. */
export type SerialOutcomes = Readonly<Record<string, string>>

export type DefinedProfile = { readonly profileUuid: string; readonly devices: SerialOutcomes }

export type AssignmentAnswer = {
  /** A serial number that was asked about may be missing here. */
  readonly devices: SerialOutcomes
  /** One number for all that were throttled; null where none was told. */
  readonly retryAfterSeconds: number | null
}

/** Undefined where no profile was named: then nobody knows what was defined. */
export function readDefined(answer: Members): DefinedProfile | undefined {
  const { profile_uuid: profileUuid } = answer
  if (typeof profileUuid !== 'string' || profileUuid === '') return undefined
  return { profileUuid, devices: readOutcomes(answer['devices']) }
}

/** Undefined where the answer says nothing about devices. */
export function readAssignment(answer: Members): AssignmentAnswer | undefined {
  if (!isObject(answer['devices'])) return undefined
  const seconds = answer['retry_after_seconds']
  const isWait = typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0
  return { devices: readOutcomes(answer['devices']), retryAfterSeconds: isWait ? seconds : null }
}

/** The profile without the identifier, which belongs to the definition and not to the profile. */
export function readProfileBody(answer: Members): Members {
  const { profile_uuid: _uuid, ...body } = answer
  return body
}

/** A word that is no text is kept as its JSON, so that it can be seen. */
function readOutcomes(rows: unknown): SerialOutcomes {
  if (!isObject(rows)) return {}
  return Object.fromEntries(
    Object.entries(rows).map(([serial, word]) => [serial, typeof word === 'string' ? word : JSON.stringify(word)]),
  )
}
