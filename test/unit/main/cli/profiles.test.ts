import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSimulator, type Simulator } from '../../../../main/simulator/server.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'

let simulator: Simulator
let cli: ReturnType<typeof createCommandLine>

/** Blanks, an unknown key and the order of the keys are the file's own. */
const TEXT = `{ "url": "https://mdm.example.com/enroll",\n\t"profile_name" : "Berlin",   "skip_setup_items": ["Siri",  "TOS"],"x_new": [1, 2.50],"is_supervised":true }\n`

/** The simulator refuses keys that Apple does not document. */
const PUBLISHED = TEXT.replace('"x_new": [1, 2.50],', '')

beforeAll(async () => {
  simulator = await createSimulator({ devices: 20 })
  cli = createCommandLine({ ADE_DESK_PASSPHRASE: 'correct horse battery', ADE_DESK_APPLE_URL: simulator.url })
  const { value } = await cli.json('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'))
  writeFileSync(cli.path('hq.p7m'), simulator.issueToken(String(value['certificate'])))
  await cli.run(['token', 'import', cli.path('hq.p7m')])
  writeFileSync(cli.path('berlin.json'), TEXT)
})
afterAll(() => simulator.close())

describe('profile validate', () => {
  it('says what Apple would refuse, with exit code 2', async () => {
    writeFileSync(cli.path('bad.json'), '{"url":"https://mdm.example.com/","is_mdm_removable":false}')
    const { exitCode, value } = await cli.json('profile', 'validate', cli.path('bad.json'))
    expect([exitCode, value]).toMatchObject([
      2,
      {
        valid: false,
        errors: [
          { path: 'profile_name', code: 'CONFIG_NAME_REQUIRED' },
          { path: 'is_mdm_removable', code: 'FLAGS_INVALID' },
        ],
      },
    ])
  })

  it('takes a good profile, with warnings and advice apart', async () => {
    const { exitCode, value } = await cli.json('profile', 'validate', cli.path('berlin.json'))
    expect([exitCode, value]).toMatchObject([
      0,
      { valid: true, errors: [], warnings: [{ path: 'x_new' }], advice: [{ path: 'is_mdm_removable' }, {}] },
    ])
  })

  it('a file that is not there is told by its path', async () => {
    const { exitCode, value } = await cli.json('profile', 'validate', cli.path('absent.json'))
    expect([exitCode, value]).toMatchObject([2, { error: { code: 'file.unreadable' } }])
  })
})

describe('profile import, export, list, show', () => {
  it('keeps the text byte for byte', async () => {
    expect(await cli.json('profile', 'import', cli.path('berlin.json'))).toMatchObject({
      exitCode: 0,
      value: { created: true, profile: { name: 'Berlin', group: '/Global', draft: { x_new: [1, 2.5] }, versions: [] } },
    })
    await cli.run(['profile', 'export', 'berlin', '--out', cli.path('out.json')])
    expect(readFileSync(cli.path('out.json'), 'utf8')).toBe(TEXT)
  })

  it('keeps a byte order mark and other line ends too; bytes that are no text are refused', async () => {
    const marked = Buffer.from('\uFEFF{"profile_name":"Marked",\r\n"x":1.0}\r\n')
    writeFileSync(cli.path('marked.json'), marked)
    await cli.run(['profile', 'import', cli.path('marked.json'), '--name', 'Marked'])
    await cli.run(['profile', 'export', 'Marked', '--out', cli.path('marked-out.json')])
    expect(readFileSync(cli.path('marked-out.json'))).toEqual(marked)
    writeFileSync(cli.path('bytes.json'), Buffer.from([0x7b, 0xff, 0x7d]))
    expect(await cli.json('profile', 'import', cli.path('bytes.json'))).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'profile.not-json' } },
    })
  })

  it('a second file of the same name is the next draft', async () => {
    expect(await cli.json('profile', 'import', cli.path('berlin.json'))).toMatchObject({ value: { created: false } })
    const { value } = await cli.json('profile', 'list')
    expect((value['profiles'] as { name: string }[]).filter(({ name }) => name === 'Berlin')).toHaveLength(1)
  })

  it('what is no object is refused and changes nothing', async () => {
    writeFileSync(cli.path('list.json'), '[]')
    expect(await cli.json('profile', 'import', cli.path('list.json'), '--name', 'Berlin')).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'profile.not-json' } },
    })
    expect(await cli.json('profile', 'show', 'Berlin')).toMatchObject({
      value: { profile: { draft: { profile_name: 'Berlin' } } },
    })
  })

  it('an unknown profile and an unknown group are told', async () => {
    expect(await cli.json('profile', 'show', 'Nowhere')).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'profile.not-found' } },
    })
    expect(await cli.json('profile', 'import', cli.path('berlin.json'), '--group', '/Global/X')).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'group.not-found' } },
    })
  })
})

describe('profile publish, verify, diff, default', () => {
  it('a refusal of Apple is told with its own word, and leaves no version', async () => {
    expect(await cli.json('profile', 'publish', 'Berlin', '--token', 'HQ')).toMatchObject({
      exitCode: 3,
      value: { error: { code: 'ade.refused', message: expect.stringContaining('MALFORMED_REQUEST_BODY') } },
    })
    expect(await cli.json('profile', 'show', 'Berlin')).toMatchObject({ value: { profile: { versions: [] } } })
  })

  it('defines the draft and keeps what was sent as a version', async () => {
    writeFileSync(cli.path('berlin.json'), PUBLISHED)
    await cli.run(['profile', 'import', cli.path('berlin.json')])
    const { exitCode, value } = await cli.json('profile', 'publish', 'Berlin', '--token', 'HQ')
    expect([exitCode, value]).toMatchObject([
      0,
      {
        profile: {
          isEdited: false,
          versions: [{ version: 1, token: 'HQ', state: 'published', deviceCount: 0, appVersion: expect.any(String) }],
        },
      },
    ])
    expect((value['published'] as { profileUuid: string }).profileUuid).toMatch(/^[0-9A-F]{32}$/)
  })

  it('a draft that Apple would refuse is not sent', async () => {
    writeFileSync(cli.path('wrong.json'), '{"profile_name":"Wrong","url":""}')
    await cli.run(['profile', 'import', cli.path('wrong.json')])
    expect(await cli.json('profile', 'publish', 'Wrong', '--token', 'HQ')).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'profile.invalid', message: expect.stringContaining('CONFIG_URL_INVALID') } },
    })
    expect(await cli.json('profile', 'show', 'Wrong')).toMatchObject({ value: { profile: { versions: [] } } })
  })

  it('a definition whose answer never came is not repeated without being told to', async () => {
    simulator.script({ post_profile_responses: [{ response: { status: 500, isAfterChange: true } }] })
    expect(await cli.json('profile', 'publish', 'Berlin', '--token', 'HQ')).toMatchObject({
      exitCode: 3,
      value: { error: { code: 'ade.outcome-unknown' } },
    })
    expect(await cli.json('profile', 'publish', 'Berlin', '--token', 'HQ')).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'profile.unsure' } },
    })
    expect(await cli.json('profile', 'publish', 'Berlin', '--token', 'HQ', '--again')).toMatchObject({
      exitCode: 0,
      value: {
        published: { version: 3 },
        profile: { versions: [{ version: 3 }, { state: 'unknown' }, { version: 1 }] },
      },
    })
  })

  it('what differs between the draft and a version is told member by member', async () => {
    writeFileSync(
      cli.path('next.json'),
      PUBLISHED.replace('"TOS"', '"TOS", "Privacy"').replace('}', ',"department":"IT"}'),
    )
    await cli.run(['profile', 'import', cli.path('next.json')])
    expect(await cli.json('profile', 'diff', 'Berlin', '1', '0')).toMatchObject({
      exitCode: 0,
      value: {
        profile: { name: 'Berlin', versions: [{ version: 3 }, { version: 2 }, { version: 1 }] },
        differences: [
          { path: 'skip_setup_items', before: ['Siri', 'TOS'], after: ['Siri', 'TOS', 'Privacy'] },
          { path: 'department', before: null, after: 'IT' },
        ],
        deviceCount: 0,
      },
    })
    expect(await cli.json('profile', 'diff', 'Berlin', '9', '0')).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'profile.version-not-found' } },
    })
  })

  it('versions that Apple no longer knows are gone', async () => {
    simulator.service.forgetProfiles()
    expect(await cli.json('profile', 'verify', 'Berlin')).toMatchObject({
      exitCode: 0,
      value: { profile: { versions: [{ state: 'gone' }, { state: 'unknown' }, { state: 'gone' }] } },
    })
  })

  it('the default of a token is set, shown, protected and taken away', async () => {
    expect(await cli.json('profile', 'default', 'Berlin', '--token', 'HQ')).toMatchObject({
      value: { profile: { defaultOf: ['HQ'] } },
    })
    expect(await cli.json('profile', 'remove', 'Berlin', '--yes')).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'profile.in-use' } },
    })
    await cli.run(['profile', 'default', 'none', '--token', 'HQ'])
    expect(await cli.json('profile', 'remove', 'Berlin')).toMatchObject({ exitCode: 2 })
    expect(await cli.json('profile', 'remove', 'Berlin', '--yes')).toMatchObject({ exitCode: 0 })
    expect(await cli.json('profile', 'show', 'Berlin')).toMatchObject({ exitCode: 2 })
  })
})
