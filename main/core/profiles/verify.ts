import { AppError } from '../../../shared/errors.ts'
import type { StoredProfile } from '../../db/profiles.ts'
import { endVersion, listVersions, type StoredVersion } from '../../db/profile-versions.ts'
import { listTokens } from '../../db/tokens.ts'
import type { ProfilePorts } from './ports.ts'

/** Asks each token's server about its versions: a server that was made anew, or another one, knows none of the old. */
export async function verifyVersions(ports: ProfilePorts, profile: StoredProfile, signal: AbortSignal): Promise<void> {
  const versions = listVersions(ports.db, profile.no).filter(({ profileUuid }) => profileUuid !== null)
  for (const token of listTokens(ports.db)) {
    const own = versions.filter(({ tokenNo }) => tokenNo === token.no)
    if (own.length === 0) continue
    const { values, version } = ports.tokens.credentials(token.id)
    const client = ports.openAdeClient(values, ports.network)
    try {
      for (const one of own) await verifyOne(ports, { client, version: one, signal })
      ports.tokens.recordAnswer(token.id, { outcome: 'success', version })
    } catch (error) {
      if (error instanceof AppError) ports.tokens.recordAnswer(token.id, { outcome: error.code, version })
      throw error
    } finally {
      await client.close()
    }
  }
}

type Question = {
  readonly client: ReturnType<ProfilePorts['openAdeClient']>
  readonly version: StoredVersion
  readonly signal: AbortSignal
}

async function verifyOne({ db, clock }: ProfilePorts, { client, version, signal }: Question): Promise<void> {
  const { no, profileUuid } = version
  const found = await client.readProfile(profileUuid!, { signal })
  endVersion(db, no, { state: found ? 'published' : 'gone', profileUuid, now: clock.now() })
}
