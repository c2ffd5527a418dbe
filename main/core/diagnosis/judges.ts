import type { Judges } from './judge.ts'
import { judgeDevice } from './judge-device.ts'
import { judgeFiles } from './judge-files.ts'
import { judgeNetwork } from './judge-network.ts'
import { judgeProfile } from './judge-profile.ts'
import { judgeRehearsal } from './judge-rehearsal.ts'
import { judgeToken } from './judge-token.ts'

/** Every check, with the sources that answer it: a check without a judge does not compile. */
export const JUDGES: Judges = {
  ...judgeToken,
  ...judgeDevice,
  ...judgeProfile,
  ...judgeNetwork,
  ...judgeRehearsal,
  ...judgeFiles,
}
