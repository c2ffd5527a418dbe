import type { TokenFileLookalike } from '../../../shared/model/token-file.ts'
import { objectIdText, TAG, type BerNode } from './ber.ts'

export const CONTENT_TYPE = {
  data: '1.2.840.113549.1.7.1',
  signed: '1.2.840.113549.1.7.2',
  enveloped: '1.2.840.113549.1.7.3',
  authEnveloped: '1.2.840.113549.1.9.16.1.23',
} as const

/** What a text that is no token file may be instead, by how it begins; undefined where it may still be one. */
export function recogniseText(text: string): TokenFileLookalike | undefined {
  const start = text.slice(0, 1024).trimStart()
  if (start.startsWith('%PDF-')) return 'pdf'
  if (start.startsWith('PK\x03\x04')) return 'zip'
  if (/^<(!doctype html|html)/i.test(start)) return 'html'
  if (/^(<\?xml|<plist|<!doctype plist|bplist0)/i.test(start)) return 'profile'
  if (start.startsWith('{') || start.startsWith('[')) return recogniseJson(text)
  return undefined
}

export function recogniseJson(text: string): TokenFileLookalike {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/[\r\n]/g, ''))
  } catch {
    return 'unknown'
  }
  if (typeof value !== 'object' || value === null) return 'json'
  if ('consumer_key' in value && 'access_token' in value) return 'decrypted-token'
  if ('token' in value && ('expDate' in value || 'orgName' in value)) return 'apps-and-books-token'
  return 'json'
}

export function recognisePemLabel(label: string): TokenFileLookalike | undefined {
  if (label === 'MESSAGE') return 'decrypted-token'
  if (label.endsWith('CERTIFICATE REQUEST')) return 'certificate-request'
  if (label.endsWith('CERTIFICATE')) return 'certificate'
  if (label.endsWith('PRIVATE KEY')) return 'private-key'
  if (label.endsWith('PUBLIC KEY')) return 'public-key'
  return undefined
}

/** Tells the usual outer shapes apart; undefined for an enveloped message, encrypted in whatever way. */
export function recogniseBer(top: BerNode): TokenFileLookalike | undefined {
  const [first, second, third] = top.children
  if (top.tag !== TAG.sequence || !first) return 'unknown'
  if (first.tag === TAG.objectId) return recogniseContentType(objectIdText(first))
  if (first.tag === TAG.integer) return recogniseNumbered(second, third)
  if (second?.tag === TAG.octetString) return 'private-key'
  if (second?.tag === TAG.bitString) return 'public-key'
  if (third?.tag === TAG.bitString) return recogniseToBeSigned(first)
  return 'unknown'
}

function recogniseContentType(contentType: string): TokenFileLookalike | undefined {
  if (contentType === CONTENT_TYPE.enveloped || contentType === CONTENT_TYPE.authEnveloped) return undefined
  if (contentType === CONTENT_TYPE.signed) return 'signed-message'
  return contentType.startsWith('1.2.840.113549.1.') ? 'cms-message' : 'unknown'
}

/** Shapes that begin with a version: private keys (PKCS #1, PKCS #8, SEC 1) and key stores (PKCS #12). */
function recogniseNumbered(second: BerNode | undefined, third: BerNode | undefined): TokenFileLookalike {
  if (second?.tag === TAG.sequence) {
    const holdsContent = objectIdText(second.children[0]).startsWith('1.2.840.113549.1.7.')
    return holdsContent ? 'key-store' : 'private-key'
  }
  if (second?.tag === TAG.integer) return third ? 'private-key' : 'public-key'
  return second?.tag === TAG.octetString ? 'private-key' : 'unknown'
}

/** A certificate names its issuer after the algorithm; a request has its subject second and its key third. */
function recogniseToBeSigned({ children }: BerNode): TokenFileLookalike {
  if (children[0]?.tag === TAG.context0) return 'certificate'
  if (children[0]?.tag !== TAG.integer) return 'unknown'
  return children[2]?.children[1]?.tag === TAG.bitString ? 'certificate-request' : 'certificate'
}
