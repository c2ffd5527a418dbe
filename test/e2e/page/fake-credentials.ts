import { describeAnchor, describeStored, describeToken } from '../../../main/core/credentials/describe.ts'
import type { StoredCredential } from '../../../main/db/credentials.ts'
import type { Handlers } from '../../../shared/contract/define.ts'
import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import { TOPIC_CONFIRMATION, type Credential, type PushRequest } from '../../../shared/model/credential.ts'
import type { CredentialId, ProfileId, PushRequestId } from '../../../shared/model/ids.ts'
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts'
import type { Token, TokenContact } from '../../../shared/model/token.ts'
import type { pageContract } from '../../../renderer/lib/api.ts'
import type { Scene } from './scenes.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const TOPIC = 'com.apple.mgmt.External.1b5c2f0e-7a31-4f0a-9d57-2f6d3f9a8c11'
const KIM = { name: 'Kim Nguyen', email: 'kim.nguyen@nordwest.example' }

/** Names of dropped files that make an import fail, and how. */
const FAILING_FILES: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  'revoked.vpptoken': ['credential.rejected', 'it was revoked in the portal (9625)'],
  'server-token.p7m': ['stoken-file.not-a-stoken', 'this is a server token of device enrollment (.p7m)'],
  'locked.p12': ['push-file.passphrase', 'it needs a passphrase'],
  'website.pem': ['push-file.other-purpose', 'its subject is CN=www.nordwest.example'],
}

/** As a year in an office looks: one thing of each kind, in every state worth a word. */
export function fakeCredentials(now = Date.now()): readonly StoredCredential[] {
  const stoken = (name: string, daysLeft: number, more: Partial<StoredCredential> = {}) =>
    stored({
      name,
      daysLeft,
      id: `stoken:${name}`,
      kind: 'stoken',
      facts: {
        orgName: 'Nordwest Logistik GmbH',
        locationName: name,
        country: 'DE',
        platform: 'enterprisestore',
        website: 'https://business.apple.com',
        libraryId: `20498${name.length}`,
        fileExpiresAt: now + daysLeft * DAY_MS,
        serviceExpiresAt: null,
        usedBy: { id: 'ws1', name: 'Workspace ONE UEM' },
        confirmedService: { id: 'ws1', name: 'Workspace ONE UEM' },
        problem: more.state === 'rejected' ? 'revoked' : null,
      },
      ...more,
    })
  const stored = (facts: Record<string, unknown>) =>
    ({
      no: 1,
      identity: null,
      secretId: 'sealed',
      certificate: null,
      account: null,
      note: null,
      owner: KIM,
      deputy: null,
      expiresAt: now + Number(facts['daysLeft']) * DAY_MS + HOUR_MS,
      state: 'ok',
      stateSince: now - 40 * DAY_MS,
      verifiedAt: now - 5 * HOUR_MS,
      version: 1,
      ...facts,
    }) as unknown as StoredCredential // the members of each kind are given below
  return [
    stored({
      id: 'push-certificate:1',
      kind: 'push-certificate',
      name: 'Push certificate',
      identity: TOPIC,
      daysLeft: 12,
      account: 'push@nordwest.example',
      verifiedAt: null,
      facts: {
        topic: TOPIC,
        commonName: `APSP:${TOPIC.slice(-36)}`,
        country: 'DE',
        issuer: 'Apple Application Integration 2 Certification Authority',
        serialNumber: '5F3A09C1D0E2B477',
        notBefore: now - 353 * DAY_MS,
        fingerprintSha256: 'ab'.repeat(32),
      },
    }),
    stoken('Hamburg', 204),
    stoken('Berlin', 88, { state: 'used-elsewhere', stateSince: now - 2 * DAY_MS }),
    stoken('Wien', 150, { state: 'rejected', stateSince: now - DAY_MS, owner: null }),
    stored({
      id: 'manual:1',
      kind: 'manual',
      name: 'API key of the help desk',
      daysLeft: 41,
      facts: null,
      verifiedAt: null,
      note: 'In the safe of the IT office.',
    }),
    stored({
      id: 'manual:2',
      kind: 'manual',
      name: 'SCEP certificate',
      daysLeft: -3,
      facts: null,
      verifiedAt: null,
      owner: null,
    }),
  ]
}

/** Names as long as they get, and one in another script. */
function lengthen(one: StoredCredential, index: number): StoredCredential {
  const long = `${one.name} of the regional administrators of Europe, the Middle East and Africa and of the warehouses`
  const name = index === 1 ? 'مؤسسة التعليم <b>Süd</b>' : long
  const owner = {
    name: 'Bartholomäus Freiherr von Hohenstein-Wolkenburg',
    email: `${'kim.nguyen.'.repeat(6)}@nordwest.example`,
  }
  return { ...one, name, owner, note: long.repeat(2) }
}

/** `tokens` are lines of the list too; none at all gives an empty list. */
export function fakeCredentialHandlers(
  tokens: () => readonly Token[],
  changed: () => void,
  scene: Pick<Scene, 'hasStrangeTexts' | 'tokens'> = { hasStrangeTexts: false, tokens: [] },
): Handlers<typeof pageContract>['credentials'] {
  const first = fakeCredentials()
  let records = scene.hasStrangeTexts ? first.map(lengthen) : first
  let requests: readonly PushRequest[] = []
  const contacts = new Map<string, { owner: TokenContact | null; deputy: TokenContact | null }>()

  function list(): readonly Credential[] {
    const moment = { now: Date.now(), levels: DEFAULT_SETTINGS.noticeDays }
    if (scene.tokens === 'broken') throw new Error('made to fail')
    if (tokens().length === 0 && records.length === first.length) return []
    const anchor = {
      subject: 'Nordwest Root CA, Nordwest Logistik GmbH',
      issuer: 'Nordwest Root CA, Nordwest Logistik GmbH',
      fingerprintSha256: 'cd'.repeat(32),
      profiles: [{ id: 'p1' as ProfileId, name: 'Field iPads' }], // branded where it is made
      expiresAt: moment.now + 320 * DAY_MS,
    }
    return [
      ...tokens().map((token) => describeToken(token, moment)),
      ...records.map((record) => describeStored(record, moment)),
      describeAnchor(anchor, undefined, moment),
    ]
      .map((one) => ({ ...one, ...contacts.get(one.id) }))
      .toSorted((a, b) => a.expiresAt - b.expiresAt)
  }

  function read(id: CredentialId): Credential {
    const found = list().find((one) => one.id === id)
    if (!found) throw new AppError('credential.not-found', 'there is no such credential')
    return found
  }

  function replace(id: CredentialId, change: Partial<StoredCredential>): Credential {
    records = records.map((one) => (one.id === id ? ({ ...one, ...change } as StoredCredential) : one)) // same kind
    changed()
    return read(id)
  }

  async function refuse(fileName: string): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 400))
    const failure = FAILING_FILES[fileName]
    if (failure) throw new AppError(...failure)
  }

  return {
    list: () => ({ credentials: list(), levels: DEFAULT_SETTINGS.noticeDays, checkedAt: Date.now() - 4 * 60_000 }),
    importStoken: async ({ fileName }) => {
      await refuse(fileName)
      const id = 'stoken:Hamburg' as CredentialId // one of the above
      return { credential: replace(id, { expiresAt: Date.now() + 365 * DAY_MS }), renewed: true, repairs: [] }
    },
    confirmService: ({ id }) => replace(id, { state: 'ok', stateSince: Date.now() }),
    importPushCertificate: async ({ fileName, confirm, asNew, account }) => {
      await refuse(fileName)
      const id = 'push-certificate:1' as CredentialId // one of the above
      const isOther = fileName === 'other-topic.pem'
      if (isOther && !asNew && confirm !== TOPIC_CONFIRMATION) {
        const topic = 'com.apple.mgmt.External.99999999-2222-3333-4444-555555555555'
        throw new AppError(
          'credential.other-topic',
          `Push certificate has the topic ${TOPIC}; this file has ${topic}`,
          {
            facts: { credential: 'Push certificate', storedTopic: TOPIC, topic, account: 'push@nordwest.example' },
          },
        )
      }
      const change = { expiresAt: Date.now() + 365 * DAY_MS, ...(account !== undefined && { account }) }
      return { credential: replace(id, change), renewed: true, replacedTopic: isOther ? TOPIC : null, repairs: [] }
    },
    createCsr: ({ name, email = null }) => {
      const request: PushRequest = {
        id: `request-${requests.length}` as PushRequestId, // branded where it is made
        name,
        email,
        createdAt: Date.now(),
        csr: `-----BEGIN CERTIFICATE REQUEST-----\n${'MIIC'.repeat(16)}\n-----END CERTIFICATE REQUEST-----\n`,
        keyFingerprint: 'ef'.repeat(32),
      }
      requests = [request, ...requests]
      changed()
      return request
    },
    requests: () => requests,
    discardRequest: ({ id }) => {
      requests = requests.filter((request) => request.id !== id)
      changed()
      return null
    },
    verify: async ({ id }) => {
      await refuse('')
      return records.some((one) => one.id === id) ? replace(id, { verifiedAt: Date.now() }) : read(id)
    },
    add: ({ name, expiresAt, note = null, owner = null, deputy = null }) => {
      const first = records.find(({ kind }) => kind === 'manual')!
      const id = `manual:${name}` as CredentialId // branded where it is made
      records = [...records, { ...first, id, name, expiresAt, note, owner, deputy }]
      changed()
      return read(id)
    },
    change: ({ id, name, expiresAt, account, note }) =>
      replace(id, {
        ...(name !== undefined && { name }),
        ...(expiresAt !== undefined && { expiresAt }),
        ...(account !== undefined && { account }),
        ...(note !== undefined && { note }),
      }),
    setContacts: ({ id, owner, deputy }) => {
      contacts.set(id, { owner, deputy })
      changed()
      return read(id)
    },
    remove: ({ id }) => {
      records = records.filter((one) => one.id !== id)
      changed()
      return null
    },
    saveCalendar: ({ path }) => ({ path, events: list().length }),
    exportCsv: ({ path }) => ({ path, rows: list().length }),
  }
}
