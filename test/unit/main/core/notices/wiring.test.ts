import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog } from '../../../../../main/ports/log.ts'
import { APPLE_URL, PROTOCOL_VERSION } from '../../../../../main/ports/network.ts'
import { noSealing } from '../../../../../main/ports/sealing.ts'
import { startCore } from '../../../../../main/start-core.ts'
import type { NoticeList } from '../../../../../shared/model/notice.ts'
import { Secret } from '../../../../../shared/secret.ts'

const CONTEXT = { signal: new AbortController().signal, report: () => {} }
const NETWORK = {
  appleUrl: APPLE_URL,
  proxy: null,
  noProxy: null,
  extraCertificates: [],
  protocolVersion: PROTOCOL_VERSION,
}

let dataDir = ''
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'ade-notices-'))))
afterEach(() => rmSync(dataDir, { recursive: true }))

async function open() {
  const core = await startCore({ dataDir, network: NETWORK, sealing: noSealing, log: silentLog, inProcess: true })
  const pushes: (readonly [verb: string, payload: unknown])[] = []
  core.onPush((noun, verb, payload) => noun === 'notices' && pushes.push([verb, payload]))
  return { core, pushes, verbs: () => pushes.map(([verb]) => verb) }
}

test('a program that stays open looks at once, and again when the vault changes', async () => {
  const { core, pushes, verbs } = await open()
  core.startSchedule()
  expect(verbs()).toEqual(['changed'])
  expect((pushes[0]![1] as NoticeList).checkedAt).not.toBeNull()
  await core.handlers.vault.create({ passphrase: new Secret('four quiet words today') }, CONTEXT)
  const looks = verbs().length
  expect(looks).toBeGreaterThan(1)
  await core.close()
  expect(verbs()).toHaveLength(looks)
})

test('a test notice goes out as every other does', async () => {
  const { core, pushes } = await open()
  core.startSchedule()
  const notice = await core.handlers.notices.test({}, CONTEXT)
  expect(pushes).toContainEqual(['raised', notice])
  expect(pushes.at(-1)).toEqual(['changed', expect.objectContaining({ notices: [notice] })])
  await core.close()
})

test('a program that answers one command tells nothing', async () => {
  const { core, verbs } = await open()
  await core.handlers.vault.create({ passphrase: new Secret('four quiet words today') }, CONTEXT)
  await core.close()
  expect(verbs()).toEqual([])
})

test('a credential that is due is told as soon as it is known, and each page hears that the list has changed', async () => {
  const { core, pushes } = await open()
  core.startSchedule()
  const heard: string[] = []
  core.onPush((noun, verb) => void heard.push(`${noun} ${verb}`))
  const added = await core.handlers.credentials.add(
    { name: 'API key', expiresAt: Date.now() + 3 * 86_400_000 },
    CONTEXT,
  )
  expect(pushes).toContainEqual([
    'raised',
    expect.objectContaining({ kind: 'credential-expiring', credentialId: added.id, subject: 'API key' }),
  ])
  expect(heard).toContain('credentials changed')
  const { checkedAt } = await core.handlers.credentials.list({}, CONTEXT)
  expect(Date.now() - checkedAt!).toBeLessThan(60_000)
  await core.close()
})
