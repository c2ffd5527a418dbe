export { readTokenFile, type RecipientName, type TokenEnvelope } from './envelope.ts'
export { certificateKeyIdentifier, makeKeyPair, publicKeyFingerprint, type NewKeyPair } from './key-pair.ts'
export { openTokenFile, otherKey } from './open-token-file.ts'
export type { TokenValues } from './token-values.ts'
