import Database from 'better-sqlite3'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Core } from '../../../../../../main/core/core.ts'
import { systemClock } from '../../../../../../main/ports/clock.ts'
import { createFileLog } from '../../../../../../main/ports/file-log.ts'
import { logPath } from '../../../../../../main/ports/log-files.ts'
import { loadNetworkSettings } from '../../../../../../main/ports/network.ts'
import { noSealing } from '../../../../../../main/ports/sealing.ts'
import { createSimulator } from '../../../../../../main/simulator/server.ts'
import { databasePath, startCore } from '../../../../../../main/start-core.ts'
import type { Answers, Diagnosis } from '../../../../../../shared/model/diagnosis.ts'
import type { Serial } from '../../../../../../shared/model/ids.ts'
import { Secret } from '../../../../../../shared/secret.ts'
import { startEnrollmentServer, type Fault } from '../../../../../fakes/enrollment-server/index.ts'

export type Home = Awaited<ReturnType<typeof createHome>>
/** An organization of one incident: its own server at Apple, its own token, one device. */
export type Place = Awaited<ReturnType<Home['place']>>

const context = () => ({ signal: new AbortController().signal, report: () => {} })

/** The real core over a store of its own, with Apple's service and enrollment servers on loopback. */
export async function createHome() {
  const simulator = await createSimulator()
  const dataDir = mkdtempSync(join(tmpdir(), 'ade-desk-incidents-'))
  const closing: (() => Promise<unknown>)[] = []
  let count = 0

  async function open(appleUrl: string): Promise<Core> {
    return startCore({
      dataDir,
      network: await loadNetworkSettings({ appleUrl }, {}),
      sealing: noSealing,
      log: createFileLog(logPath(dataDir), systemClock, { lowest: 'debug' }),
      inProcess: true,
    })
  }

  const core = await open(simulator.url)
  await core.handlers.vault.create({ passphrase: new Secret('correct horse battery') }, context())

  core.handlers.groups.apply({ change: { kind: 'edit', group: '/Global', groupId: 'GLOBAL' } }, context())

  /** What no API of this program does to a store: time passes, a console tells. */
  function change(sql: string, ...values: readonly unknown[]): void {
    const db = new Database(databasePath(dataDir))
    db.prepare(sql).run(...values)
    db.close()
  }

  /** A server at Apple with a token here and devices, read once. */
  async function connect(name: string, devices: number) {
    const service = simulator.serviceNamed(name)
    const serials = Array.from({ length: devices }, () => `INC${String(++count).padStart(7, '0')}` as Serial)
    service.addRows(
      serials.map((serial) => ({
        ...{ serial_number: serial, model: 'iPhone 15', device_family: 'iPhone', os: 'iOS', profile_status: 'empty' },
      })),
    )
    const pair = await core.handlers.tokens.createKey({ name }, context())
    const bytes = simulator.issueToken(pair.certificate, { service })
    const { token } = await core.handlers.tokens.importFile({ fileName: 'token.p7m', bytes, name }, context())
    const sync = (full = false) => core.handlers.sync.run({ tokenId: token.id, full }, context())
    await sync()
    return { service, token, pair, sync, serials: serials.values() }
  }

  const shared = await connect('HQ', 100)

  /** `isAlone`: with a server and a token of its own, for what happens to a token. */
  async function place({ isAlone = false } = {}) {
    const { service, token, pair, sync, serials } = isAlone ? await connect(`T${count}`, 1) : shared
    const serial = serials.next().value!
    const name = serial as string

    return {
      service,
      serial,
      token,
      name,
      sync,
      pair,
      /** Defined at Apple through this program; the answer is Apple's identifier. */
      async publish(body: object, more: { readonly group?: string } = {}): Promise<string> {
        const text = JSON.stringify({ profile_name: name, is_supervised: true, is_mdm_removable: false, ...body })
        await core.handlers.profiles.import({ text, name: `P-${name}`, ...more }, context())
        const published = await core.handlers.profiles.publish({ profile: `P-${name}`, token: token.id }, context())
        return published.version.profileUuid!
      },
      /** As a person does it here. */
      assign: (profile: string | null = `P-${name}`) =>
        core.handlers.assignments.assign(
          { selection: { kind: 'serials', serials: [serial] }, profile, listed: 10 } as never, // members differ by version
          context(),
        ),
      /** A device with a profile whose address is such a server, as Apple and the records know it. */
      async enrolling(fault?: Fault, options: { readonly web?: boolean; readonly body?: object } = {}) {
        const server = await startEnrollmentServer(fault ? { fault } : {})
        closing.push(() => server.close())
        const uuid = await this.publish({ ...server.profileBody({ web: options.web ?? false }), ...options.body })
        service.assignProfile(serial, uuid)
        return { server, uuid }
      },
    }
  }

  function diagnose(
    serial: string | null,
    tree: string,
    more: { readonly answers?: Answers; readonly tokenFile?: Uint8Array; readonly offline?: boolean } = {},
  ): Promise<Diagnosis> {
    return Promise.resolve(core.handlers.diagnosis.start({ serial: serial as Serial, tree, ...more }, context()))
  }

  return {
    dataDir,
    simulator,
    core,
    place,
    diagnose,
    change,
    context,
    async close() {
      for (const one of closing) await one()
      await core.close()
      await simulator.close()
    },
  }
}
