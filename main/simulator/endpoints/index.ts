import { account } from './account.ts'
import { fetchDevices, syncDevices } from './device-lists.ts'
import { activationLock, deviceDetails, disownDevices, replacementDetails } from './devices.ts'
import type { Endpoint } from './endpoint.ts'
import { betaTokens, getDiscovery, removeDiscovery, setDiscovery } from './organization.ts'
import { assignProfile, defineProfile, getProfile, removeProfile } from './profiles.ts'

/** Every endpoint behind a session. */
export const ENDPOINTS: readonly Endpoint[] = [
  account,
  fetchDevices,
  syncDevices,
  deviceDetails,
  disownDevices,
  activationLock,
  replacementDetails,
  defineProfile,
  getProfile,
  assignProfile,
  removeProfile,
  betaTokens,
  setDiscovery,
  getDiscovery,
  removeDiscovery,
]
