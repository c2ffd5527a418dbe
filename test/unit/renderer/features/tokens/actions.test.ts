import { expect, it } from 'vitest'
import {
  askForContacts,
  askToRemove,
  loadTokens,
  removeToken,
  saveContacts,
  verifyToken,
} from '../../../../../renderer/features/tokens/actions.ts'
import { createTokensStore } from '../../../../../renderer/features/tokens/store.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { createFakeDesk, later, settle } from '../../fake-desk.ts'
import { keyPair, token, tokenId } from '../../samples.ts'

const ACCOUNT = {
  serverName: null,
  serverUuid: null,
  adminId: null,
  orgName: null,
  orgEmail: null,
  orgPhone: null,
  orgAddress: null,
  orgId: null,
  orgIdHash: null,
  orgType: null,
  orgVersion: null,
  limits: [],
}

it('reads tokens and waiting key pairs together', async () => {
  const store = createTokensStore()
  await loadTokens(store, createFakeDesk({ tokens: { list: () => [token()], stagedKeys: () => [keyPair()] } }))
  expect(store.getState()).toMatchObject({
    tokens: { status: 'ready', value: [{ name: 'Europe' }] },
    stagedKeys: [{ id: 'k1' }],
  })
})

it('shows what Apple said about a token, and the token as it is then', async () => {
  const store = createTokensStore()
  store.setState({ tokens: { status: 'ready', value: [token({ state: 'unverified' })] } })
  const verify = () => ({ token: token({ state: 'ok' }), account: ACCOUNT, clockSkewSeconds: 3 })
  await verifyToken(store, createFakeDesk({ tokens: { verify } }), tokenId('t1'))
  expect(store.getState().verifications.get(tokenId('t1'))).toMatchObject({ status: 'proven', clockSkewSeconds: 3 })
  expect(store.getState().tokens).toMatchObject({ value: [{ state: 'ok' }] })
})

it('keeps a refusal of Apple beside the token', async () => {
  const store = createTokensStore()
  const verify = () => {
    throw new AppError('auth.rejected', 'replaced')
  }
  await verifyToken(store, createFakeDesk({ tokens: { verify } }), tokenId('t1'))
  expect(store.getState().verifications.get(tokenId('t1'))).toMatchObject({
    status: 'failed',
    error: { code: 'auth.rejected' },
  })
})

it('removes a token only after it was asked about', async () => {
  const removed: string[] = []
  const desk = createFakeDesk({
    tokens: { list: () => [], stagedKeys: () => [], remove: ({ tokenId: id }) => (removed.push(id), null) },
  })
  const store = createTokensStore()
  await removeToken(store, desk)
  expect(removed).toEqual([])
  askToRemove(store, token())
  await removeToken(store, desk)
  expect(removed).toEqual(['t1'])
  expect(store.getState()).toMatchObject({ removal: null, tokens: { value: [] } })
})

it('leaves the question open with the reason when a token cannot be removed', async () => {
  const store = createTokensStore()
  const remove = () => {
    throw new AppError('db.busy', 'a sync is running')
  }
  askToRemove(store, token())
  await removeToken(store, createFakeDesk({ tokens: { remove } }))
  expect(store.getState().removal?.work).toMatchObject({ status: 'failed', error: { code: 'db.busy' } })
})

it('closes the question once a removal has begun, and shows how far it is', async () => {
  const answer = later<null>()
  const desk = createFakeDesk({
    tokens: {
      list: () => [],
      stagedKeys: () => [],
      removals: () => [{ id: tokenId('t0'), name: 'Old', since: 1 }],
      remove: (_input, { report }) => {
        report({ looked: 500, total: 1000 })
        return answer.promise
      },
    },
  })
  const store = createTokensStore()
  askToRemove(store, token())
  const removing = removeToken(store, desk)
  await settle()
  expect(store.getState().removal).toBeNull()
  expect(store.getState().removalProgress.get(tokenId('t1'))).toEqual({ looked: 500, total: 1000 })
  answer.resolve(null)
  await removing
  expect(store.getState()).toMatchObject({ removal: null, removalProgress: new Map(), removals: [{ name: 'Old' }] })
})

it('saves owner and deputy, and keeps the form with the reason when it cannot', async () => {
  const store = createTokensStore()
  store.setState({ tokens: { status: 'ready', value: [token()] } })
  const owner = { name: 'Ada', email: null }
  const refused = createFakeDesk({
    tokens: {
      setContacts: () => {
        throw new AppError('token.not-found', 'gone')
      },
    },
  })
  askForContacts(store, token())
  await saveContacts(store, refused, { owner, deputy: null })
  expect(store.getState().contacts?.work).toMatchObject({ error: { code: 'token.not-found' } })
  const desk = createFakeDesk({ tokens: { setContacts: (input) => token({ owner: input.owner }) } })
  await saveContacts(store, desk, { owner, deputy: null })
  expect(store.getState()).toMatchObject({ contacts: null, tokens: { value: [{ owner }] } })
  expect(desk.feedback.getState().announcement).toContain('Europe')
})
