import { createHash } from 'node:crypto'
import type { Limit, Settings } from '../settings.ts'
import type { Context, Endpoint } from './endpoint.ts'

/** GET /account. Source: Apple developer documentation, pages "Account Detail" and "Limit". */
export const account: Endpoint = {
  name: 'get_account',
  path: '/account',
  methods: ['GET'],
  run({ service, call, world }: Context) {
    const traits = service.traits()
    const organizationId = String(1_000_000_000 + service.id)
    const basics = {
      server_name: traits.name,
      server_uuid: service.serverUuid,
      admin_id: 'device.admin@example.com',
      facilitator_id: 'device.admin@example.com',
      org_name: traits.organization,
      org_email: 'it@example.com',
      org_phone: '+1 408 555 0100',
      org_address: '1 Example Street, 95014 Example City',
    }
    if (call.version < 3) return basics
    return {
      ...basics,
      org_id: organizationId,
      org_id_hash: createHash('sha256').update(organizationId).digest('hex'),
      org_type: traits.orgType,
      org_version: traits.orgVersion,
      urls: urls(world.settings()),
    }
  },
}

function urls(settings: Settings): readonly object[] {
  const entry = (uri: string, http_method: readonly string[], limit?: Limit) =>
    limit && settings.announceLimits ? { uri, http_method, limit } : { uri, http_method }
  return [
    entry('/account', ['GET']),
    entry('/server/devices', ['POST'], settings.pageLimit),
    entry('/devices/sync', ['POST'], settings.pageLimit),
    entry('/devices', ['POST']),
    entry('/devices/disown', ['POST']),
    entry('/profile', ['GET', 'POST']),
    entry('/profile/devices', ['POST', 'PUT', 'DELETE'], settings.batchLimit),
    entry('/device/activationlock', ['POST']),
    entry('/device/replacementDetails', ['GET']),
    entry('/os-beta-enrollment/tokens', ['GET']),
    entry('/account-driven-enrollment/profile', ['GET', 'POST', 'DELETE']),
  ]
}
