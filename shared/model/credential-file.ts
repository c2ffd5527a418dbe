import type { TokenFileLookalike } from './token-file.ts'

/** What was dropped where a content token or a push certificate was expected; travels as the fact `looksLike`. */
export type CredentialLookalike = TokenFileLookalike | 'server-token' | 'decoded-stoken' | 'push-request-list'

/** What a reader put right without changing the content. */
export const FILE_REPAIRS = [
  'byte-order-mark',
  'utf-16',
  'white-space',
  'text-around',
  'no-armour',
  'several-certificates',
] as const
export type FileRepair = (typeof FILE_REPAIRS)[number]
