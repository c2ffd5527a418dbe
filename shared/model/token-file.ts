/** What was dropped where a server token file was expected; travels as the fact `looksLike`. */
export const TOKEN_FILE_LOOKALIKES = [
  'empty',
  'certificate',
  'certificate-request',
  'private-key',
  'public-key',
  'key-store',
  'apps-and-books-token',
  'decrypted-token',
  'json',
  'signed-message',
  'cms-message',
  'mail-message',
  'pdf',
  'zip',
  'html',
  'profile',
  'unknown',
] as const
export type TokenFileLookalike = (typeof TOKEN_FILE_LOOKALIKES)[number]
