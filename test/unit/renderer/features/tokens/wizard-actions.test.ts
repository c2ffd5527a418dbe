import { describe, expect, it } from 'vitest'
import { createTokensStore } from '../../../../../renderer/features/tokens/store.ts'
import * as wizard from '../../../../../renderer/features/tokens/wizard-actions.ts'
import { importRemedy } from '../../../../../renderer/features/tokens/wizard.ts'
import { MAX_TOKEN_FILE_BYTES } from '../../../../../shared/contract/tokens.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { createFakeDesk, type SomeHandlers } from '../../fake-desk.ts'
import { keyPair, token } from '../../samples.ts'

type TokenHandlers = NonNullable<SomeHandlers['tokens']>

const lists: TokenHandlers = { list: () => [token()], stagedKeys: () => [] }
const file = (name: string, bytes = new Uint8Array([1, 2, 3])) => ({
  name,
  size: bytes.length,
  arrayBuffer: () => Promise.resolve(bytes.buffer),
})

function setUp(tokens: TokenHandlers, shell: NonNullable<SomeHandlers['shell']> = {}) {
  return { store: createTokensStore(), desk: createFakeDesk({ tokens: { ...lists, ...tokens }, shell }) }
}

async function untilFileStep({ store, desk }: ReturnType<typeof setUp>): Promise<void> {
  wizard.openConnect(store)
  await wizard.makeKeyPair(store, desk, { name: 'Asia', group: null })
  wizard.showStep(store, 'file')
}

describe('connecting', () => {
  it('makes the key pair and goes on to the certificate', async () => {
    const { store, desk } = setUp({ createKey: ({ name }) => keyPair({ name }) })
    wizard.openConnect(store)
    await wizard.makeKeyPair(store, desk, { name: 'Asia', group: null })
    expect(store.getState().wizard).toMatchObject({ step: 'certificate', key: { name: 'Asia' } })
  })

  it('stays at the step and says why when the key pair cannot be made', async () => {
    const { store, desk } = setUp({
      createKey: () => {
        throw new AppError('vault.locked', 'the vault is locked')
      },
    })
    wizard.openConnect(store)
    await wizard.makeKeyPair(store, desk, { name: 'Asia', group: null })
    expect(store.getState().wizard).toMatchObject({ step: 'start', work: { error: { code: 'vault.locked' } } })
  })

  it('saves the certificate where the person wants it', async () => {
    const saved: unknown[] = []
    const shell = {
      chooseSavePath: ({ suggestedName }: { suggestedName: string }) => `/home/${suggestedName}`,
      saveText: (input: unknown) => (saved.push(input), null),
    }
    const setup = setUp({ createKey: ({ name }) => keyPair({ name, certificate: 'PEM' }) }, shell)
    await untilFileStep(setup)
    await wizard.saveCertificate(setup.store, setup.desk)
    expect(saved).toEqual([{ path: '/home/Asia.pem', text: 'PEM' }])
    expect(setup.store.getState().wizard?.savedTo).toBe('/home/Asia.pem')
  })

  it('hands the bytes of the file over under the name given in the first step', async () => {
    const asked: unknown[] = []
    const setup = setUp({
      createKey: ({ name }) => keyPair({ name }),
      importFile: (input) => (asked.push(input), { token: token({ name: 'Asia' }), renewed: false }),
    })
    await untilFileStep(setup)
    await wizard.takeTokenFile(setup.store, setup.desk, file('smime.p7m'))
    expect(asked).toEqual([{ fileName: 'smime.p7m', bytes: new Uint8Array([1, 2, 3]), name: 'Asia' }])
    expect(setup.store.getState().wizard).toMatchObject({ step: 'done', file: null, connected: { isRenewed: false } })
  })

  it('does not read a file that is too large for a token', async () => {
    const setup = setUp({ createKey: ({ name }) => keyPair({ name }) })
    await untilFileStep(setup)
    const huge = {
      name: 'film.mov',
      size: MAX_TOKEN_FILE_BYTES + 1,
      arrayBuffer: () => Promise.reject(new Error('was read')),
    }
    await wizard.takeTokenFile(setup.store, setup.desk, huge)
    expect(setup.store.getState().wizard?.work).toMatchObject({ error: { code: 'token-file.too-large' } })
  })

  it('says so when a folder was dropped', async () => {
    const setup = setUp({ createKey: ({ name }) => keyPair({ name }) })
    await untilFileStep(setup)
    const folder = { name: 'Documents', size: 4096, arrayBuffer: () => Promise.reject(new Error('a folder')) }
    await wizard.takeTokenFile(setup.store, setup.desk, folder)
    expect(setup.store.getState().wizard?.work).toMatchObject({ error: { code: 'file.unreadable' } })
  })

  it('keeps the file after a failure, so that it can be saved without a second drop', async () => {
    const choices: (boolean | undefined)[] = []
    const setup = setUp({
      createKey: ({ name }) => keyPair({ name }),
      importFile: ({ offline }) => {
        choices.push(offline)
        if (!offline) throw new AppError('terms.not-accepted', 'the terms')
        return { token: token({ state: 'unverified' }), renewed: false }
      },
    })
    await untilFileStep(setup)
    await wizard.takeTokenFile(setup.store, setup.desk, file('smime.p7m'))
    expect(setup.store.getState().wizard).toMatchObject({
      step: 'file',
      work: { error: { code: 'terms.not-accepted' } },
    })
    await wizard.importPickedFile(setup.store, setup.desk, { offline: true })
    expect(choices).toEqual([undefined, true])
    expect(setup.store.getState().wizard).toMatchObject({ step: 'done' })
  })
})

it('a file of a server that is connected renews that token once a person says so', async () => {
  const names: (string | undefined)[] = []
  const setup = setUp({
    createKey: ({ name }) => keyPair({ name }),
    importFile: ({ name }) => {
      names.push(name)
      if (name !== undefined) throw new AppError('token.already-connected', 'connected', { facts: { token: 'Europe' } })
      return { token: token(), renewed: true }
    },
  })
  await untilFileStep(setup)
  await wizard.takeTokenFile(setup.store, setup.desk, file('smime.p7m'))
  const { work } = setup.store.getState().wizard!
  expect(work).toMatchObject({ error: { code: 'token.already-connected', facts: { token: 'Europe' } } })
  expect(importRemedy('token.already-connected')).toBe('renew-other')
  await wizard.importPickedFile(setup.store, setup.desk, { renewsOther: true })
  expect([names, setup.store.getState().wizard?.connected?.isRenewed]).toEqual([['Asia', undefined], true])
})

it('a new token goes to the group that was chosen, a renewal stays where its token is', async () => {
  const groups: (string | undefined)[] = []
  const { store, desk } = setUp({ createKey: ({ name, group }) => (groups.push(group), keyPair({ name })) })
  wizard.openConnect(store)
  await wizard.makeKeyPair(store, desk, { name: 'Asia', group: '/Global/Asia' })
  wizard.openRenew(store, token({ group: '/Global/EMEA' }))
  await wizard.makeKeyPair(store, desk, { name: 'Europe', group: null })
  expect(groups).toEqual(['/Global/Asia', '/Global/EMEA'])
})

it('a renewal imports under the name of the token it renews', async () => {
  const names: (string | undefined)[] = []
  const { store, desk } = setUp({
    createKey: ({ name, group }) => keyPair({ name, ...(group ? { group } : {}) }),
    importFile: ({ name }) => (names.push(name), { token: token(), renewed: true }),
  })
  wizard.openRenew(store, token())
  await wizard.makeKeyPair(store, desk, { name: 'Europe', group: null })
  await wizard.takeTokenFile(store, desk, file('smime.p7m'))
  expect(names).toEqual(['Europe'])
  expect(store.getState().wizard?.connected?.isRenewed).toBe(true)
})

it('an answer that comes after the wizard was closed opens nothing', async () => {
  const { store, desk } = setUp({ createKey: ({ name }) => keyPair({ name }) })
  wizard.openConnect(store)
  const making = wizard.makeKeyPair(store, desk, { name: 'Asia', group: null })
  wizard.closeWizard(store)
  await making
  expect(store.getState().wizard).toBeNull()
})
