import { AppError } from '../../../shared/errors.ts'
import type { CredentialLookalike } from '../../../shared/model/credential-file.ts'

const WHAT_IT_IS: Readonly<Record<CredentialLookalike, string>> = {
  empty: 'the file is empty',
  certificate: 'this is a certificate',
  'certificate-request': 'this is a certificate signing request: it goes to the portal, which then hands out a file',
  'private-key': 'this is a private key',
  'public-key': 'this is a public key',
  'key-store': 'this is a PKCS #12 key store',
  'apps-and-books-token': 'this is a content token of Apps and Books (sToken)',
  'decrypted-token': 'this is a server token of device enrollment that was decrypted already',
  'server-token': 'this is a server token of device enrollment (.p7m); it is imported under Tokens',
  'decoded-stoken':
    'this is a content token that somebody has decoded; the file is needed exactly as the portal gave it, one line of base64',
  json: 'this is a JSON file without a token',
  'signed-message': 'this is a signed message (PKCS #7)',
  'cms-message': 'this is a CMS message of another kind',
  'mail-message': 'this is an e-mail; save its attachment and use that',
  pdf: 'this is a PDF document',
  zip: 'this is a ZIP archive or an office document; unpack it first',
  html: 'this is a web page, perhaps of a log-in that had expired; download the file again',
  profile: 'this is a property list or a configuration profile',
  'push-request-list':
    'this is a signed request for the push portal; upload it there and import the certificate that it answers with',
  unknown: 'the content is of no known kind',
}

export function notAStoken(looksLike: CredentialLookalike): AppError {
  return new AppError('stoken-file.not-a-stoken', WHAT_IT_IS[looksLike], { facts: { looksLike } })
}

export function notAPushCertificate(looksLike: CredentialLookalike): AppError {
  return new AppError('push-file.not-a-certificate', WHAT_IT_IS[looksLike], { facts: { looksLike } })
}
