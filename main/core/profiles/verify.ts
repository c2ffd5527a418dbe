import type { StoredProfile } from '../../db/profiles.ts'
import { endVersion, listVersions, type StoredVersion } from '../../db/profile-versions.ts'
import { listTokens } from '../../db/tokens.ts'
import { askAs } from '../tokens/index.ts'
import type { ProfilePorts } from './ports.ts'

/** Asks each token's server about its versions: a server that was made anew, or another one, knows none of the old. */
export async function verifyVersions(ports: ProfilePorts, profile: StoredProfile, signal: AbortSignal): Promise<void> {
  const versions = listVersions(ports.db, profile.no).filter(({ profileUuid }) => profileUuid !== null)
  for (const token of listTokens(ports.db)) {
    const own = versions.filter(({ tokenNo }) => tokenNo === token.no)
    if (own.length === 0) continue
    await askAs(ports, token.id, async (client) => {
      for (const one of own) await verifyOne(ports, { client, version: one, signal })
    })
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
