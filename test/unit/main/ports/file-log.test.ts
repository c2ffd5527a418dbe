import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../../main/ports/clock.ts'
import { createFileLog } from '../../../../main/ports/file-log.ts'
import { readLastLines } from '../../../../main/ports/log-files.ts'
import type { LogFields } from '../../../../main/ports/log.ts'
import { Secret } from '../../../../shared/secret.ts'

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'ade-desk-log-'))
}

describe('the log file', () => {
  it('holds one redacted JSON object per line, readable by its owner only', () => {
    const path = join(folder(), 'logs', 'ade-desk.log')
    createFileLog(path, { ...systemClock, now: () => 0 }).info('sync.done', { consumer_secret: 'x', pages: 2 })
    expect(readFileSync(path, 'utf8')).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","level":"info","event":"sync.done","consumer_secret":"[secret]","pages":2}\n',
    )
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('leaves out what is below its level', () => {
    const path = join(folder(), 'ade-desk.log')
    const log = createFileLog(path, systemClock, { lowest: 'warn' })
    log.info('quiet', {})
    log.warn('loud', {})
    expect(readFileSync(path, 'utf8')).toContain('loud')
    expect(readFileSync(path, 'utf8')).not.toContain('quiet')
  })

  it('never grows over its bound: a new file is begun when one is full, and three older ones are kept', () => {
    const dir = folder()
    const log = createFileLog(join(dir, 'ade-desk.log'), systemClock, { maxBytes: 10_000 })
    const text = 'x'.repeat(900)
    for (let n = 0; n < 200; n++) log.info('fill', { n, text })
    expect(readdirSync(dir).toSorted()).toEqual(['ade-desk.log', 'ade-desk.log.1', 'ade-desk.log.2', 'ade-desk.log.3'])
    for (const name of readdirSync(dir)) {
      const { size, mode } = statSync(join(dir, name))
      expect(size).toBeLessThan(11_100)
      if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600)
    }
    expect(readFileSync(join(dir, 'ade-desk.log'), 'utf8')).toContain('"n":199')
  })

  it('goes on in the file of the last run, and counts what is in it', () => {
    const path = join(folder(), 'ade-desk.log')
    createFileLog(path, systemClock, { maxBytes: 50 }).info('first run', { text: 'x'.repeat(60) })
    createFileLog(path, systemClock, { maxBytes: 50 }).info('second run', {})
    expect(readFileSync(`${path}.1`, 'utf8')).toContain('first run')
    expect(readFileSync(path, 'utf8')).toContain('second run')
  })

  it('does not stop the work when it cannot be written', () => {
    const path = join(folder(), 'logs', 'ade-desk.log')
    const log = createFileLog(path, systemClock)
    rmSync(dirname(path), { recursive: true })
    writeFileSync(dirname(path), 'a file where the folder was')
    expect(() => log.error('lost', {})).not.toThrow()
  })
})

/** Each as it really occurs, in every place a line could carry it. */
const KNOWN = [
  'CK_48dd68d198350f51258e885ce9a5c37ab7f98543c4a697323d75682a6c10a32501cb247e3db08105db868f73f2c972bdb6ae77112aea803b9219eb52689d42e6',
  'CS_34c7b2b531a600d99a0e4edcf4a78ded79b86ef318118c2f5bcfee1b011108c32d5302df801adbe29d446eb78f02b13144e323eb9aad51c79f01e50cb45c3a68',
  'AT_O15767534e15f0fd1f0dcd2c2d3dd1b3f3d8b5a7',
  'AS_c31afd7a09691d83548489336e8ff1cb11b82b6bca13f793344496a556b1f4972eaff4dde6deb5ac9cf076fdfa97ec97699c34d515947b9cf9ed31c99dded6ba',
  '87a235815b8d6661ac73329f75815b8d6661ac73329f75815b8d6661ac73329f',
  'four quiet words today',
  'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj',
  'MDowOjE2NjA3OTE1MjU5ODc6MTY2MDc5MTUyNTk4Nzp0cnVlOjE2NjA3OTE1MjU5ODc',
]
const [consumerKey, consumerSecret, accessToken, accessSecret, session, passphrase, keyBody, cursor] = KNOWN as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]
const pem = `-----BEGIN PRIVATE KEY-----\n${keyBody}\n-----END PRIVATE KEY-----`

describe('a known secret', () => {
  it.each<readonly [string, LogFields]>([
    ['as a Secret', { a: new Secret(session), b: [new Secret(passphrase)] }],
    ['as members of a token', { consumer_key: consumerKey, consumerSecret, access_token: accessToken, accessSecret }],
    [
      'as headers',
      { headers: { Authorization: `OAuth x="${session}"`, 'X-ADM-Auth-Session': session, cookie: session } },
    ],
    [
      'as headers in a text',
      { text: `GET /\r\nX-ADM-Auth-Session: ${session}\r\nAuthorization: OAuth ${session}\r\n\r\n` },
    ],
    ['as a session answer in a text', { body: JSON.stringify({ auth_session_token: session }) }],
    ['as a session answer quoted twice', { body: JSON.stringify(JSON.stringify({ auth_session_token: session })) }],
    [
      'as OAuth in a text',
      { text: `oauth_token="${accessToken}", oauth_signature="${session}", oauth_nonce=${session}` },
    ],
    ['as a bearer', { text: `sent Bearer ${session} to the proxy` }],
    ['as a passphrase', { passphrase, vault: { newPassphrase: passphrase, recovery_code: passphrase } }],
    ['as a passphrase in a text', { text: `{"passphrase":"${passphrase}"}` }],
    ['as a private key', { text: pem, nested: { deeper: [pem] } }],
    ['as a private key in JSON', { text: JSON.stringify({ key: pem }) }],
    ['as bytes', { bytes: new TextEncoder().encode(pem) }],
    ['in an error and its cause', { error: new Error(pem, { cause: new Error(`refused ${consumerSecret}`) }) }],
    ['as the name of a member', { [accessSecret]: 1 }],
    ['as a cursor', { cursor, sync: { nextCursor: cursor }, text: `?cursor=${cursor}` }],
    ['across the cut of a long text', { text: `${'x'.repeat(3990)} ${consumerSecret}` }],
    ['as the password of a proxy', { proxy: `http://user:${session}@proxy.example:8080/` }],
  ])('%s is in no line', (_how, fields) => {
    const path = join(folder(), 'ade-desk.log')
    createFileLog(path, systemClock).error('something', fields)
    const line = readFileSync(path, 'utf8')
    expect(() => JSON.parse(line) as unknown).not.toThrow()
    // Also no part of one that somebody could go on from.
    for (const secret of KNOWN) expect(line).not.toContain(secret.slice(0, 14))
  })
})

describe('the last lines', () => {
  it('are read over the rotated files, oldest first', async () => {
    const path = join(folder(), 'ade-desk.log')
    writeFileSync(`${path}.1`, 'a\nb\n')
    writeFileSync(path, 'c\nd\n')
    expect(await readLastLines(path, { maxLines: 3 })).toEqual(['b', 'c', 'd'])
    expect(await readLastLines(path, { maxLines: 10 })).toEqual(['a', 'b', 'c', 'd'])
  })

  it('are whole lines, and none where there is no log', async () => {
    const path = join(folder(), 'ade-desk.log')
    expect(await readLastLines(path, { maxLines: 3 })).toEqual([])
    writeFileSync(path, `${'x'.repeat(50)}\nlast\n`)
    expect(await readLastLines(path, { maxLines: 3, maxBytes: 20 })).toEqual(['last'])
  })
})
