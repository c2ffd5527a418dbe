import { AppError } from '../../../shared/errors.ts'
import type { TokenFileLookalike } from '../../../shared/model/token-file.ts'

const WHAT_IT_IS: Readonly<Record<TokenFileLookalike, string>> = {
  empty: 'the file is empty',
  certificate: 'this is a certificate: it goes to the portal, which then hands out the token file',
  'certificate-request': 'this is a certificate signing request; the portal wants the certificate of a key pair',
  'private-key': 'this is a private key; the token file is the .p7m from the portal',
  'public-key': 'this is a public key; the token file is the .p7m from the portal',
  'key-store': 'this is a PKCS #12 key store; the token file is the .p7m from the portal',
  'apps-and-books-token': 'this is an Apps and Books content token (sToken), not a device enrollment server token',
  'decrypted-token': 'this is a token that was decrypted already; the .p7m as the portal gave it is needed',
  json: 'this is a JSON file without a token',
  'signed-message': 'this is a signed message, not an encrypted one',
  'cms-message': 'this is a CMS message of another kind, not an encrypted one',
  'mail-message': 'this is an e-mail; save its .p7m attachment and use that',
  pdf: 'this is a PDF document',
  zip: 'this is a ZIP archive or an office document; unpack it first',
  html: 'this is a web page, perhaps of a log-in that had expired; download the token file again',
  profile: 'this is a property list or a configuration profile',
  unknown: 'this is no server token file',
}

export function notAToken(looksLike: TokenFileLookalike): AppError {
  return new AppError('token-file.not-a-token', WHAT_IT_IS[looksLike], { facts: { looksLike } })
}

/** It was a token file once: cut short or altered on its way. */
export function damaged(what: string, cause?: unknown): AppError {
  return new AppError('token-file.damaged', what, { cause })
}

export function unsupportedCipher(algorithm: string): AppError {
  return new AppError('token-file.unsupported-cipher', `the file is encrypted with ${algorithm}`, {
    facts: { algorithm },
  })
}
