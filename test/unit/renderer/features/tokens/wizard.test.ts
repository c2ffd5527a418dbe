import { describe, expect, it } from 'vitest'
import {
  certificateFileName,
  continueWith,
  goTo,
  importRemedy,
  startConnecting,
  startRenewing,
} from '../../../../../renderer/features/tokens/wizard.ts'
import { keyPair, token } from '../../samples.ts'

describe('the wizard', () => {
  it('begins a connection with a name and a renewal with what is not touched', () => {
    expect(startConnecting()).toMatchObject({ renews: null, step: 'start', key: null })
    expect(startRenewing(token(), [])).toMatchObject({ renews: { name: 'Europe' }, step: 'start', key: null })
  })

  it('goes on with a key pair that was made for the same token earlier', () => {
    const staged = [keyPair({ name: 'Asia' }), keyPair({ name: 'Europe' })]
    expect(startRenewing(token(), staged)).toMatchObject({ step: 'certificate', key: { name: 'Europe' } })
  })

  it('continues a waiting pair as what it was: a renewal where the token exists, else a connection', () => {
    expect(continueWith(keyPair(), [token()]).renews).toMatchObject({ id: 't1' })
    expect(continueWith(keyPair({ name: 'Asia' }), [token()])).toMatchObject({ renews: null, step: 'certificate' })
  })

  it('leaves the failure of a step behind with the step', () => {
    const failed = {
      ...startConnecting(),
      work: { status: 'failed', error: { code: 'internal', message: '', ref: '' } },
    } as const
    expect(goTo(failed, 'certificate')).toMatchObject({ step: 'certificate', work: { status: 'idle' } })
  })
})

describe('after a refused import', () => {
  it('offers to keep a file whose only fault is that Apple gave no answer', () => {
    expect(
      ['terms.not-accepted', 'net.unreachable', 'net.tls', 'ade.busy'].map((code) => importRemedy(code as 'net.tls')),
    ).toEqual(Array(4).fill('save-offline'))
  })

  it('never offers to keep a file that Apple rejected', () => {
    expect(importRemedy('auth.rejected')).toBeNull()
    expect(importRemedy('auth.expired')).toBeNull()
    expect(importRemedy('access.denied')).toBeNull()
  })

  it('leads to the certificate when the file was made for another key', () => {
    expect(importRemedy('token-file.other-key')).toBe('save-certificate')
  })

  it('asks before another server takes the place of a token', () => {
    expect(importRemedy('token.other-server')).toBe('accept-other-server')
  })
})

it('names the certificate so that every file system takes it', () => {
  expect(certificateFileName('Europe')).toBe('Europe.pem')
  expect(certificateFileName('  Büro/Köln: *iPads* ')).toBe('Büro-Köln-iPads.pem')
  expect(certificateFileName('../..')).toBe('server.pem')
})
