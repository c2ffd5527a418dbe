import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { rootsByName } from '../../../../../main/clients/netcheck/authorities.ts'
import { findPublicRoot } from '../../../../../main/clients/netcheck/chain.ts'
import { withUnreadableKey } from '../../../../fakes/unreadable-key.ts'
import { createChain } from './chains.ts'

test('a certificate sent along whose key cannot be read vouches for nobody and stops nothing', () => {
  const chain = createChain('Public Trust')
  const [leaf, middle] = chain
    .issue()
    .cert.split(/(?=-----BEGIN)/)
    .map((pem) => new X509Certificate(pem))
  const strange = new X509Certificate(withUnreadableKey(middle!.raw))
  expect(() => strange.publicKey).toThrow()
  const roots = rootsByName([chain.root])
  expect(findPublicRoot([leaf!, strange], roots)).toBeUndefined()
  expect(findPublicRoot([leaf!, strange, middle!], roots)?.subject).toContain('Public Trust Root')
})
