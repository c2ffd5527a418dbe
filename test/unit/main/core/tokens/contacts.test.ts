import { beforeEach, expect, test } from 'vitest'
import { tokens as contract } from '../../../../../shared/contract/tokens.ts'
import type { TokenId } from '../../../../../shared/model/ids.ts'
import { createSetup, failure, type Setup } from './setup.ts'

let setup: Setup
beforeEach(() => {
  setup = createSetup()
})

const OWNER = { name: 'Ada Lovelace', email: 'ada@example.com' }
const save = (
  tokenId: TokenId,
  owner: typeof OWNER | null,
  deputy: { name: string | null; email: string | null } | null,
) => setup.service.handlers.setContacts({ tokenId, owner, deputy }, setup.context)

test('owner and deputy are kept, and come and go by themselves', async () => {
  const { token } = await setup.connect('first')
  expect([token.owner, token.deputy]).toEqual([null, null])
  expect(save(token.id, OWNER, { name: null, email: 'desk@example.com' })).toMatchObject({
    owner: OWNER,
    deputy: { name: null, email: 'desk@example.com' },
  })
  expect(setup.service.find(token.id).owner).toEqual(OWNER)
  expect(save(token.id, null, { name: null, email: null })).toMatchObject({ owner: null, deputy: null })
})

test('a renewal keeps them', async () => {
  const { token } = await setup.connect('first')
  save(token.id, OWNER, null)
  const renewed = await setup.connect('second')
  expect(renewed).toMatchObject({ renewed: true, token: { owner: OWNER } })
})

test('are told to listeners, and refused for a token that is not there', async () => {
  const { token } = await setup.connect('first')
  const heard: (readonly TokenId[])[] = []
  setup.service.onChanged((ids) => heard.push(ids))
  save(token.id, OWNER, null)
  expect(heard).toEqual([[token.id]])
  expect((await failure(() => save('no' as TokenId, OWNER, null))).code).toBe('token.not-found')
})

test('are one line of text, and an address has an @', () => {
  const parse = (owner: unknown) => contract.setContacts.input.safeParse({ tokenId: 't', owner, deputy: null }).success
  expect(parse({ name: ' Ada ', email: '' })).toBe(true)
  expect(parse({ name: 'Ada\nLovelace', email: null })).toBe(false)
  expect(parse({ name: 'Ada', email: 'ada' })).toBe(false)
  expect(parse({ name: 'x'.repeat(201), email: null })).toBe(false)
})
