import { expect, it, test } from 'vitest'
import * as actions from '../../../../../renderer/features/credentials/actions.ts'
import * as importing from '../../../../../renderer/features/credentials/import-actions.ts'
import { credentialLabel, levelText } from '../../../../../renderer/features/credentials/labels.ts'
import { saveCalendar } from '../../../../../renderer/features/credentials/save-actions.ts'
import { createCredentialsStore } from '../../../../../renderer/features/credentials/store.ts'
import { AppError } from '../../../../../shared/errors.ts'
import {
  CREDENTIAL_KINDS,
  CREDENTIAL_STATES,
  TOPIC_CONFIRMATION,
  type Credential,
} from '../../../../../shared/model/credential.ts'
import type { CredentialId } from '../../../../../shared/model/ids.ts'
import { createFakeDesk, type SomeHandlers } from '../../fake-desk.ts'
import { NOW } from '../../samples.ts'

const PUSH: Credential = {
  id: 'push-certificate:1' as CredentialId, // branded where it is made
  kind: 'push-certificate',
  name: 'Push',
  expiresAt: NOW,
  daysLeft: 12,
  level: 14,
  state: 'expiring',
  stateSince: null,
  owner: null,
  deputy: null,
  account: 'push@example.com',
  organization: null,
  note: null,
  verifiedAt: null,
  isRemovable: true,
  tokenId: null,
  stoken: null,
  push: null,
  anchor: null,
}
const STOKEN: Credential = { ...PUSH, id: 'stoken:1' as CredentialId, kind: 'stoken', name: 'Berlin' }
const listOf = (...credentials: Credential[]) => ({ credentials, levels: [30], checkedAt: NOW })
const file = (name: string, size = 3) => ({ name, size, arrayBuffer: async () => new ArrayBuffer(3) })

function setUp(credentials: SomeHandlers['credentials'] = {}) {
  const store = createCredentialsStore()
  const desk = createFakeDesk({ credentials: { list: () => listOf(PUSH, STOKEN), requests: () => [], ...credentials } })
  return { store, desk }
}

it('a content token is imported as soon as it is there, and the dialog closes', async () => {
  const seen: string[] = []
  const { store, desk } = setUp({
    importStoken: ({ fileName }) => {
      seen.push(fileName)
      return { credential: STOKEN, renewed: true, repairs: [] }
    },
  })
  importing.openImport(store)
  await importing.takeFile(store, desk, file('a.vpptoken'))
  expect(seen).toEqual(['a.vpptoken'])
  expect(store.getState()).toMatchObject({ dialog: null, list: { status: 'ready' } })
  expect(desk.feedback.getState().toasts[0]?.text).toContain('Berlin')
})

it('a wrong file is explained where it was dropped, and another can follow', async () => {
  const { store, desk } = setUp({
    importStoken: () => {
      throw new AppError('stoken-file.not-a-stoken', 'this is a server token')
    },
  })
  importing.openImport(store)
  await importing.takeFile(store, desk, file('server.p7m'))
  expect(store.getState()).toMatchObject({
    dialog: { kind: 'import' },
    work: { status: 'failed', error: { code: 'stoken-file.not-a-stoken' } },
  })
  await importing.takeFile(store, desk, file('film.vpptoken', 10_000_000))
  expect(store.getState().work).toMatchObject({ error: { code: 'file.unreadable' } })
})

it('another topic replaces nothing before the sentence is sent, and then exactly the certificate that is named', async () => {
  const asked: unknown[] = []
  const { store, desk } = setUp({
    importPushCertificate: ({ renews, confirm, asNew, passphrase }) => {
      asked.push({ renews, confirm, asNew, passphrase: passphrase?.reveal() })
      if (confirm === TOPIC_CONFIRMATION) return { credential: PUSH, renewed: true, replacedTopic: 't', repairs: [] }
      throw new AppError('credential.other-topic', 'another topic', { facts: { credential: 'Push' } })
    },
  })
  await actions.loadCredentials(store, desk)
  importing.openImport(store)
  importing.chooseKind(store, 'push-certificate')
  await importing.takeFile(store, desk, file('other.p12'))
  expect(asked).toEqual([])
  await importing.importPush(store, desk, { passphrase: 'open', account: '' })
  expect(store.getState().work).toMatchObject({ error: { code: 'credential.other-topic' } })
  const topic = { sentence: TOPIC_CONFIRMATION }
  await importing.importPush(store, desk, { passphrase: 'open', account: '', topic })
  expect(asked).toEqual([{ passphrase: 'open' }, { passphrase: 'open', renews: PUSH.id, confirm: TOPIC_CONFIRMATION }])
  expect(store.getState().dialog).toBeNull()
})

it('what is changed is only what that kind has', async () => {
  const changes: unknown[] = []
  const { store, desk } = setUp({
    change: (change) => {
      changes.push(change)
      return PUSH
    },
  })
  const draft = { name: 'P', expiresAt: NOW, note: 'n', account: 'a@b' }
  for (const credential of [PUSH, STOKEN, { ...PUSH, kind: 'manual' } as const]) {
    actions.openDialog(store, { kind: 'entry', credential })
    await actions.saveEntry(store, desk, draft)
  }
  expect(changes).toEqual([
    { id: PUSH.id, name: 'P', note: 'n', account: 'a@b' },
    { id: STOKEN.id, name: 'P', note: 'n' },
    { id: PUSH.id, name: 'P', note: 'n', expiresAt: NOW },
  ])
})

it('a refused verification stays beside its credential until it is dismissed', async () => {
  const { store, desk } = setUp({
    verify: () => {
      throw new AppError('vault.locked', 'locked')
    },
  })
  await actions.verifyCredential(store, desk, STOKEN)
  expect(store.getState().asking.get(STOKEN.id)).toMatchObject({ status: 'failed', error: { code: 'vault.locked' } })
  actions.forgetAsking(store, STOKEN.id)
  expect(store.getState().asking.size).toBe(0)
})

it('a calendar goes where the person says, and nowhere when they say nothing', async () => {
  const saved: string[] = []
  const chosen: (string | null)[] = ['/home/a/expiries.ics', null]
  const store = createCredentialsStore()
  const desk = createFakeDesk({
    shell: { chooseSavePath: () => chosen.shift()! },
    credentials: {
      saveCalendar: ({ path }) => {
        saved.push(path)
        return { path, events: 1 }
      },
    },
  })
  await saveCalendar(store, desk)
  await saveCalendar(store, desk)
  expect(saved).toEqual(['/home/a/expiries.ics'])
})

test.each(CREDENTIAL_STATES)('a card has a word for %s, and says what to do where something is', (state) => {
  for (const kind of CREDENTIAL_KINDS) {
    const { text, advice } = credentialLabel({ state, kind })
    expect(text).not.toBe('')
    const isWell = state === 'ok' || state === 'terms-not-accepted' || state === 'access-denied'
    if (kind !== 'ade-token') expect(advice === null).toBe(isWell)
  }
})

test('the reminder that was reached is named', () => {
  expect([null, 0, 14].map((level) => levelText({ level }))).toEqual(['Not yet due', 'Expired', '14 days before'])
})
