/** The peer of the sync: only asks for every page and parses it. Prints `{elapsedMs, devices}`. */
import { randomUUID } from 'node:crypto'
import { authorization } from '../../main/clients/ade/oauth.ts'
import type { SimulatorProcess } from './simulator-process.ts'

export type BareLoop = { readonly elapsedMs: number; readonly devices: number }

const { url, credentials } = JSON.parse(process.argv[2]!) as SimulatorProcess // given by processes.ts
const type = 'application/json;charset=UTF8'
const common = { 'User-Agent': 'bench/1', 'Content-Type': type, Accept: type, 'X-Server-Protocol-Version': '10' }

const stamp = { timestamp: Math.floor(Date.now() / 1000), nonce: randomUUID() }
const login = await fetch(`${url}/session`, {
  headers: { ...common, Authorization: authorization(credentials, `${url}/session`, stamp) },
})
const { auth_session_token: session } = (await login.json()) as { auth_session_token: string } // the simulator's answer
const headers = { ...common, 'X-ADM-Auth-Session': session }

const startedAt = performance.now()
let devices = 0
let cursor: string | undefined
for (let hasMore = true; hasMore;) {
  const answer = await fetch(`${url}/server/devices`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ cursor, limit: 1000 }),
  })
  const page = JSON.parse(await answer.text()) as { devices: unknown[]; cursor: string; more_to_follow: boolean }
  devices += page.devices.length
  cursor = page.cursor
  hasMore = page.more_to_follow
}
const result: BareLoop = { elapsedMs: performance.now() - startedAt, devices }
process.stdout.write(`${JSON.stringify(result)}\n`)
