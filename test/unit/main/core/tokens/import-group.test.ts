import { beforeEach, expect, test } from 'vitest'
import { makeTokenFile } from '../../../../fakes/token-file.ts'
import { account, contents, createSetup, tokenFields, type Setup } from './setup.ts'

let setup: Setup
beforeEach(() => {
  setup = createSetup()
  setup.db.exec(`INSERT INTO groups (no, id, parent_no, name, type, created_at)
                 VALUES (2, 'g2', 1, 'EMEA', 'Container', 0), (3, 'g3', 2, 'Berlin', 'Container', 0)`)
})

function letBelow(child: 'inherit-only' | 'override-only' | 'any'): void {
  setup.db.prepare("INSERT INTO group_pages VALUES (1, 'token', 'inherit', ?, NULL)").run(child)
}

const another = () => (setup.apple.answer = () => account({ serverUuid: 'UUID-OTHER', serverName: 'Other' }))

test('a second token below one that groups may only inherit is refused, naming the group; nothing is stored', async () => {
  await setup.connect('first')
  letBelow('inherit-only')
  another()
  const key = await setup.service.handlers.createKey({ name: 'second' }, setup.context)
  const before = contents(setup.db)
  const bytes = makeTokenFile(key.certificate, tokenFields('second', { server: 'other' }))
  await expect(setup.importBytes(bytes, { group: '/Global/EMEA/Berlin' })).rejects.toMatchObject({
    code: 'group.refused',
    facts: { conflict: 'override-forbidden', group: '/Global/EMEA/Berlin', other: '/Global' },
  })
  expect(contents(setup.db)).toEqual(before)
})

test.each(['any', 'override-only'] as const)('below %s it is connected', async (child) => {
  await setup.connect('first')
  letBelow(child)
  another()
  const { token } = await setup.connect('second', { server: 'other', group: '/Global/EMEA' })
  expect(token.group).toBe('/Global/EMEA')
})

test('a renewal is not asked what the tree says by now: the token stays where it is', async () => {
  await setup.connect('first', { group: '/Global/EMEA' })
  another()
  await setup.connect('top', { server: 'other' })
  letBelow('inherit-only')
  setup.apple.answer = () => account()
  expect(await setup.connect('renewed', {})).toMatchObject({ renewed: true, token: { group: '/Global/EMEA' } })
})

test('the same server at another group is refused', async () => {
  await setup.connect('first')
  await expect(setup.connect('again', { group: '/Global/EMEA' })).rejects.toMatchObject({
    code: 'token.already-connected',
    facts: { group: '/Global' },
  })
})
