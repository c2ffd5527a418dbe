import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DeviceRow } from './fleet/row.ts'
import { JSON_TYPE } from './answer.ts'
import type { ScriptSteps } from './script.ts'
import type { Cuts, Simulator } from './server.ts'
import type { Service, ServiceTraits } from './service.ts'
import type { Settings } from './settings.ts'

/** Path under which the simulator itself is steered; nothing of Apple's has such a path. */
export const CONTROL_PATH = '/_sim'

type ControlCall = {
  readonly simulator: Simulator
  readonly query: URLSearchParams
  readonly bodyText: string
  readonly service: Service
}

type Control = { readonly about: string } & (
  | { readonly run: (call: ControlCall) => unknown }
  /** Writes the whole answer itself. */
  | { readonly stream: (call: ControlCall, response: ServerResponse) => Promise<void> }
)

/** What other processes may ask of a running simulator: `METHOD path`. Every call takes `?service=NAME`. */
const CONTROLS: Readonly<Record<string, Control>> = {
  'GET /': {
    about: 'this list',
    run: () => Object.fromEntries(Object.entries(CONTROLS).map(([call, { about }]) => [call, about])),
  },
  'POST /token': {
    about: 'body: certificate as PEM; answers the .p7m (?encoding=der for definite lengths)',
    run: ({ simulator, query, bodyText, service }) =>
      simulator.issueToken(bodyText, {
        service,
        form: { encoding: query.get('encoding') === 'der' ? 'der' : 'ber' },
      }),
  },
  'POST /stoken': {
    about: 'answers a new content token of the unit ?unit=NAME (&days=365)',
    run: ({ simulator, query }) => {
      const unit = simulator.unitNamed(query.get('unit') ?? 'Headquarters')
      return Buffer.from(unit.issueStoken({ validMs: count(query, 'days', 365) * 86_400_000 }))
    },
  },
  'POST /unit': {
    about: 'body: {"action":"revokeStokens"|"expireStokens"|"claim"|"leave","id":"…","name":"…"} for ?unit=NAME',
    run: ({ simulator, query, bodyText }) => {
      const unit = simulator.unitNamed(query.get('unit') ?? 'Headquarters')
      const { action, id = '', name = '' } = parse<{ action: string; id?: string; name?: string }>(bodyText)
      if (action === 'revokeStokens' || action === 'expireStokens') return unit[action]()
      if (action !== 'claim' && action !== 'leave') throw new RangeError(`unknown action: ${action}`)
      return unit.claim(action === 'claim' ? { id, name, metadata: '' } : undefined)
    },
  },
  'POST /devices': {
    about: 'adds ?count= generated devices (&awkward=0.1, &announced=false), or the rows of a JSON list in the body',
    run: ({ query, bodyText, service }) => addDevices(service, query, bodyText),
  },
  'GET /devices': {
    about: 'the truth: every device of the service',
    stream: ({ service }, response) => answerDevices(response, service),
  },
  'POST /change': {
    about: 'an ordinary day: ?adds=20&modifies=30&removes=10',
    run: ({ simulator, query, service }) =>
      simulator.changeSome(
        {
          adds: count(query, 'adds', 20),
          modifies: count(query, 'modifies', 30),
          removes: count(query, 'removes', 10),
        },
        service,
      ),
  },
  'POST /act': {
    about: 'body: {"action":"moveDevice","serial":"…","to":"other service"} and the like',
    run: ({ simulator, bodyText, service }) => act(simulator, service, parse<Action>(bodyText)),
  },
  'POST /service': {
    about: 'body: traits of the service to change, such as {"hasAcceptedTerms":false}',
    run: ({ bodyText, service }) => {
      service.change(parse<Partial<ServiceTraits>>(bodyText))
      return service.traits()
    },
  },
  'POST /script': {
    about: 'body: {"get_session_responses":[{"count":1,"response":"unauthorized"}]}; with ?service= only for that one',
    run: ({ simulator, query, bodyText, service }) => {
      simulator.script(parse<ScriptSteps>(bodyText), query.has('service') ? service : undefined)
      return { left: simulator.scriptLeft() }
    },
  },
  'DELETE /script': { about: 'forgets every scripted answer', run: ({ simulator }) => simulator.clearScript() },
  'POST /cuts': {
    about: 'body: {"share":0.1,"seed":1}: breaks this share of answers at a random byte; an empty body ends it',
    run: ({ simulator, bodyText }) => simulator.cutConnections(bodyText === '' ? undefined : parse<Cuts>(bodyText)),
  },
  'GET /settings': { about: 'how the service behaves', run: ({ simulator }) => simulator.settings() },
  'POST /settings': {
    about: 'body: settings to change, such as {"latencyMs":50}',
    run: ({ simulator, bodyText }) => {
      simulator.set(parse<Partial<Settings>>(bodyText))
      return simulator.settings()
    },
  },
  'GET /stats': { about: 'requests, waitedMs, …', run: ({ simulator }) => simulator.stats() },
  'DELETE /stats': { about: 'counts from zero', run: ({ simulator }) => simulator.resetStats() },
  'GET /log': { about: 'the last thousand requests, without secrets', run: ({ simulator }) => simulator.log() },
  'DELETE /log': { about: 'empties the log', run: ({ simulator }) => simulator.clearLog() },
}

/** Answers one control request; `path` begins after `/_sim`. Mistakes of the caller are 400 with the reason. */
export async function answerControl(
  simulator: Simulator,
  request: {
    readonly method: string
    readonly path: string
    readonly query: URLSearchParams
    readonly bodyText: string
  },
  response: ServerResponse,
): Promise<void> {
  const { method, query, bodyText } = request
  const key = `${method} ${request.path === '' ? '/' : request.path}`
  const control = Object.hasOwn(CONTROLS, key) ? CONTROLS[key] : undefined
  if (control === undefined)
    return answer(response, 404, { error: `no such call: ${key}`, see: `GET ${CONTROL_PATH}/` })
  try {
    const name = query.get('service')
    const service = name === null ? simulator.service : simulator.serviceNamed(name)
    const call = { simulator, query, bodyText, service }
    if ('stream' in control) return await control.stream(call, response)
    const value = control.run(call)
    if (value instanceof Uint8Array) return answerFile(response, value)
    return answer(response, 200, value ?? { done: true })
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError)) throw error
    return answer(response, 400, { error: error.message })
  }
}

function addDevices(service: Service, query: URLSearchParams, bodyText: string): unknown {
  const isAnnounced = query.get('announced') !== 'false'
  if (bodyText.trim() !== '') service.addRows(parse<readonly DeviceRow[]>(bodyText), { isAnnounced })
  else {
    const awkwardShare = Number(query.get('awkward') ?? 0)
    service.addDevices(count(query, 'count', 1), { isAnnounced, awkwardShare })
  }
  return { service: service.traits().name, devices: service.deviceCount() }
}

type Action = {
  readonly action: string
  readonly serial?: string
  readonly to?: string
  readonly [key: string]: unknown
}

function act(simulator: Simulator, service: Service, { action, serial = '', to, ...more }: Action): unknown {
  switch (action) {
    case 'modifyDevice': {
      const { patch } = more
      return service.modifyDevice(serial, typeof patch === 'object' && patch !== null ? { ...patch } : {})
    }
    case 'removeDevice':
    case 'releaseSilently':
    case 'returnDevice':
    case 'pushProfile':
    case 'removeProfile':
      return service[action](serial)
    case 'replaceDevice':
      return { replacement: service.replaceDevice(serial) }
    case 'missFromSync':
      return { serial: service.missFromSync() }
    case 'moveDevice':
      return service.moveDevice(
        serial,
        simulator.serviceNamed(to ?? ''),
        more['as'] === 'modified' ? 'modified' : 'deleted',
      )
    case 'setOutcome':
      return service.outcomes.set(serial, { word: 'FAILED', ...more })
    case 'forgetProfiles':
      return service.forgetProfiles()
    case 'revokeToken':
    case 'expireToken':
    case 'endSessions':
      return simulator[action](service)
    default:
      throw new RangeError(`unknown action: ${action}`)
  }
}

/** The whole list as one JSON document, written as fast as the other side reads. */
async function answerDevices(response: ServerResponse, service: Service): Promise<void> {
  response.writeHead(200, { 'Content-Type': JSON_TYPE })
  await pipeline(Readable.from(deviceDocument(service)), response)
}

function* deviceDocument(service: Service): Generator<string> {
  yield `{"service":${JSON.stringify(service.traits().name)},"total":${service.deviceCount()},"devices":[`
  let separator = ''
  for (const row of service.listDevices()) {
    yield separator + JSON.stringify(row)
    separator = ',\n'
  }
  yield ']}'
}

function answerFile(response: ServerResponse, bytes: Uint8Array): void {
  response.writeHead(200, { 'Content-Type': 'application/pkcs7-mime', 'Content-Length': String(bytes.length) })
  response.end(bytes)
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': JSON_TYPE })
  response.end(JSON.stringify(value, finite, 1))
}

/** JSON has no word for infinity; a script without end says "endless". */
function finite(_key: string, value: unknown): unknown {
  return value === Number.POSITIVE_INFINITY ? 'endless' : value
}

function count(query: URLSearchParams, name: string, fallback: number): number {
  const number = Number(query.get(name) ?? fallback)
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`${name} must be a whole number`)
  return number
}

/** The caller steers a toy on the same machine: its JSON is taken at its word, a wrong shape shows as an error. */
function parse<T>(bodyText: string): T {
  return JSON.parse(bodyText) as T
}
