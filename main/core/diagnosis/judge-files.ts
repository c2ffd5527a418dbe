import { moment, type Judges } from './judge.ts'

type FileChecks = Pick<
  Judges,
  'file-kind' | 'file-recipient' | 'file-content' | 'file-used' | 'portal-file' | 'serial-in-portal' | 'portal-server'
>

/** A token file somebody gave, and what was imported from the portal. */
export const judgeFiles: FileChecks = {
  'file-kind': { 'token-file': ({ kind }) => [kind], without: { 'no-file': 'no-file' } },
  'file-recipient': {
    'token-file': ({ isOurs, madeFor }) => (isOurs === null ? 'not-told' : [isOurs ? 'ours' : 'not-ours', { madeFor }]),
  },
  'file-content': {
    'token-file': ({ content, expiresAt }) =>
      content === null ? 'not-told' : [content, { expiresAt: moment(expiresAt) }],
  },
  'file-used': { 'token-file': ({ use }) => (use === null ? 'not-told' : [use.kind, { token: use.token }]) },
  'portal-file': {
    'portal-csv': ({ importedAt, rows }) => [rows > 0 ? 'imported' : 'none', { imported: moment(importedAt), rows }],
    without: { 'no-file': 'none' },
  },
  'serial-in-portal': {
    'portal-csv': ({ serial, importedAt }, { records: { device } }) => {
      const isHere = device?.atApple === 'present'
      const facts = { imported: moment(importedAt), server: serial?.serverName ?? null }
      if (serial?.isListed) return [isHere ? 'both' : 'portal-only', facts]
      return [isHere ? 'console-only' : 'neither', facts]
    },
  },
  'portal-server': {
    'portal-csv': ({ serial }, { records: { token } }) => {
      if (!serial?.isListed || serial.server === null) return 'not-told'
      return [serial.server, { server: serial.serverName, ours: token?.serverName ?? null }]
    },
  },
}
