import { expect, test } from 'vitest'
import { setUpVault } from './fixture.ts'

test('what the operating system offers is named, and what only obscures is not offered', () => {
  const { vault, sealing } = setUpVault()
  expect(vault.sealing()).toEqual({ isAvailable: true, backend: 'keychain' })
  sealing.switchTo('basic_text')
  expect(vault.sealing()).toEqual({ isAvailable: false, backend: 'basic_text' })
  sealing.switchTo('keychain')
  sealing.setAvailable(false)
  expect(vault.sealing().isAvailable).toBe(false)
})
