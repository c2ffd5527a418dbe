import { checkProfile, PROFILE_KEYS } from '../profile-rules.ts'
import { Refusal } from '../refusal.ts'
import { readBody, readSerials, type Context, type Endpoint } from './endpoint.ts'
import { outcomesOf } from './serial-outcomes.ts'

const PATH = '/profile'
const DEVICES_PATH = '/profile/devices'

/** POST /profile: every call makes another profile that can be neither changed nor deleted. */
export const defineProfile: Endpoint = {
  name: 'post_profile',
  path: PATH,
  methods: ['POST'],
  run(context) {
    const { devices, ...profile } = readBody(context, PROFILE_KEYS)
    checkProfile({ ...profile, devices })
    const { maximum } = context.world.settings().batchLimit
    const serials = Array.isArray(devices) && devices.length > 0 ? readSerials(devices, maximum) : []
    const uuid = context.service.profiles.define(profile)
    return { profile_uuid: uuid, ...assign(context, uuid, { serials, operation: 'define' }) }
  },
}

/** GET /profile?profile_uuid=… */
export const getProfile: Endpoint = {
  name: 'get_profile',
  path: PATH,
  methods: ['GET'],
  run({ call, service }) {
    const uuid = call.query.get('profile_uuid')
    if (!uuid) throw new Refusal(400, 'PROFILE_UUID_REQUIRED')
    const profile = service.profiles.find(uuid)
    // 400, not 404: so it is documented.
    if (profile === undefined) throw new Refusal(400, 'NOT_FOUND')
    return { ...profile, profile_uuid: uuid.toUpperCase() }
  },
}

/** POST (documented) or PUT (what most clients send) /profile/devices. */
export const assignProfile: Endpoint = {
  name: 'put_profile_devices',
  path: DEVICES_PATH,
  methods: ['PUT', 'POST'],
  run(context) {
    const { assignMethods, batchLimit } = context.world.settings()
    if (assignMethods !== 'both' && assignMethods !== context.call.method.toLowerCase()) throw new Refusal(405, '')
    const body = readBody(context, ['profile_uuid', 'devices'])
    const uuid = body['profile_uuid']
    if (uuid === undefined || uuid === '') throw new Refusal(400, 'PROFILE_UUID_REQUIRED')
    if (typeof uuid !== 'string') throw new Refusal(400, 'MALFORMED_REQUEST_BODY')
    const serials = readSerials(body['devices'], batchLimit.maximum)
    if (context.service.profiles.find(uuid) === undefined) throw new Refusal(404, 'NOT_FOUND')
    return { profile_uuid: uuid, ...assign(context, uuid.toUpperCase(), { serials, operation: 'assign' }) }
  },
}

/** DELETE /profile/devices, a DELETE with a body. */
export const removeProfile: Endpoint = {
  name: 'delete_profile_devices',
  path: DEVICES_PATH,
  methods: ['DELETE'],
  run(context) {
    const body = readBody(context, ['profile_uuid', 'devices'])
    const serials = readSerials(body['devices'], context.world.settings().batchLimit.maximum)
    const devices: Record<string, string> = {}
    outcomesOf(
      context,
      { operation: 'remove', serials },
      {
        each: (serial, word) => {
          devices[serial] = word
          if (word === 'SUCCESS') context.service.removeProfile(serial, context.world.settings().profileChangesInFeed)
        },
      },
    )
    return { devices }
  },
}

function assign(
  context: Context,
  uuid: string,
  about: { readonly serials: readonly string[]; readonly operation: 'assign' | 'define' },
): object {
  const isReported = context.world.settings().profileChangesInFeed
  const devices: Record<string, string> = {}
  const { retryAfterSeconds } = outcomesOf(context, about, {
    each: (serial, word) => {
      devices[serial] = word
      if (word === 'SUCCESS') context.service.assignProfile(serial, uuid, isReported)
    },
  })
  const isTold = retryAfterSeconds !== undefined && context.call.version >= 10
  return { devices, ...(isTold ? { retry_after_seconds: retryAfterSeconds } : {}) }
}
