import { describe, expect, it } from 'vitest'
import { openProfile } from '../../../../../renderer/features/profiles/draft-actions.ts'
import { parseObject } from '../../../../../renderer/features/profiles/json-text.ts'
import * as servers from '../../../../../renderer/features/profiles/server-actions.ts'
import { failureWords, trustWords } from '../../../../../renderer/features/profiles/server-words.ts'
import { createProfilesStore } from '../../../../../renderer/features/profiles/store.ts'
import type { ProfileId } from '../../../../../shared/model/ids.ts'
import {
  NO_CONSOLE_SETTINGS,
  SERVER_PROBLEMS,
  TRUST_FAULTS,
  type ServerFailure,
  type ServerTrust,
  type ServiceConfig,
} from '../../../../../shared/model/profile.ts'
import { createFakeDesk, later, settle, type SomeHandlers } from '../../fake-desk.ts'

const CERTIFICATE = { base64: 'AAAA', subject: 'CA', issuer: 'CA', expiresAt: 1 }
const FOUND: ServiceConfig = {
  kind: 'found',
  url: 'https://mdm.example.com/new',
  anchors: [CERTIFICATE],
  trustProfileUrl: null,
}
const TRUSTED: ServerTrust = { kind: 'trusted', by: 'anchor', host: 'mdm.example.com', chain: [] }

function open(
  handlers: SomeHandlers['profiles'] = {},
  draft = '{ "url": "https://mdm.example.com:8443/old", "x": 1.0 }',
) {
  const store = createProfilesStore()
  const desk = createFakeDesk({
    profiles: {
      check: () => ({ valid: true, errors: [], warnings: [], advice: [] }),
      describeCertificates: ({ certificates }) => certificates.map(() => null),
      ...handlers,
    },
  })
  openProfile(store, desk, {
    id: 'p' as ProfileId,
    name: 'P',
    group: '/Global',
    draft,
    isEdited: true,
    console: NO_CONSOLE_SETTINGS,
    notes: '',
    versions: [],
    defaultOf: [],
    updatedAt: 1,
  })
  return { store, desk, text: () => store.getState().opened!.draft.text }
}

describe('asking the service', () => {
  it('begins with the server of the profile, and taking over replaces nothing but the two', async () => {
    const asked: unknown[] = []
    const { store, desk, text } = open({ askServer: (input) => (asked.push(input), FOUND) })
    servers.beginAsking(store)
    expect(store.getState().asking?.server).toBe('mdm.example.com:8443')
    await servers.askServer(store, desk)
    expect(asked).toEqual([{ server: 'mdm.example.com:8443', anchors: [] }])
    expect(text()).toContain('/old')
    servers.takeOver(store, desk)
    expect(text()).toBe('{ "url": "https://mdm.example.com/new", "x": 1.0, "anchor_certs": ["AAAA"] }')
    expect(store.getState().asking).toBeNull()
  })

  it('leaves what the service does not name, and takes anchors away where none are needed', async () => {
    const draft = '{ "url": "https://a.example", "anchor_certs": ["OLD="] }'
    for (const [anchors, after] of [
      [null, ['OLD=']],
      [[], undefined],
    ] as const) {
      const { store, desk, text } = open({ askServer: () => ({ ...FOUND, url: null, anchors }) }, draft)
      servers.beginAsking(store)
      await servers.askServer(store, desk)
      servers.takeOver(store, desk)
      expect(parseObject(text())).toEqual({ url: 'https://a.example', ...(after && { anchor_certs: after }) })
    }
  })

  it('another name or closing gives the question up; a late answer is passed over; a failure takes nothing over', async () => {
    const answer = later<ServiceConfig | ServerFailure>()
    let signal: AbortSignal | undefined
    const { store, desk, text } = open({ askServer: (_, context) => ((signal = context.signal), answer.promise) })
    servers.beginAsking(store)
    const asking = servers.askServer(store, desk)
    await settle()
    servers.nameServer(store, 'other.example')
    await settle()
    expect(signal?.aborted).toBe(true)
    answer.resolve(FOUND)
    await asking
    expect(store.getState().asking).toMatchObject({ server: 'other.example', work: { status: 'idle' } })
    servers.takeOver(store, desk)
    expect(text()).toContain('/old')
    servers.stopAsking(store)
    expect(store.getState().asking).toBeNull()
  })
})

describe('checking the certificates', () => {
  it('is about the address and the anchors of this moment', async () => {
    const { store, desk, text } = open({ checkServer: () => TRUSTED })
    await servers.checkServer(store, desk)
    const { trust } = store.getState()
    expect(trust).toMatchObject({ work: { status: 'ready', value: TRUSTED } })
    expect(trust?.about).toBe(servers.trustSubject(text()))
    expect(trust?.about).toBe(servers.trustSubject(text().replace('"x": 1.0', '"x": 2')))
    expect(trust?.about).not.toBe(servers.trustSubject(text().replace('old', 'new')))
  })

  it('can be given up', async () => {
    const { store, desk } = open({ checkServer: () => new Promise(() => {}) })
    const checking = servers.checkServer(store, desk)
    await settle()
    servers.stopChecking(store)
    expect(store.getState().trust).toBeNull()
    void checking
  })
})

it('everything that can come out has words of its own', () => {
  const failures = SERVER_PROBLEMS.map((problem) => failureWords({ kind: 'failed', problem, host: 'h', detail: '' }))
  expect(new Set(failures.map(({ title }) => title)).size).toBe(SERVER_PROBLEMS.length)
  const refusal = { kind: 'not-trusted', host: 'h', chain: [], subject: 'S', date: 0 } as const
  const faults = TRUST_FAULTS.map((fault) => trustWords({ ...refusal, fault, isPublic: false }))
  expect(new Set(faults.map(({ detail }) => detail)).size).toBe(TRUST_FAULTS.length)
  expect(trustWords({ ...refusal, fault: 'anchors-do-not-fit', isPublic: true }).detail).toContain('Without any')
  expect(trustWords({ ...TRUSTED, by: 'this-computer' }).tone).toBe('warn')
})
