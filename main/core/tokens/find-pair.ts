import type { RecipientName, TokenEnvelope, TokenValues } from '../../clients/token-file/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { Secret } from '../../../shared/secret.ts'
import type { StoredKeyPair } from '../../db/key-pairs.ts'
import type { TokenFiles, TokenVault } from './ports.ts'

const KIND = 'token-key'
/** How many pairs an error lists. */
const MAX_LISTED = 20

export function sealPrivateKey(vault: TokenVault, pem: Secret) {
  return vault.put(KIND, pem.reveal())
}

/**
 * Opens a file with the pair it names. Certificates of other tools may share name and serial number, or a writer may
 * spell them otherwise, so pairs that fit less well are tried after those that fit well, and the rest at the end.
 * Throws `token-file.other-key` when none fits.
 */
export function openWithStoredPair(
  envelope: TokenEnvelope,
  pairs: readonly StoredKeyPair[],
  { vault, tokenFiles }: { readonly vault: TokenVault; readonly tokenFiles: TokenFiles },
): { readonly values: TokenValues; readonly pair: StoredKeyPair } {
  const names = envelope.recipients.map((recipient) => recipient.name)
  const fit = (pair: StoredKeyPair) => Math.max(...names.map((name) => fitOf(pair, name, tokenFiles)))
  const ranked = pairs.map((pair) => ({ pair, fit: fit(pair) })).sort((a, b) => b.fit - a.fit)
  for (const { pair } of ranked) {
    const pem = Buffer.from(vault.open(pair.privateKeySecretId, KIND).reveal()).toString()
    const values = tryOpen(() => tokenFiles.openTokenFile(envelope, new Secret(pem)))
    if (values) return { values, pair }
  }
  throw tokenFiles.otherKey(envelope, pairs.slice(0, MAX_LISTED).map(describePair))
}

/** 3: issuer and serial number, or key identifier. 2: serial number alone. 0: nothing says they belong together. */
function fitOf(pair: StoredKeyPair, name: RecipientName, tokenFiles: TokenFiles): number {
  if (name.by === 'key-id') {
    return pair.certificate !== null && tokenFiles.certificateKeyIdentifier(pair.certificate) === name.keyId ? 3 : 0
  }
  if (pair.serialNumber === null || significant(pair.serialNumber) !== significant(name.serialNumber)) return 0
  return pair.issuerDer !== null && Buffer.compare(pair.issuerDer, name.issuerDer) === 0 ? 3 : 2
}

/** Some writers drop the zero byte that keeps a number positive. */
function significant(serialNumber: string): string {
  return serialNumber.replace(/^(00)+/, '')
}

function tryOpen(open: () => TokenValues): TokenValues | undefined {
  try {
    return open()
  } catch (error) {
    if (error instanceof AppError && error.code === 'token-file.other-key') return undefined
    throw error
  }
}

function describePair(pair: StoredKeyPair): string {
  return pair.serialNumber === null
    ? `${pair.name} (without certificate)`
    : `${pair.name} (serial number ${pair.serialNumber})`
}
