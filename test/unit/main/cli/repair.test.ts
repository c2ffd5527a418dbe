import Database from 'better-sqlite3'
import { closeSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSimulator, type Simulator } from '../../../../main/simulator/server.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'

let simulator: Simulator
let cli: ReturnType<typeof createCommandLine>
const store = () => join(cli.dataDir, 'ade-desk.db')

beforeAll(async () => {
  simulator = await createSimulator({ devices: 2000 })
  cli = createCommandLine({ ADE_DESK_PASSPHRASE: 'correct horse battery', ADE_DESK_APPLE_URL: simulator.url })
  const { value } = await cli.json('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'))
  writeFileSync(cli.path('hq.p7m'), simulator.issueToken(String(value['certificate'])))
  await cli.run(['token', 'import', cli.path('hq.p7m')])
  await cli.run(['sync'])
})
afterAll(() => simulator.close())

/** Zeros over pages of the devices and of their raw answers, as a failing disk leaves them. */
function damage(path: string): void {
  const db = new Database(path, { readonly: true })
  const pageSize = Number(db.pragma('page_size', { simple: true }))
  const pages = (table: string) =>
    db
      .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno")
      .pluck()
      .all(table) as number[]
  const hit = ['devices', 'device_raw'].flatMap((table) => {
    const all = pages(table)
    return all.slice(Math.floor(all.length / 2), Math.floor(all.length / 2) + 8)
  })
  db.close()
  const file = openSync(path, 'r+')
  for (const page of hit) writeSync(file, new Uint8Array(pageSize), 0, pageSize, (page - 1) * pageSize)
  closeSync(file)
}

describe('a damaged store', () => {
  it('is told by doctor and by the commands that meet the damage, repaired on request, and never deleted', async () => {
    damage(store())
    expect(await cli.json('doctor')).toMatchObject({ exitCode: 1, value: { store: { integrity: 'damaged' } } })
    expect(await cli.json('device', 'list')).toMatchObject({ exitCode: 1, value: { error: { code: 'db.damaged' } } })
    expect(await cli.json('doctor', '--repair')).toMatchObject({ exitCode: 0, value: { repaired: true } })
    expect(readdirSync(cli.dataDir).filter((name) => name.includes('damaged'))).not.toEqual([])
    expect(await cli.json('doctor')).toMatchObject({ exitCode: 0, value: { store: { integrity: 'ok' } } })
    expect(await cli.json('sync', '--full')).toMatchObject({ exitCode: 0 })
    expect(await cli.json('device', 'list', '--at-apple', 'present', '--limit', '0')).toMatchObject({
      value: { total: 2000 },
    })
  })

  it('that is no database at all is told with the way out', async () => {
    writeFileSync(store(), 'x'.repeat(100_000))
    const { exitCode, value } = await cli.json('doctor')
    expect([exitCode, value]).toMatchObject([1, { error: { code: 'db.damaged' } }])
    expect(JSON.stringify(value)).toContain('doctor --repair')
  })
})
