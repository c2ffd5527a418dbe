import { appleTime, rowAtVersion } from '../fleet/row.ts'
import { Refusal } from '../refusal.ts'
import { readBody, readSerials, type Context, type Endpoint } from './endpoint.ts'
import { outcomesOf } from './serial-outcomes.ts'

/** Families that know no Activation Lock by the organization. */
const UNLOCKABLE = new Set(['AppleTV', 'Vision', 'iPod'])

/** POST /devices: what is known of these serial numbers. No limit is documented. */
export const deviceDetails: Endpoint = {
  name: 'post_devices',
  path: '/devices',
  methods: ['POST'],
  run(context) {
    const { world, service, call } = context
    const serials = readSerials(readBody(context, ['devices'])['devices'], Number.POSITIVE_INFINITY)
    const devices: Record<string, unknown> = {}
    outcomesOf(
      context,
      { operation: 'details', serials },
      {
        natural: (index) => {
          if (index === undefined) return 'NOT_FOUND'
          return world.fleet.isIn(index, service.list) ? 'SUCCESS' : 'NOT_ACCESSIBLE'
        },
        each: (serial, word, index) => {
          const row = word === 'SUCCESS' && index !== undefined ? world.fleet.row(index) : { serial_number: serial }
          devices[serial] = { ...rowAtVersion(row, call.version), response_status: word }
        },
      },
    )
    return { devices }
  },
}

/** POST /devices/disown: takes devices out of the organization for good. */
export const disownDevices: Endpoint = {
  name: 'post_devices_disown',
  path: '/devices/disown',
  methods: ['POST'],
  run(context) {
    const { service } = context
    if (!service.traits().mayDisown) throw new Refusal(403, 'ACCESS_DENIED')
    const serials = readSerials(readBody(context, ['devices'])['devices'], Number.POSITIVE_INFINITY)
    const devices: Record<string, string> = {}
    outcomesOf(
      context,
      { operation: 'disown', serials },
      {
        each: (serial, word) => {
          if (word === 'SUCCESS') service.removeDevice(serial)
          devices[serial] = word
        },
      },
    )
    return { devices }
  },
}

/** POST /device/activationlock. Without an escrow key the lock belongs to a person. */
export const activationLock: Endpoint = {
  name: 'post_device_activationlock',
  path: '/device/activationlock',
  methods: ['POST'],
  run(context) {
    const { world, service } = context
    const body = readBody(context, ['device', 'escrow_key', 'lost_message'])
    const { device, escrow_key: escrowKey, lost_message: lostMessage } = body
    const isKeyGood = escrowKey === undefined || (typeof escrowKey === 'string' && /^[0-9A-Fa-f]{64}$/.test(escrowKey))
    const isMessageGood = lostMessage === undefined || typeof lostMessage === 'string'
    if (typeof device !== 'string' || device === '' || !isKeyGood || !isMessageGood) {
      throw new Refusal(400, 'MALFORMED_REQUEST_BODY')
    }
    let status = 'FAILED'
    outcomesOf(
      context,
      { operation: 'activationlock', serials: [device] },
      {
        natural: (index) => {
          if (service.traits().orgVersion === 'v1') return 'ORG_NOT_SUPPORTED'
          if (index === undefined || !world.fleet.isIn(index, service.list)) return 'NOT_ACCESSIBLE'
          if (UNLOCKABLE.has(String(world.fleet.row(index)['device_family']))) return 'DEVICE_NOT_SUPPORTED'
          return service.lockedSerials.has(device) ? 'DEVICE_ALREADY_LOCKED' : 'SUCCESS'
        },
        each: (serial, word) => {
          if (word === 'SUCCESS') service.lockedSerials.add(serial)
          status = word
        },
      },
    )
    return { serial_number: device, response_status: status }
  },
}

/** GET /device/replacementDetails?device=…; 404 is the usual answer. */
export const replacementDetails: Endpoint = {
  name: 'get_device_replacement_details',
  path: '/device/replacementDetails',
  methods: ['GET'],
  run({ call, service, world }: Context) {
    const serial = call.query.get('device')
    if (!serial) throw new Refusal(400, 'DEVICE_ID_REQUIRED')
    const index = world.fleet.find(serial)
    const replacement = service.replacements.get(serial)
    const isHere = index !== undefined && world.fleet.isIn(index, service.list)
    if (replacement === undefined || !isHere || call.version < 10) throw new Refusal(404, 'DEVICE_NOT_FOUND')
    return {
      serial_number: serial,
      original_device_serial_number: replacement.original,
      replacement_date: appleTime(replacement.at).slice(0, 10),
    }
  },
}
