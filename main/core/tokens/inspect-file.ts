import { AppError } from '../../../shared/errors.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import { listKeyPairs } from '../../db/key-pairs.ts'
import { listTokens } from '../../db/tokens.ts'
import { openCredentials } from './credentials.ts'
import { openWithStoredPair } from './find-pair.ts'
import type { TokenPorts } from './ports.ts'

/** What a file that somebody took for a token turns out to be; nothing secret. Null where it cannot be told. */
export type InspectedFile = {
  readonly kind: 'token' | 'certificate' | 'clear-token' | 'apps-token' | 'other'
  /** Whether a key pair of this store opens it. */
  readonly isOurs: boolean | null
  readonly madeFor: string | null
  readonly content: 'complete' | 'damaged' | 'expired' | null
  readonly expiresAt: number | null
  /** `renewal`: a token of the same server is connected here. */
  readonly use: {
    readonly kind: 'free' | 'renewal'
    readonly token: string | null
    readonly tokenId: TokenId | null
  } | null
}

const UNTOLD = { isOurs: null, madeFor: null, content: null, expiresAt: null, use: null } as const

/** Looks at a file as an import would, and changes nothing. Throws `vault.*` where the keys cannot be used. */
export function inspectFile(ports: TokenPorts, bytes: Uint8Array): InspectedFile {
  const { db, clock, tokenFiles, vault } = ports
  let envelope: ReturnType<typeof tokenFiles.readTokenFile>
  try {
    envelope = tokenFiles.readTokenFile(bytes)
  } catch (error) {
    return { ...UNTOLD, ...unread(error) }
  }
  vault.requireUnlocked()
  try {
    const { values } = openWithStoredPair(envelope, listKeyPairs(db), ports)
    const content = values.expiresAt <= clock.now() ? 'expired' : 'complete'
    const use = useOf(ports, values.consumerKey.reveal())
    return { kind: 'token', isOurs: true, madeFor: null, content, expiresAt: values.expiresAt, use }
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('token-file.')) throw error
    if (error.code !== 'token-file.other-key') return { ...UNTOLD, kind: 'token', isOurs: true, content: 'damaged' }
    const madeFor = error.facts['madeFor']
    return { ...UNTOLD, kind: 'token', isOurs: false, madeFor: typeof madeFor === 'string' ? madeFor : null }
  }
}

function unread(error: unknown): Pick<InspectedFile, 'kind' | 'content'> {
  if (!(error instanceof AppError)) throw error
  if (error.code !== 'token-file.not-a-token') return { kind: 'token', content: 'damaged' }
  switch (error.facts['looksLike']) {
    case 'certificate':
    case 'certificate-request':
    case 'public-key':
    case 'private-key':
      return { kind: 'certificate', content: null }
    case 'decrypted-token':
      return { kind: 'clear-token', content: null }
    case 'apps-and-books-token':
      return { kind: 'apps-token', content: null }
    default:
      return { kind: 'other', content: null }
  }
}

/** A token of the same server is renewed by it. */
function useOf({ db, vault }: TokenPorts, consumerKey: string): InspectedFile['use'] {
  const same = listTokens(db).find(({ credentialsSecretId }) => {
    try {
      return openCredentials(vault, credentialsSecretId).consumerKey === consumerKey
    } catch (error) {
      if (error instanceof AppError) return false
      throw error
    }
  })
  return same ? { kind: 'renewal', token: same.name, tokenId: same.id } : { kind: 'free', token: null, tokenId: null }
}
