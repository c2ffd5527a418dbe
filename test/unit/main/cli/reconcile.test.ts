import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSimulator, type Simulator } from '../../../../main/simulator/server.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'

let simulator: Simulator
let cli: ReturnType<typeof createCommandLine>
let serials: string[]

beforeAll(async () => {
  simulator = await createSimulator({ devices: 12 })
  serials = Array.from(simulator.service.listDevices(), (row) => row.serial_number)
  cli = createCommandLine({ ADE_DESK_PASSPHRASE: 'correct horse battery', ADE_DESK_APPLE_URL: simulator.url })
  const { value } = await cli.json('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'))
  writeFileSync(cli.path('hq.p7m'), simulator.issueToken(String(value['certificate'])))
  await cli.run(['token', 'import', cli.path('hq.p7m')])
  await cli.run(['sync'])
}, 60_000)
afterAll(() => simulator.close())

type Told = {
  readonly serial: string | null
  readonly verdict: string
  readonly cause: string
  readonly remedy: string
}

function write(name: string, text: string): string {
  writeFileSync(cli.path(name), text)
  return cli.path(name)
}

const told = (value: Record<string, unknown>) =>
  (value['rows'] as readonly Told[])
    .filter(({ verdict }) => verdict !== 'both')
    .map(({ serial, verdict, cause }) => [serial, verdict, cause])

describe('reconcile', () => {
  it('answers with exactly the counts, and a row for every serial number and every row that is none', async () => {
    const portal = write('portal.csv', 'Serial Number,Status\nDMPX0000001A,ASSIGNED\ndmpx0000002b,ASSIGNED\n7E+11,\n')
    const console = write(
      'console.csv',
      'Serial Number;Status\nDMPX0000001A;UNASSIGNED\nDMPX0000001A;x\nH1KZZZZ0006F;\n',
    )
    const { exitCode, value } = await cli.json('reconcile', '--portal', portal, '--console', console, '--offline')
    expect([exitCode, value]).toMatchObject([
      0,
      {
        portal: { rows: 3, accepted: 1, repaired: 1, rejected: 1 },
        console: { rows: 3, accepted: 3, repaired: 0, rejected: 0 },
        both: 1,
        portalOnly: 1,
        consoleOnly: 1,
        mismatched: 1,
        duplicates: 1,
      },
    ])
    expect(value['rows']).toMatchObject([
      { serial: 'DMPX0000001A', verdict: 'mismatched', cause: 'status-differs', remedy: 'check-status' },
      { serial: 'DMPX0000002B', verdict: 'portal-only', cause: 'unknown-ask-apple', remedy: 'ask-apple' },
      { serial: 'H1KZZZZ0006F', verdict: 'console-only', cause: 'unknown-ask-apple', remedy: 'ask-apple' },
      { serial: 'DMPX0000001A', verdict: 'duplicate', cause: 'listed-twice', remedy: 'remove-line' },
      { serial: '7E+11', verdict: 'invalid', cause: 'damaged-serial', remedy: 'repair-cell' },
    ])
  })

  it('compares with the records, asks Apple about what they do not tell, and writes every row', async () => {
    const [kept, left, narrow] = serials
    simulator.service.releaseSilently(left!)
    const portal = write(
      'list.csv',
      `Serial Number\n${serials.filter((s) => s !== left && s !== narrow).join('\n')}\nF9OXXXX0004D\n`,
    )
    const out = cli.path('rows.csv')
    const { exitCode, value } = await cli.json('reconcile', '--portal', portal, '--out', out)
    expect([exitCode, value]).toMatchObject([0, { both: 10, mismatched: 0, portalOnly: 1, consoleOnly: 2 }])
    const found = [
      ['F9OXXXX0004D', 'portal-only', 'other-server'],
      [left, 'console-only', 'released'],
      [narrow, 'console-only', 'file-incomplete'],
    ]
    expect(new Set(told(value).map(String))).toEqual(new Set(found.map(String)))
    expect(value['rows']).toContainEqual(expect.objectContaining({ serial: kept, verdict: 'both', cause: null }))
    expect(readFileSync(out, 'utf8').split('\r\n')).toHaveLength(13 + 2)
  })

  it('knows after a sync who has left, and asks nobody', async () => {
    simulator.service.removeDevice(serials[4]!)
    await cli.run(['sync'])
    const before = simulator.log().length
    const portal = write('list.csv', serials.filter((serial) => serial !== serials[4]).join('\n'))
    const { value } = await cli.json('reconcile', '--portal', portal)
    expect(told(value)).toContainEqual([serials[4], 'console-only', 'released'])
    expect(simulator.log()).toHaveLength(before)
  })

  it('that Apple cannot be asked is said, and no failure', async () => {
    const portal = write('list.csv', 'Serial Number\nF9OXXXX0004D\n')
    const answer = await cli.run(['reconcile', '--portal', portal, '--apple-url', 'http://127.0.0.1:1'])
    expect([answer.exitCode, answer.err]).toEqual([0, expect.stringMatching(/Apple could not be asked \(net\./)])
    expect(answer.out).toMatch(/The portal has \d+ devices fewer than the console/)
    expect(answer.out).toMatch(/F9OXXXX0004D +portal-only +unknown-ask-apple +ask-apple/)
  })

  it.each([
    ['a missing file', 'none.csv', undefined, 'file.unreadable'],
    ['a file without serial numbers', 'colours.csv', 'Colour,Size\nred,large\n', 'import.no-serial-column'],
  ])('refuses %s with 2', async (_what, name, text, code) => {
    const path = text === undefined ? cli.path(name) : write(name, text)
    expect(await cli.json('reconcile', '--portal', path)).toMatchObject({ exitCode: 2, value: { error: { code } } })
  })
})
