import { onTestFinished } from 'vitest'
import { createEnrollmentClient } from '../../../../../main/clients/enrollment/index.ts'
import { createRehearsalService } from '../../../../../main/core/rehearsal/index.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { systemClock as clock } from '../../../../../main/ports/clock.ts'
import type { RehearsalInput } from '../../../../../shared/contract/rehearsal.ts'
import type { RehearsalProgress } from '../../../../../shared/model/rehearsal.ts'
import {
  startEnrollmentServer,
  type EnrollmentServer,
  type FakeOptions,
} from '../../../../fakes/enrollment-server/index.ts'

const NETWORK = {
  appleUrl: 'https://mdmenrollment.apple.com',
  proxy: null,
  noProxy: null,
  extraCertificates: [],
  protocolVersion: 10,
}

/** A device that is as patient as a test can be. */
const PATIENCE = { slowMs: 600, tooSlowMs: 1500, giveUpMs: 2500 }

type Given = { readonly certificates?: readonly string[]; readonly pushTopics?: readonly string[] }

export function createService({ certificates = [], pushTopics = [] }: Given = {}, patience = PATIENCE) {
  const db = openMemoryDb()
  onTestFinished(() => void db.close())
  const silent = () => {}
  return createRehearsalService({
    db,
    clock,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    network: () => NETWORK,
    certificates,
    pushTopics: () => pushTopics,
    openEnrollmentClient: (network) => createEnrollmentClient(network, { clock, version: '0.0.0' }),
    patience,
  })
}

export async function startServer(options: FakeOptions = {}): Promise<EnrollmentServer> {
  const server = await startEnrollmentServer(options)
  onTestFinished(server.close)
  return server
}

type Wish = Partial<Omit<RehearsalInput, 'target'>> & {
  readonly target?: RehearsalInput['target']
  readonly web?: boolean
  readonly given?: Given
  readonly patience?: typeof PATIENCE
  readonly signal?: AbortSignal
  readonly report?: (progress: RehearsalProgress) => void
}

/** Rehearses against a server; by default with the profile that belongs to it. */
export async function rehearse(server: EnrollmentServer, wish: Wish = {}) {
  const { web = false, given, patience, signal = new AbortController().signal, report, ...input } = wish
  const service = createService({ pushTopics: [server.topic], ...given }, patience)
  const target = { body: server.profileBody({ web }) }
  return service.rehearse({ target, ...input }, { signal, ...(report && { report }) })
}

/** Errors and warnings by code, in the order they are told. */
export function codes({ findings }: Awaited<ReturnType<typeof rehearse>>): readonly string[] {
  return findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code)
}
