import { mkdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../shared/errors.ts'
import { fileReason } from '../../../../shared/file-reason.ts'
import { storeFailureOf } from '../../../../shared/store-failure.ts'
import { describeFailure } from '../../../../main/cli/program.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'

const PASSPHRASE = 'correct horse battery'
const cli = createCommandLine({ ADE_DESK_PASSPHRASE: PASSPHRASE })

/** As Node and SQLite give it. */
function failing(code: string): Error {
  return Object.assign(new Error(`${code}: said by the system`), { code })
}

function told(error: unknown) {
  return describeFailure(error, { ref: 'r', signal: new AbortController().signal })!
}

describe('a file that cannot be used', () => {
  it.each([
    [
      'is not there',
      ['token', 'import', 'Nicht da.p7m'],
      'The file cannot be read (Nicht da.p7m). There is no such file.',
    ],
    ['is a folder', ['token', 'import', '.'], 'The file cannot be read (.). It is a folder.'],
    [
      'has no folder',
      ['token', 'keygen', '--name', 'X', '--out', '/nowhere/x.pem'],
      'The file cannot be written (/nowhere/x.pem). The folder it belongs in is not there.',
    ],
  ])('is told with the reason and the name as it was given: it %s', async (_what, args, message) => {
    expect(await cli.json(...args)).toMatchObject({ exitCode: 2, value: { error: { message } } })
  })

  it('is told to be too large, not to be missing', async () => {
    writeFileSync(cli.path('big.p7m'), '')
    truncateSync(cli.path('big.p7m'), 80_000_000)
    const { value } = await cli.json('token', 'import', cli.path('big.p7m'))
    expect(JSON.stringify(value)).toContain('It is larger than 64 MB')
  })

  it('has other words for a full disk than for a missing folder', () => {
    expect(fileReason(failing('ENOSPC'), 'write')).toBe('the disk is full')
    expect(fileReason(failing('EACCES'), 'read')).toBe('this account may not read it')
    expect(fileReason(new Error('?'), 'write')).toBe('it cannot be written')
  })
})

describe('the store', () => {
  it.each([
    ['SQLITE_FULL', 2, 'db.unwritable', 'is full', 'Make room'],
    ['SQLITE_IOERR_WRITE', 2, 'db.unwritable', 'failed', 'Check the disk'],
    ['SQLITE_READONLY_DBMOVED', 2, 'db.unwritable', 'read only', ''],
    ['SQLITE_BUSY_SNAPSHOT', 2, 'db.busy', 'locked', 'Wait'],
    ['SQLITE_CORRUPT_VTAB', 1, 'db.damaged', 'damaged', 'doctor --repair'],
  ])('on %s is no fault of the program: exit %s, %s', (code, exitCode, expected, why, next) => {
    const failure = told(failing(code))
    expect(failure).toMatchObject({ exitCode, json: { error: { code: expected, ref: null } } })
    expect(failure.text).toContain(why)
    expect(failure.text).toContain(next)
  })

  it.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'SQLITE_FULLY', 'ENOENT'])('on %s is one', (code) => {
    expect(storeFailureOf(failing(code))).toBeUndefined()
    expect(told(failing(code))).toMatchObject({ exitCode: 1, json: { error: { code: 'internal', ref: 'r' } } })
  })

  it('that is not there, or is a folder, cannot be repaired and is left alone', async () => {
    const args = ['doctor', '--repair', '--data-dir', cli.path('nothing here')]
    expect(await cli.json(...args)).toMatchObject({ exitCode: 2, value: { error: { code: 'file.unreadable' } } })
    mkdirSync(cli.path('odd/ade-desk.db'), { recursive: true })
    const { exitCode, value } = await cli.json('doctor', '--repair', '--data-dir', cli.path('odd'))
    expect([exitCode, JSON.stringify(value)]).toEqual([2, expect.stringContaining('no store to repair')])
    expect(statSync(join(cli.path('odd'), 'ade-desk.db')).isDirectory()).toBe(true)
  })
})

describe('a value', () => {
  it.each([
    [['device', 'list', '--family', '']],
    [['device', 'list', '--token', ' ']],
    [['device', 'list', '--group', '']],
    [['device', 'list', '--sort', 'serial:desc:x']],
    [['device', 'show', '   ']],
    [['token', 'keygen', '--name', '', '--out', 'never.pem']],
  ])('that an unset variable leaves empty is refused, not read as everything: %j', async (args) => {
    expect(await cli.json(...args)).toMatchObject({ exitCode: 2, value: { error: { code: 'bad-input' } } })
  })

  it('is refused in words a person would use, and not repeated at length', async () => {
    const long = await cli.json('token', 'keygen', '--out', 'never.pem', '--name', 'x'.repeat(300))
    expect(long.value).toMatchObject({
      error: { message: `This input was not accepted (--name). It has more than 100 characters: ${'x'.repeat(60)}….` },
    })
    const group = await cli.json('group', 'show', 'Berlin')
    expect(JSON.stringify(group.value)).toContain('It must begin with /: Berlin.')
  })
})

describe('a passphrase file', () => {
  it.each([
    ['in UTF-8 with its mark', Buffer.from(`\uFEFF${PASSPHRASE}\r\n`)],
    ['in UTF-16, as Windows PowerShell writes it', Buffer.from(`\uFEFF${PASSPHRASE}\r\n`, 'utf16le')],
    ['in UTF-16 the other way round', Buffer.from(`\uFEFF${PASSPHRASE}\n`, 'utf16le').swap16()],
  ])('may be %s', async (_what, bytes) => {
    const dataDir = cli.path('texts')
    await cli.run(['sync', '--data-dir', dataDir])
    writeFileSync(cli.path('p.txt'), bytes)
    const { exitCode, value } = await cli.json(
      'vault',
      'status',
      '--data-dir',
      dataDir,
      '--passphrase-file',
      cli.path('p.txt'),
    )
    expect([exitCode, value]).toMatchObject([0, { state: 'unlocked' }])
  })
})

it('the wrong passphrase of a backup is not called the one of the vault', async () => {
  writeFileSync(cli.path('backup.txt'), 'backup passphrase')
  writeFileSync(cli.path('other.txt'), 'other passphrase')
  const from = ['--backup-passphrase-file', cli.path('backup.txt')]
  expect(await cli.run(['vault', 'backup', cli.path('all.bak'), ...from])).toMatchObject({ exitCode: 0 })
  const { exitCode, value } = await cli.json(
    'vault',
    'restore',
    cli.path('all.bak'),
    '--backup-passphrase-file',
    cli.path('other.txt'),
  )
  expect([exitCode, JSON.stringify(value)]).toEqual([5, expect.stringContaining('check --backup-passphrase-file')])
})

it('an error of the product keeps its own hint', () => {
  expect(told(new AppError('bad-input', 'x', { facts: { hint: 'Do this.' } })).text).toContain('Do this.')
})
