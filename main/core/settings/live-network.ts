import type { NetworkSettings } from '../../ports/network.ts'
import type { CorePorts } from '../ports.ts'
import type { StartAssign, StartRelease, StartRun } from '../sync/index.ts'

type Way = {
  readonly openAdeClient: CorePorts['openAdeClient']
  readonly startRun: StartRun
  readonly startAssign: StartAssign
  readonly startRelease: StartRelease
}

/**
 * Services are made once with the network as the program was started. These are the ways out of it, and each uses
 * what the settings say at that moment: a changed proxy holds from the next request on, without a restart.
 */
export function withLiveNetwork(
  { openAdeClient, startRun, startAssign, startRelease }: Way,
  network: () => NetworkSettings,
): Way {
  return {
    openAdeClient: (credentials) => openAdeClient(credentials, network()),
    startRun: (request, context) => startRun({ ...request, network: network() }, context),
    startRelease: (request, context) => startRelease({ ...request, network: network() }, context),
    startAssign: (request, context) => startAssign({ ...request, network: network() }, context),
  }
}
