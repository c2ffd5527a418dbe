import { AppError, isCancelled } from '../../../shared/errors.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { ProfileBody, ProfileDifference } from '../../../shared/model/profile.ts'
import { findErrors } from '../../../shared/model/profile-rules.ts'
import type { StoredProfile } from '../../db/profiles.ts'
import { beginVersion, endVersion, forgetVersion, listVersions } from '../../db/profile-versions.ts'
import { findToken } from '../../db/tokens.ts'
import { askAs } from '../tokens/index.ts'
import { diffBodies } from './diff-bodies.ts'
import type { ProfilePorts } from './ports.ts'
import { bodyToSend, readBody } from './profile-text.ts'
import { stateAt } from './version-state.ts'

type Publication = { readonly profile: StoredProfile; readonly tokenId: TokenId; readonly again: boolean }

/**
 * Defines the draft at the token's server. What is about to be asked is stored first and what came of it afterwards, so
 * that whatever ends this process leaves a version that is `unknown`, and never a second definition by itself.
 */
export async function publish(
  ports: ProfilePorts,
  { profile, tokenId, again }: Publication,
  signal: AbortSignal,
): Promise<{ readonly versionNo: number; readonly differences: readonly ProfileDifference[] }> {
  const { db, clock } = ports
  const token = findToken(db, tokenId)
  if (!token) throw new AppError('token.not-found', 'there is no such token')
  const body = bodyToSend(readBody(profile.draft))
  refuseInvalid(body)
  if (!again) refuseUnsure(ports, profile.no, token.no)
  return askAs(ports, tokenId, async (client) => {
    const versionNo = beginVersion(db, {
      profileNo: profile.no,
      tokenNo: token.no,
      body: JSON.stringify(body),
      appVersion: ports.version,
      now: clock.now(),
    })
    const { profileUuid } = await define(ports, { client, body, versionNo, signal })
    endVersion(db, versionNo, { state: 'published', profileUuid, now: clock.now() })
    return { versionNo, differences: await readBack(ports, { client, profileUuid, body, signal }) }
  })
}

type Asking = {
  readonly client: ReturnType<ProfilePorts['openAdeClient']>
  readonly body: ProfileBody
  readonly signal: AbortSignal
}

async function define({ db, clock }: ProfilePorts, asking: Asking & { readonly versionNo: number }) {
  const { client, body, signal, versionNo } = asking
  try {
    return await client.defineProfile(body, { signal })
  } catch (error) {
    // Cancelled on the way: nobody can tell whether it arrived.
    const isUnsure = isCancelled(error, signal) || !(error instanceof AppError) || error.code === 'ade.outcome-unknown'
    if (isUnsure || error.code === 'ade.protocol') {
      endVersion(db, versionNo, { state: 'unknown', profileUuid: null, now: clock.now() })
    } else {
      forgetVersion(db, versionNo)
    }
    throw error
  }
}

/** What Apple stored otherwise than it was sent. Trouble with this is no trouble of the definition. */
async function readBack(
  { log }: ProfilePorts,
  { client, profileUuid, body, signal }: Asking & { readonly profileUuid: string },
): Promise<readonly ProfileDifference[]> {
  try {
    const stored = await client.readProfile(profileUuid, { signal })
    return stored ? diffBodies(body, stored as ProfileBody) : [] // JSON, parsed by the client
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    log.warn('profile.not-read-back', { profileUuid, code: error.code })
    return []
  }
}

function refuseInvalid(body: ProfileBody): void {
  const [first] = findErrors(body)
  if (first) throw new AppError('profile.invalid', `${first.code} at ${first.path}`, { path: first.path })
}

function refuseUnsure({ db, clock }: ProfilePorts, profileNo: number, tokenNo: number): void {
  const last = listVersions(db, profileNo).find((version) => version.tokenNo === tokenNo)
  const state = last && stateAt(last, clock.now())
  if (state === 'defining') throw new AppError('profile.unsure', 'another process is defining it right now')
  if (state === 'unknown') throw new AppError('profile.unsure', `version ${last!.version} may exist at Apple`)
}
