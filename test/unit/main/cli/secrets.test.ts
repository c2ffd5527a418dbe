import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createSimulator } from '../../../../main/simulator/server.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'
import { makeTokenFile } from '../../../fakes/token-file.ts'

const PASSPHRASE = 'known passphrase 4711'
const BACKUP_PASSPHRASE = 'known backup passphrase 4712'

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

it('a known secret is in no database page, log, backup, report or output of the main job, failures included', async () => {
  const simulator = await createSimulator({ devices: 40 })
  const cli = createCommandLine({ ADE_DESK_PASSPHRASE: PASSPHRASE, ADE_DESK_APPLE_URL: simulator.url })
  const said: string[] = []
  const run = async (...args: string[]) => {
    const { out, err } = await cli.run(args)
    said.push(out, err)
    return out
  }

  await run('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'), '--json')
  const values = simulator.issueValues()
  writeFileSync(cli.path('hq.p7m'), makeTokenFile(readFileSync(cli.path('hq.pem'), 'utf8'), values))
  writeFileSync(cli.path('passphrase-of-backup'), BACKUP_PASSPHRASE)
  await run('token', 'import', cli.path('hq.p7m'), '--json')
  await run('sync', '--verbose')
  simulator.script({ post_devices_sync_responses: [{ count: 2, response: 'forbidden' }] })
  await run('sync', '--verbose')
  await run('token', 'verify', 'HQ', '--json')
  await run('vault', 'backup', cli.path('backup'), '--backup-passphrase-file', cli.path('passphrase-of-backup'))
  await run('report', 'lifecycle', '--out', cli.path('lifecycle.csv'))
  simulator.revokeToken()
  await run('sync', '--json')
  await run('token', 'import', cli.path('hq.p7m'), '--verbose')
  await run('sync', '--passphrase-file', cli.path('hq.pem'))
  await run('doctor', '--json')
  await simulator.close()

  const secrets = [
    ...[values.consumer_secret, values.access_token, values.access_secret, values.consumer_key],
    ...[PASSPHRASE, BACKUP_PASSPHRASE, 'PRIVATE KEY'],
  ]
  const places = filesBelow(cli.folder).filter((file) => !file.endsWith('passphrase-of-backup'))
  const written = places.map((file) => readFileSync(file).toString('latin1'))
  expect(places.some((file) => file.endsWith('ade-desk.log'))).toBe(true)
  expect(places.some((file) => file.endsWith('ade-desk.db'))).toBe(true)
  expect(said.join('')).toContain('"state": "ok"')
  for (const secret of secrets) {
    expect(places.filter((_file, at) => written[at]!.includes(secret))).toEqual([])
    expect(said.filter((text) => text.includes(secret))).toEqual([])
  }
})
