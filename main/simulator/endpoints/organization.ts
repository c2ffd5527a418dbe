import { appleTime } from '../fleet/row.ts'
import { Refusal } from '../refusal.ts'
import { readBody, type Endpoint } from './endpoint.ts'

const DISCOVERY_PATH = '/account-driven-enrollment/profile'
const BETA_SYSTEMS = ['homePodOS', 'iOS', 'OSX', 'tvOS', 'visionOS', 'watchOS'] as const

/** GET /os-beta-enrollment/tokens. */
export const betaTokens: Endpoint = {
  name: 'get_os_beta_enrollment_tokens',
  path: '/os-beta-enrollment/tokens',
  methods: ['GET'],
  run({ service }) {
    if (!service.traits().isSeedForItOn) throw new Refusal(403, 'APPLE_SEED_FOR_IT_TURNED_OFF')
    return {
      betaEnrollmentTokens: BETA_SYSTEMS.map((os) => ({
        os,
        title: `${os} 27 AppleSeed Beta`,
        token: `SIMULATED-${service.serverUuid.slice(0, 8)}-${os}`,
      })),
    }
  },
}

/** POST: where devices of account-driven enrollment find the MDM service. */
export const setDiscovery: Endpoint = {
  name: 'post_account_driven_enrollment_profile',
  path: DISCOVERY_PATH,
  methods: ['POST'],
  run(context) {
    const { service, world } = context
    const { mdm_service_discovery_url: url } = readBody(context, ['mdm_service_discovery_url'])
    if (service.traits().orgVersion === 'v1') throw new Refusal(400, 'ORG_NOT_SUPPORTED')
    if (url === undefined || url === '') throw new Refusal(400, 'MDM_SERVICE_DISCOVERY_URL_REQUIRED')
    const isHttps = typeof url === 'string' && URL.canParse(url) && new URL(url).protocol === 'https:'
    if (!isHttps) throw new Refusal(400, 'MDM_SERVICE_DISCOVERY_URL_NOT_VALID')
    service.discovery = { url, at: world.now() }
    return {}
  },
}

export const getDiscovery: Endpoint = {
  name: 'get_account_driven_enrollment_profile',
  path: DISCOVERY_PATH,
  methods: ['GET'],
  run({ service }) {
    if (service.discovery === undefined) throw new Refusal(404, 'NOT_FOUND')
    const { url, at } = service.discovery
    return { mdm_service_discovery_url: url, last_updated_timestamp: appleTime(at) }
  },
}

export const removeDiscovery: Endpoint = {
  name: 'delete_account_driven_enrollment_profile',
  path: DISCOVERY_PATH,
  methods: ['DELETE'],
  run({ service }) {
    service.discovery = undefined
    return {}
  },
}
