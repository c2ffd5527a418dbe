import { randomBytes } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { onTestFinished } from 'vitest'
import { encode, sign } from '../../../../main/simulator/oauth.ts'
import type { DeviceRow } from '../../../../main/simulator/fleet/row.ts'
import { createSimulator, type Simulator, type SimulatorOptions } from '../../../../main/simulator/server.ts'
import type { TokenValues } from '../../../../main/simulator/tokens.ts'

export type Reply = {
  readonly status: number
  readonly headers: Record<string, string>
  readonly text: string
  readonly json: Readonly<Record<string, unknown>>
}

type Ask = {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string | undefined>>
}

export const JSON_TYPE = 'application/json;charset=UTF8'

const HEADERS: Readonly<Record<string, string>> = {
  'User-Agent': 'simulator-test/1.0',
  'Content-Type': JSON_TYPE,
  Accept: JSON_TYPE,
  'X-Server-Protocol-Version': '10',
}

/** One request exactly as written; a header given as undefined is left out. */
export function ask(url: string, { method = 'GET', body, headers = {} }: Ask = {}): Promise<Reply> {
  const all = Object.entries({ ...HEADERS, ...headers }).filter(([, value]) => value !== undefined)
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const answer = Buffer.concat(chunks).toString('utf8')
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
          text: answer,
          json: parse(answer),
        })
      })
    })
    request.on('error', reject)
    for (const [name, value] of all) request.setHeader(name, value as string)
    if (text !== '') request.setHeader('Content-Length', Buffer.byteLength(text))
    request.end(text)
  })
}

export type Signing = {
  readonly timestamp?: number
  readonly nonce?: string
  readonly realm?: string | null
  readonly url?: string
  readonly extra?: readonly (readonly [string, string])[]
}

export function oauthHeader(url: string, values: TokenValues, signing: Signing = {}): string {
  const parameters: (readonly [string, string])[] = [
    ['oauth_consumer_key', values.consumer_key],
    ['oauth_token', values.access_token],
    ['oauth_signature_method', 'HMAC-SHA1'],
    ['oauth_timestamp', String(signing.timestamp ?? Math.floor(Date.now() / 1000))],
    ['oauth_nonce', signing.nonce ?? randomBytes(12).toString('hex')],
    ['oauth_version', '1.0'],
    ...(signing.extra ?? []),
  ]
  const secrets = { consumerSecret: values.consumer_secret, accessSecret: values.access_secret }
  const signature = sign({ method: 'GET', url: signing.url ?? url, parameters }, secrets)
  const realm = signing.realm === null ? [] : [['realm', signing.realm ?? 'ADM'] as const]
  const all = [...realm, ...parameters, ['oauth_signature', signature] as const]
  return `OAuth ${all.map(([name, value]) => `${encode(name)}="${encode(value)}"`).join(', ')}`
}

export const openSession = (url: string, values: TokenValues, signing: Signing = {}): Promise<Reply> =>
  ask(`${url}/session`, { headers: { Authorization: oauthHeader(`${url}/session`, values, signing) } })

/** A simulator for one test, and a client with a session of its first service. */
export async function start(options: SimulatorOptions = {}) {
  const simulator: Simulator = await createSimulator(options)
  onTestFinished(() => simulator.close())
  const values = simulator.issueValues()
  const signing = options.now === undefined ? {} : { timestamp: Math.floor(options.now() / 1000) }
  return { simulator, values, client: await connect(simulator.url, values, signing) }
}

/** A client with a session: `call('POST', '/devices/sync', {...})`. */
export async function connect(url: string, values: TokenValues, signing: Signing = {}) {
  const reply = await openSession(url, values, signing)
  if (reply.status !== 200) throw new Error(`no session: ${reply.status} ${reply.text}`)
  let session = String(reply.json['auth_session_token'])
  return {
    session: () => session,
    async call(method: string, path: string, body?: unknown, headers: Ask['headers'] = {}): Promise<Reply> {
      const answer = await ask(`${url}${path}`, {
        method,
        body,
        headers: { 'X-ADM-Auth-Session': session, ...headers },
      })
      session = answer.headers['x-adm-auth-session'] ?? session
      return answer
    },
    /** Every page of a whole fetch, and the cursor for sync. */
    async fetchAll(limit = 1000) {
      const pages: (readonly DeviceRow[])[] = []
      let cursor = ''
      for (;;) {
        const page = await this.call('POST', '/server/devices', cursor === '' ? { limit } : { cursor, limit })
        if (page.status !== 200) throw new Error(`fetch: ${page.status} ${page.text}`)
        pages.push(rowsOf(page))
        cursor = cursorOf(page)
        if (page.json['more_to_follow'] !== true) return { pages, rows: pages.flat(), cursor }
      }
    },
    sync: (cursor: string, limit = 1000) =>
      ask(`${url}/devices/sync`, {
        method: 'POST',
        body: { cursor, limit },
        headers: { 'X-ADM-Auth-Session': session },
      }),
  }
}

/** The devices of a page of fetch or sync. */
export function rowsOf(reply: Reply): readonly DeviceRow[] {
  const { devices } = reply.json
  if (!Array.isArray(devices)) throw new Error(`no page: ${reply.status} ${reply.text}`)
  return devices
}

export function cursorOf(reply: Reply): string {
  return String(reply.json['cursor'])
}

/** An empty object when the text is no JSON object. */
function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
