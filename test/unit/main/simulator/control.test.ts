import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { createSimulator } from '../../../../main/simulator/server.ts'
import { rowsOf, start } from './talk.ts'

const ENTRY = new URL('../../../../main/simulator.ts', import.meta.url).pathname

async function control(url: string, method: string, path: string, body?: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const reply = await fetch(`${url}/_sim${path}`, { method, ...(body === undefined ? {} : { body: text }) })
  const json: unknown = await reply.json()
  return { status: reply.status, json }
}

test('the list of calls names every call, and another is refused with a hint', async () => {
  const { simulator } = await start()
  const { json } = await control(simulator.url, 'GET', '/')
  expect(json).toMatchObject({ 'POST /token': expect.any(String), 'GET /log': expect.any(String) })
  expect(await control(simulator.url, 'GET', '/nothing')).toMatchObject({ status: 404, json: { see: 'GET /_sim/' } })
})

test('devices are added, changed and listed from another process', async () => {
  const { simulator, client } = await start()
  await control(simulator.url, 'POST', '/devices?count=30')
  const { cursor } = await client.fetchAll()
  await control(simulator.url, 'POST', '/devices', [{ serial_number: 'OWN', model: 'MINE' }])
  const changed = await control(simulator.url, 'POST', '/change?adds=2&modifies=3&removes=4')
  expect(changed.json).toMatchObject({ added: { length: 2 }, modified: { length: 3 }, removed: { length: 4 } })
  expect(rowsOf(await client.sync(cursor))).toHaveLength(10)
  const { json } = await control(simulator.url, 'GET', '/devices')
  expect(json).toEqual({
    service: 'ADE Desk demo',
    total: 29,
    devices: JSON.parse(JSON.stringify([...simulator.service.listDevices()])),
  })
})

test('one device is acted on: moved, replaced, released, given an outcome', async () => {
  const { simulator } = await start()
  const [a, b, c] = [...simulator.service.addDevices(3)]
  const act = (body: object) => control(simulator.url, 'POST', '/act', body)
  await act({ action: 'moveDevice', serial: a, to: 'Other' })
  const { json } = await act({ action: 'replaceDevice', serial: b })
  await act({ action: 'releaseSilently', serial: c })
  expect([...simulator.service.listDevices()].map((row) => ({ replacement: row.serial_number }))).toEqual([json])
  expect(simulator.serviceNamed('Other').deviceCount()).toBe(1)
  expect(await act({ action: 'explode' })).toMatchObject({ status: 400, json: { error: 'unknown action: explode' } })
  expect(await act({ action: 'removeDevice', serial: a })).toMatchObject({ status: 400 })
})

test('scripts, settings, traits, log and statistics are reached from another process', async () => {
  const { simulator, client } = await start()
  const steps = { get_account_responses: [{ count: -1, response: 'forbidden' }] }
  expect((await control(simulator.url, 'POST', '/script', steps)).json).toEqual({ left: 'endless' })
  expect((await client.call('GET', '/account')).text).toBe('FORBIDDEN')
  await control(simulator.url, 'DELETE', '/script')
  await control(simulator.url, 'POST', '/settings', { errorForm: 'quoted' })
  await control(simulator.url, 'POST', '/service', { hasAcceptedTerms: false })
  expect((await client.call('GET', '/account')).text).toBe('"T_C_NOT_SIGNED"')
  expect((await control(simulator.url, 'GET', '/stats')).json).toMatchObject({
    requests: 3,
    answersByStatus: { 403: 2 },
  })
  expect((await control(simulator.url, 'GET', '/log')).json).toMatchObject({ 2: { code: '"T_C_NOT_SIGNED"' } })
})

test.each([
  ['/script', '{'],
  ['/script', { get_account_responses: [{ response: 'nonsense' }] }],
  ['/devices?count=-1', undefined],
  ['/token', 'no certificate'],
])('a mistake in POST %s is told, and the simulator goes on', async (path, body) => {
  const { simulator, client } = await start()
  expect(await control(simulator.url, 'POST', path, body)).toMatchObject({
    status: 400,
    json: { error: expect.any(String) },
  })
  expect((await client.call('GET', '/account')).status).toBe(200)
})

test('a prefix that is no path is refused', async () => {
  await expect(createSimulator({ prefix: 'sim' })).rejects.toThrow(RangeError)
})

test('a port in use is an error', async () => {
  const { simulator } = await start()
  await expect(createSimulator({ port: Number(new URL(simulator.url).port) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

function run(...options: string[]) {
  const child = spawn(process.execPath, [ENTRY, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'as a program it says where it listens, and %s ends it well',
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'ade-sim-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const script = join(folder, 'failures.json')
    writeFileSync(script, JSON.stringify({ get_session_responses: [{ count: 2, response: 'unauthorized' }] }))
    const child = run('--devices', '7', '--prefix', '/sim/a', '--limit', '3', '--script', script)
    const lines = createInterface({ input: child.stdout })
    const [line] = await once(lines, 'line')
    expect(line).toMatch(/^listening http:\/\/127\.0\.0\.1:\d+\/sim\/a$/)
    const url = String(line).slice('listening '.length)
    expect((await control(url, 'GET', '/devices')).json).toMatchObject({ total: 7 })
    expect((await control(url, 'GET', '/stats')).json).toMatchObject({ scriptLeft: 2 })
    expect((await control(url, 'GET', '/settings')).json).toMatchObject({ pageLimit: { default: 3, maximum: 3 } })
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
  },
)

test.each([['--devices', 'many'], ['--nonsense'], ['--prefix', 'x'], ['--script', '/no/such/file']])(
  'as a program it refuses %s %s with exit code 2',
  async (...options) => {
    const [code] = await once(run(...options), 'exit')
    expect(code).toBe(2)
  },
)
