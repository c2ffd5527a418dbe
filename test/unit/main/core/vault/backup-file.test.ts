import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBackup, sealBackup } from '../../../../../main/core/vault/backup-file.ts'
import { sealBox } from '../../../../../main/core/vault/key-box.ts'
import { systemRandom } from '../../../../../main/ports/random.ts'
import { BACKUP_VERSION, type Backup } from '../../../../../shared/model/backup.ts'
import type { GroupId, KeyId, SecretId, TokenId } from '../../../../../shared/model/ids.ts'
import { BACKUP_PASSPHRASE, everything, useFolder } from './backup-fixture.ts'
import { CHEAP, flip, OTHER, outcome, setUpVault } from './fixture.ts'

const at = useFolder()
const CONTEXT = 'ade-desk backup'
const tools = { random: systemRandom, cost: CHEAP }
const createdAt = 1

const backup: Backup = {
  version: BACKUP_VERSION,
  madeAt: 5,
  secrets: [
    { id: 'key' as SecretId, kind: 'token-key', value: 'AAEC', createdAt },
    { id: 'credentials' as SecretId, kind: 'token-credentials', value: 'AwQF', createdAt },
  ],
  groups: [
    { id: 'berlin' as GroupId, parentId: 'global' as GroupId, name: 'B', type: 'Region', groupId: null, createdAt },
  ],
  keyPairs: [
    {
      id: 'pair' as KeyId,
      name: 'Pair',
      group: 'global' as GroupId,
      state: 'current',
      certificate: null,
      createdAt,
      fingerprintSha256: 'ab',
      issuerDer: null,
      serialNumber: null,
      privateKeySecretId: 'key' as SecretId,
    },
  ],
  tokens: [
    {
      id: 'token' as TokenId,
      name: 'Token',
      group: 'global' as GroupId,
      keyId: 'pair' as KeyId,
      createdAt,
      credentialsSecretId: 'credentials' as SecretId,
      consumerKeyHint: 'CK',
      serverName: null,
      serverUuid: null,
      orgName: null,
      adminId: null,
      account: null,
      expiresAt: 9,
      state: 'ok',
      stateSinceAt: 2,
      intervalMinutes: null,
    },
  ],
  settings: [{ name: 'language', value: '"de"' }],
}

const file = await sealBackup(backup, BACKUP_PASSPHRASE, tools)
const open = (bytes: Uint8Array) => outcome(() => openBackup(bytes, BACKUP_PASSPHRASE))

/** A file that is genuine in everything but its content. */
function sealContent(content: string): Promise<Uint8Array> {
  const key = { kind: 'passphrase', passphrase: BACKUP_PASSPHRASE } as const
  return sealBox(Buffer.from(content), key, { ...tools, context: CONTEXT })
}

function withNewDigest(changed: Buffer): Buffer {
  const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  const body = changed.subarray(0, -32)
  return Buffer.concat([body, sha256(sha256(Buffer.from(CONTEXT)), body)])
}

describe('a backup file', () => {
  it('opens to what was backed up', async () => {
    expect(await openBackup(file, BACKUP_PASSPHRASE)).toEqual(backup)
  })

  it('is damaged when cut off at any length', async () => {
    for (let length = 0; length < file.length; length++) {
      expect(await open(file.subarray(0, length))).toBe('backup.damaged')
    }
  })

  it('is damaged with any byte changed', async () => {
    for (let position = 0; position < file.length; position++) {
      expect(await open(flip(file, position, 1 << (position & 7)))).toBe('backup.damaged')
    }
  })

  it('never opens after random mutation, even by one who writes a new digest', async () => {
    const mutation = fc.array(fc.record({ position: fc.nat(file.length - 33), byte: fc.nat(255) }), {
      minLength: 1,
      maxLength: 8,
    })
    const refusals = ['backup.damaged', 'backup.from-future', 'vault.wrong-passphrase']
    await fc.assert(
      fc.asyncProperty(mutation, async (changes) => {
        const mutated = Buffer.from(file)
        for (const { position, byte } of changes) mutated[position] = byte
        if (mutated.equals(file)) return
        expect(await open(mutated)).toBe('backup.damaged')
        expect(refusals).toContain(await open(withNewDigest(mutated)))
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) },
    )
  })

  it('is refused when it is random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await open(Buffer.concat([Buffer.from('ADEV'), bytes]))).toBe('backup.damaged')
      }),
      { numRuns: 200 },
    )
  })

  it('of a newer version is from the future, in its format or in its content', async () => {
    expect(await open(withNewDigest(flip(file, 4, 1 ^ 2)))).toBe('backup.from-future')
    expect(await open(await sealContent('{"version":3,"other":1}'))).toBe('backup.from-future')
  })

  it('cannot ask for gigabytes or hours of scrypt', async () => {
    const greedy = Buffer.from(file)
    greedy.set([30, 255, 255], 6)
    expect(await open(withNewDigest(greedy))).toBe('backup.damaged')
  })

  it('that could not be restored is not written', async () => {
    const strange = { ...backup, settings: [{ name: 'language', value: 'not JSON' }] }
    await expect(sealBackup(strange, BACKUP_PASSPHRASE, tools)).rejects.toThrow()
  })
})

/** Content nobody but the owner of the passphrase can write: refused all the same, whole, when it is not what it should be. */
describe('a genuine file with strange content', () => {
  const [secret, group, keyPair, token] = [
    backup.secrets[0]!,
    backup.groups[0]!,
    backup.keyPairs[0]!,
    backup.tokens[0]!,
  ]
  const version = {
    ...{ version: 1, token: 'token', body: '{}', state: 'published', profileUuid: null, publishedAt: 1 },
    ...{ appVersion: '1', checkedAt: null },
  }
  const profile = {
    ...{ id: 'p', name: 'P', group: 'berlin', draft: '{}', console: '{}', notes: '', createdAt: 1, updatedAt: 1 },
    versions: [version],
  }
  const open1 = { id: 'r1', factor: 'single', length: 8, secretId: null, issuedAt: 1, endedAt: null, endedBy: null }
  const open2 = { ...open1, id: 'r2' }
  const device = { serial: 'C01', tokenStatus: 'none', tokenStatusAt: null, tokens: [open1] }
  const schedule = { id: 's', report: 'gone', path: 'a.csv', weekday: null, minuteOfDay: 5, keep: 1, nextAt: null }
  const work = {
    ...{ profiles: [profile], defaultProfiles: [{ token: 'token', profile: 'p' }], registrations: [device] },
    ...{ movedDevices: [{ group: 'berlin', serials: 'C01 C02' }], reportSchedules: [schedule] },
  }
  const strange: readonly (readonly [string, unknown])[] = [
    ['no JSON', undefined],
    ['null', null],
    ['a list', []],
    ['nothing', {}],
    ['no version', { ...backup, version: undefined }],
    ['an older version than the first', { ...backup, version: 0 }],
    ['an unknown member', { ...backup, more: 1 }],
    ['a secret that is not base64', { ...backup, secrets: [{ ...secret, value: '*' }] }],
    ['a secret with an endless id', { ...backup, secrets: [{ ...secret, id: 'x'.repeat(65) }] }],
    ['a setting that is not JSON', { ...backup, settings: [{ name: 'a', value: '{' }] }],
    ['a token in an unknown state', { ...backup, tokens: [{ ...token, state: 'fine' }] }],
    ['a key pair in an unknown state', { ...backup, keyPairs: [{ ...keyPair, state: 'fine' }] }],
    ['a key pair without its secret', { ...backup, secrets: [backup.secrets[1]] }],
    ['a token without its secret', { ...backup, secrets: [backup.secrets[0]] }],
    ['a token without its key pair', { ...backup, keyPairs: [] }],
    ['a token in no group', { ...backup, tokens: [{ ...token, group: 'nowhere' }] }],
    ['a key pair in no group', { ...backup, keyPairs: [{ ...keyPair, group: 'nowhere' }] }],
    ['a profile in no group', { ...backup, profiles: [{ ...profile, group: 'nowhere' }] }],
    ['a definition on no token', { ...backup, profiles: [{ ...profile, versions: [{ ...version, token: 'none' }] }] }],
    ['a default that is no profile', { ...backup, defaultProfiles: [{ token: 'token', profile: 'none' }] }],
    ['a device moved to no group', { ...backup, movedDevices: [{ group: 'nowhere', serials: 'C01' }] }],
    ['devices without serial numbers', { ...backup, movedDevices: [{ group: 'berlin', serials: 'C01  C02' }] }],
    ['two open registration tokens', { ...backup, registrations: [{ ...device, tokens: [open1, open2] }] }],
    ['an end without its kind', { ...backup, registrations: [{ ...device, tokens: [{ ...open1, endedAt: 5 }] }] }],
    ['a schedule at no time', { ...backup, reportSchedules: [{ ...schedule, minuteOfDay: 1440 }] }],
    ['a group under no group', { ...backup, groups: [{ ...group, parentId: 'nowhere' }] }],
    ['a group under itself', { ...backup, groups: [{ ...group, parentId: group.id }] }],
  ]
  const here = [{ ...group, id: 'global', parentId: null, name: 'Global' }]

  it('is restored when nothing is strange about it', async () => {
    const path = at('fine')
    writeFileSync(path, await sealContent(JSON.stringify({ ...backup, ...work, groups: [...here, ...backup.groups] })))
    const { vault } = setUpVault()
    const input = { path, backupPassphrase: BACKUP_PASSPHRASE, passphrase: OTHER }
    expect(await outcome(() => vault.restore(input))).toBe('opened')
  })

  it.each(strange)('(%s) changes nothing', async (name, content) => {
    const path = at(name.replaceAll(' ', '-'))
    const groups = (content as Partial<Backup> | null | undefined)?.groups
    const complete = groups ? { ...(content as object), groups: [...here, ...groups] } : content
    writeFileSync(path, await sealContent(JSON.stringify(complete) ?? '{"version":'))
    const { db, vault } = setUpVault()
    const before = everything(db)
    const input = { path, backupPassphrase: BACKUP_PASSPHRASE, passphrase: OTHER }
    expect(await outcome(() => vault.restore(input))).toBe('backup.damaged')
    expect([everything(db), vault.isUnlocked()]).toEqual([before, false])
  })
})
