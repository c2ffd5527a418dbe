/** Object identifiers of RFC 3370, 3565, 5084, 5753, 8018 and 8103, by the names people search for. */
export type ContentCipher = {
  readonly name: string
  readonly nodeName: string
  readonly keyLength: number
  readonly ivLength: number
}

export const CONTENT_CIPHERS: Readonly<Record<string, ContentCipher>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'AES-128-CBC', nodeName: 'aes-128-cbc', keyLength: 16, ivLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'AES-192-CBC', nodeName: 'aes-192-cbc', keyLength: 24, ivLength: 16 },
  '2.16.840.1.101.3.4.1.42': { name: 'AES-256-CBC', nodeName: 'aes-256-cbc', keyLength: 32, ivLength: 16 },
  '1.2.840.113549.3.7': { name: '3DES-CBC', nodeName: 'des-ede3-cbc', keyLength: 24, ivLength: 8 },
}

const OTHER_CIPHERS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.1.6': 'AES-128-GCM',
  '2.16.840.1.101.3.4.1.26': 'AES-192-GCM',
  '2.16.840.1.101.3.4.1.46': 'AES-256-GCM',
  '2.16.840.1.101.3.4.1.7': 'AES-128-CCM',
  '2.16.840.1.101.3.4.1.27': 'AES-192-CCM',
  '2.16.840.1.101.3.4.1.47': 'AES-256-CCM',
  '1.2.840.113549.1.9.16.3.18': 'ChaCha20-Poly1305',
  '1.2.840.113549.3.2': 'RC2-CBC',
  '1.3.14.3.2.7': 'DES-CBC',
  '1.2.392.200011.61.1.1.1.2': 'Camellia-128-CBC',
  '1.2.392.200011.61.1.1.1.4': 'Camellia-256-CBC',
}

export const RSA_PKCS1 = '1.2.840.113549.1.1.1'
export const RSA_OAEP = '1.2.840.113549.1.1.7'
export const MASK_GENERATION_1 = '1.2.840.113549.1.1.8'

export const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

export function cipherName(objectId: string): string {
  return CONTENT_CIPHERS[objectId]?.name ?? OTHER_CIPHERS[objectId] ?? `an unknown cipher (${objectId})`
}
