import { Refusal } from '../refusal.ts'
import type { MdmInfo, Unit } from '../units.ts'
import type { World } from '../world.ts'
import type { Call } from './endpoint.ts'

/** A refusal of Apps and Books has a number. */
export class NumberedRefusal extends Refusal {
  readonly errorNumber: number
  readonly errorMessage: string

  constructor(status: number, errorNumber: number, errorMessage: string) {
    super(status, String(errorNumber))
    this.errorNumber = errorNumber
    this.errorMessage = errorMessage
  }
}

/** Without a session: each request carries the content token. */
export type ContentEndpoint = {
  readonly name: string
  readonly path: string
  readonly methods: readonly string[]
  readonly run: (call: Call, world: World) => unknown
}

const DAY_MS = 86_400_000
/** Apple tells the date only in the last days. */
const TELLS_EXPIRY_MS = 15 * DAY_MS

/** Source: Apple developer documentation, App and Book Management API 2.0, "Service Config", "Client Config", "Handling error responses". */
export const CONTENT_ENDPOINTS: readonly ContentEndpoint[] = [
  {
    name: 'get_service_config',
    path: '/mdm/v2/service/config',
    methods: ['GET'],
    run: () => ({
      limits: { maxAssets: 25, maxSerialNumbers: 1000, maxUsers: 100, maxMdmNameLength: 100, maxRequestPerSecond: 15 },
      notificationTypes: ['ASSET_MANAGEMENT', 'ASSET_COUNT', 'USER_MANAGEMENT'],
      errorCodes: [
        { errorNumber: 9621, errorMessage: 'Expired token' },
        { errorNumber: 9625, errorMessage: 'Token revoked' },
      ],
    }),
  },
  { name: 'get_client_config', path: '/mdm/v2/client/config', methods: ['GET'], run: readConfig },
  { name: 'post_client_config', path: '/mdm/v2/client/config', methods: ['POST'], run: claimUnit },
]

function readConfig(call: Call, world: World): unknown {
  const { unit, expiresAt } = authorise(call, world)
  return describe(unit, expiresAt, world.now())
}

/** Writes who manages the unit. A viewer that calls this has taken the unit over. */
function claimUnit(call: Call, world: World): unknown {
  const { unit, expiresAt } = authorise(call, world)
  const { mdmInfo } = JSON.parse(call.bodyText) as { mdmInfo?: MdmInfo }
  if (mdmInfo) unit.claim(mdmInfo)
  return describe(unit, expiresAt, world.now())
}

function authorise(call: Call, world: World): { readonly unit: Unit; readonly expiresAt: number } {
  const { authorization } = call
  if (authorization === undefined) throw new NumberedRefusal(401, 9601, 'Login required')
  const text = /^Bearer (\S+)$/.exec(authorization)?.[1]
  if (text === undefined) throw new NumberedRefusal(401, 9722, 'Malformed Authorization header')
  for (const unit of world.units.list()) {
    const token = unit.find(text)
    if (!token) continue
    if (token.isRevoked) throw new NumberedRefusal(401, 9625, 'Token revoked')
    if (token.expiresAt <= world.now()) throw new NumberedRefusal(401, 9621, 'Expired token')
    return { unit, expiresAt: token.expiresAt }
  }
  throw new NumberedRefusal(401, 9622, 'Invalid token')
}

function describe(unit: Unit, expiresAt: number, now: number): unknown {
  const mdmInfo = unit.mdmInfo()
  return {
    countryISO2ACode: unit.country,
    defaultPlatform: 'enterprisestore',
    locationName: unit.name,
    uId: unit.uId,
    websiteURL: 'https://business.apple.com',
    ...(mdmInfo && {
      mdmInfo,
      notificationUrl: 'https://mdm.example.com/vpp',
      notificationAuthToken: unit.notificationAuthToken,
      subscribedNotificationTypes: ['ASSET_COUNT'],
    }),
    ...(expiresAt - now <= TELLS_EXPIRY_MS && {
      tokenExpirationDate: new Date(expiresAt).toISOString().replace(/\.\d{3}Z$/, '+0000'),
    }),
  }
}
