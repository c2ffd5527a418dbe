import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { silentLog } from '../../../../main/ports/log.ts'
import { noSealing } from '../../../../main/ports/sealing.ts'
import { createPageService } from '../../../../main/shell/serve-page.ts'
import { createSimulator } from '../../../../main/simulator/server.ts'
import { startCore } from '../../../../main/start-core.ts'
import { createClient } from '../../../../shared/contract/client.ts'
import { contract, desktop } from '../../../../shared/contract/index.ts'
import type { Port } from '../../../../shared/contract/wire.ts'
import { makeTokenFile } from '../../../fakes/token-file.ts'

const PASSPHRASE = 'known passphrase 4713'

/** Two ports with every message for the page kept on its way. */
function recordedPorts(): { readonly core: Port; readonly page: Port; readonly toPage: unknown[] } {
  const toPage: unknown[] = []
  const ends = { core: new Set<(message: unknown) => void>(), page: new Set<(message: unknown) => void>() }
  const listen = (end: Set<(message: unknown) => void>) => (listener: (message: unknown) => void) => {
    end.add(listener)
    return () => void end.delete(listener)
  }
  const send = (end: Set<(message: unknown) => void>, message: unknown) => {
    const copy: unknown = structuredClone(message)
    for (const listener of end) queueMicrotask(() => listener(copy))
  }
  return {
    toPage,
    core: {
      post: (message) => {
        toPage.push(message)
        send(ends.page, message)
      },
      listen: listen(ends.core),
    },
    page: { post: (message) => send(ends.core, message), listen: listen(ends.page) },
  }
}

it('no message to the page holds a secret, whatever the page asks', async () => {
  const simulator = await createSimulator({ devices: 30 })
  const dataDir = mkdtempSync(join(tmpdir(), 'ade-desk-page-'))
  const network = { appleUrl: simulator.url, proxy: null, noProxy: null, extraCertificates: [], protocolVersion: 10 }
  const core = await startCore({ dataDir, network, sealing: noSealing, log: silentLog, inProcess: true })
  const refuse = () => Promise.reject(new Error('not asked for'))
  const powers = {
    info: { shell: 'browser', platform: 'linux' },
    choosePath: async ({ suggestedName }: { suggestedName: string }) => join(dataDir, suggestedName),
    printPdf: async () => new Uint8Array(),
    openLink: refuse,
    revealFile: refuse,
    chooseFile: refuse,
    openFolder: refuse,
  } as const
  const { core: corePort, page, toPage } = recordedPorts()
  const service = createPageService(core, powers, { dataDir, log: silentLog, ref: () => 'ref' }).serve(corePort)
  const { api, close } = createClient({ ...contract, ...desktop }, page)

  await api.vault.create({ passphrase: PASSPHRASE })
  const key = await api.tokens.createKey({ name: 'HQ' })
  if (!key.ok) throw new Error(key.error.code)
  const values = simulator.issueValues()
  const bytes = makeTokenFile(key.value.certificate, values)
  const imported = await api.tokens.importFile({ fileName: 'hq.p7m', bytes })
  if (!imported.ok) throw new Error(imported.error.code)
  const { id: tokenId } = imported.value.token
  await api.tokens.verify({ tokenId })
  await api.sync.run({ tokenId })
  await api.tokens.importFile({ fileName: 'again.p7m', bytes: bytes.slice(0, 700) })
  simulator.revokeToken()
  await api.tokens.verify({ tokenId })
  await api.sync.run({ tokenId })
  const view = await api.devices.openView({ filter: {}, sort: { column: 'serial', direction: 'asc' } })
  if (!view.ok) throw new Error(view.error.code)
  const rows = await api.devices.rows({ view: view.value.view, offset: 0, limit: 30 })
  expect(rows).toMatchObject({ ok: true, value: { length: 30 } })
  for (const call of [api.tokens.list, api.tokens.stagedKeys, api.sync.schedules, api.app.about, api.app.doctor]) {
    await call({})
  }
  await api.sync.runs({ limit: 10 })
  await api.vault.unlock({ passphrase: `${PASSPHRASE} wrong` })
  const diagnosticsPath = await api.shell.chooseSavePath({ suggestedName: 'diagnostics.json', title: '' })
  if (!diagnosticsPath.ok || !diagnosticsPath.value) throw new Error('no path')
  expect(await api.shell.saveDiagnostics({ path: diagnosticsPath.value })).toMatchObject({ ok: true })

  close()
  service.close()
  await core.close()
  await simulator.close()
  const told = JSON.stringify(toPage, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  )
  const diagnostics = readFileSync(diagnosticsPath.value, 'utf8')
  expect(told).toContain('HQ')
  expect(diagnostics).toContain('HQ')
  for (const secret of [
    ...[values.consumer_key, values.consumer_secret, values.access_token, values.access_secret],
    ...[PASSPHRASE, 'PRIVATE KEY'],
  ]) {
    expect(told).not.toContain(secret)
    expect(diagnostics).not.toContain(secret)
  }
})
