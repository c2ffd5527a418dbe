import { account } from './account.ts'
import { fetchDevices, syncDevices } from './device-lists.ts'
import type { Endpoint } from './endpoint.ts'

/** Every endpoint behind a session. */
export const ENDPOINTS: readonly Endpoint[] = [account, fetchDevices, syncDevices]
