import { describe, expect, it } from 'vitest'
import { exitCodeOf, exitCodeOfParts } from '../../../../main/cli/exit-codes.ts'
import { ERROR_CODES } from '../../../../shared/errors.ts'

describe('exit codes', () => {
  it('are told for every failure there is, as a script may rely on', () => {
    expect(Object.fromEntries(ERROR_CODES.map((code) => [code, exitCodeOf(code)]))).toMatchInlineSnapshot(`
      {
        "access.denied": 3,
        "ade.busy": 6,
        "ade.cursor": 3,
        "ade.not-apple": 6,
        "ade.outcome-unknown": 3,
        "ade.protocol": 3,
        "ade.refused": 3,
        "auth.clock": 3,
        "auth.expired": 3,
        "auth.rejected": 3,
        "auth.session": 3,
        "backup.damaged": 2,
        "backup.from-future": 2,
        "bad-input": 2,
        "cancelled": 130,
        "db.busy": 2,
        "db.damaged": 1,
        "db.from-future": 2,
        "device.not-found": 2,
        "file.exists": 2,
        "file.unreadable": 2,
        "file.unwritable": 2,
        "group.name-taken": 2,
        "group.not-found": 2,
        "group.nothing-to-undo": 2,
        "group.refused": 2,
        "internal": 1,
        "key.unusable": 2,
        "net.proxy": 6,
        "net.redirected": 6,
        "net.timeout": 6,
        "net.tls": 6,
        "net.too-large": 6,
        "net.unreachable": 6,
        "profile.changed-meanwhile": 2,
        "profile.in-use": 2,
        "profile.invalid": 2,
        "profile.name-taken": 2,
        "profile.not-found": 2,
        "profile.not-json": 2,
        "profile.unsure": 2,
        "profile.version-not-found": 2,
        "sync.already-running": 2,
        "sync.empty-list": 3,
        "terms.not-accepted": 3,
        "token-file.damaged": 2,
        "token-file.incomplete": 2,
        "token-file.not-a-token": 2,
        "token-file.other-key": 2,
        "token-file.too-large": 2,
        "token-file.unsupported-cipher": 2,
        "token.already-connected": 2,
        "token.changed-meanwhile": 2,
        "token.name-taken": 2,
        "token.not-found": 2,
        "token.other-server": 2,
        "vault.backend-changed": 5,
        "vault.damaged": 5,
        "vault.exists": 2,
        "vault.locked": 5,
        "vault.missing": 5,
        "vault.sealing-unavailable": 5,
        "vault.weak-passphrase": 2,
        "vault.wrong-passphrase": 5,
        "view.gone": 2,
        "view.name-taken": 2,
        "view.too-many": 2,
      }
    `)
  })

  it.each([
    ['nothing was done', [], 0],
    ['all is well', [null, null], 0],
    ['all fail alike', ['auth.expired', 'terms.not-accepted'], 3],
    ['some succeed and some fail', [null, 'net.timeout'], 4],
    ['they fail in different ways', ['net.timeout', 'auth.expired'], 4],
  ] as const)('over several parts: %s', (_what, parts, exitCode) => {
    expect(exitCodeOfParts(parts)).toBe(exitCode)
  })
})
