import type { ErrorCode } from '../../shared/errors.ts'

const RENEW =
  'Download a new server token for this server in Apple Business Manager and import it with "ade-desk token import FILE.p7m".'

/** The next step where the command line has a better one than the words for everybody. */
export const HINTS: Partial<Readonly<Record<ErrorCode, string>>> = {
  'vault.locked': 'Give the passphrase with --passphrase-file FILE or in ADE_DESK_PASSPHRASE.',
  'vault.missing':
    'Give a passphrase of at least 8 characters with --passphrase-file FILE or in ADE_DESK_PASSPHRASE; the vault is made with it.',
  'vault.wrong-passphrase': 'Check --passphrase-file and ADE_DESK_PASSPHRASE; mind capital letters.',
  'file.unwritable': 'Make room, let this account write there, or choose another place.',
  'db.unwritable': 'Make room, let this account write there, or name another data folder with --data-dir.',
  'vault.sealing-unavailable':
    'Give a passphrase of at least 8 characters with --passphrase-file FILE or in ADE_DESK_PASSPHRASE; then no keyring is needed.',
  'auth.expired': RENEW,
  'auth.rejected': RENEW,
  'auth.session': 'Run "ade-desk token verify TOKEN"; if it stays so, download a new one and import it.',
  'ade.cursor': 'Run "ade-desk sync --full".',
  'ade.refused': 'Quote Apple’s word and what logs/ade-desk.log in the data folder says when you report it.',
  'ade.protocol': 'Try again; if it stays so, report it with what logs/ade-desk.log in the data folder says.',
  'device.not-found':
    'Check the spelling; in the portal, check that it is assigned to one of your servers, then run "ade-desk sync".',
  'net.tls': 'Exempt Apple’s hosts from TLS inspection, or name the authority with --ca-file FILE.',
  'net.proxy': 'Check --proxy, HTTPS_PROXY and NO_PROXY: address, user and rules.',
  'db.damaged': 'Run "ade-desk doctor --repair"; the damaged store is kept beside the repaired one.',
  'token.not-found': 'See the names with "ade-desk token list".',
  'token.other-server': 'Import it under another --name, or add --force-server if you replaced the server on purpose.',
  'credential.not-found': 'See the names with "ade-desk credential list"; where a name is not unique, use the id.',
  'credential.other-topic':
    'Renew the existing row at identity.apple.com/pushcert with the same Apple account. A further certificate is added with --new; to replace it and enroll every device again, add --renews NAME --confirm "ENROLL ALL DEVICES AGAIN".',
  'push-file.passphrase': 'Give the passphrase it was exported with in a file: --key-passphrase-file FILE.',
  'group.not-found': 'See the paths with "ade-desk group list".',
  'group.refused': 'See what counts and why with "ade-desk group show GROUP"; --dry-run tells what a change would do.',
  'terms.not-accepted':
    'An Administrator accepts them at business.apple.com; then run "ade-desk token verify TOKEN". To store a token before that, add --offline.',
}
