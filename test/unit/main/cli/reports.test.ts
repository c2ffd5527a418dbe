import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Core } from '../../../../main/core/core.ts'
import { plainText, readTable } from '../../../../main/core/imports/index.ts'
import { createSimulator, type Simulator } from '../../../../main/simulator/server.ts'
import { REPORT_PRESETS } from '../../../../shared/model/report-presets.ts'
import { STANDARD_FORMAT } from '../../../../shared/model/report.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'

let simulator: Simulator
let cli: ReturnType<typeof createCommandLine>
/** Done with the core of the next command, as a window would. */
let meanwhile: ((core: Core) => unknown) | undefined
const context = { signal: new AbortController().signal, report() {} }

beforeAll(async () => {
  simulator = await createSimulator({ devices: 60 })
  const env = { ADE_DESK_PASSPHRASE: 'correct horse battery', ADE_DESK_APPLE_URL: simulator.url }
  cli = createCommandLine(env, (core) => {
    meanwhile?.(core)
    meanwhile = undefined
    return core
  })
  const { value } = await cli.json('token', 'keygen', '--name', 'HQ', '--out', cli.path('hq.pem'))
  writeFileSync(cli.path('hq.p7m'), simulator.issueToken(String(value['certificate'])))
  await cli.run(['token', 'import', cli.path('hq.p7m')])
  await cli.run(['sync'])
  const [first] = simulator.service.listDevices()
  simulator.service.releaseSilently(first!.serial_number)
  await cli.run(['sync', '--full'])
}, 60_000)
afterAll(() => simulator.close())

async function readBack(path: string) {
  const rows = await readTable([readFileSync(path)])
  return rows.map(({ cells }) => cells.map(plainText))
}

/** Writes it and reads it back: what the command answered, titles, rows. */
async function report(name: string, file: string, ...options: string[]) {
  const answer = await cli.json('report', name, '--out', cli.path(file), ...options)
  const [titles = [], ...rows] = await readBack(cli.path(file))
  return { ...answer, titles, rows }
}

describe('report', () => {
  it.each([...REPORT_PRESETS])(
    '%s answers with its name, its rows and its file, as CSV and as a workbook',
    async (name) => {
      for (const extension of ['csv', 'xlsx']) {
        const file = `${name}.${extension}`
        const { exitCode, value, titles, rows } = await report(name, file)
        expect([exitCode, value]).toEqual([0, { report: name, rows: rows.length, file: cli.path(file) }])
        expect(new Set(titles).size).toBe(titles.length)
      }
    },
  )

  it('takes the devices it is named after', async () => {
    const counts: Record<string, number> = {}
    for (const name of ['lifecycle', 'inventory', 'gone', 'unassigned', 'assignment-failures']) {
      counts[name] = (await report(name, `${name}.csv`)).rows.length
    }
    const of = async (...filter: string[]) => (await cli.json('device', 'list', ...filter)).value['total'] as number
    const present = await of('--at-apple', 'present')
    const withProfile =
      (await of('--at-apple', 'present', '--profile-status', 'assigned')) +
      (await of('--at-apple', 'present', '--profile-status', 'pushed'))
    const failed = await Promise.all(
      ['failed', 'throttled', 'not-accessible'].map((state) => of('--assignment', state)),
    )
    expect(counts).toEqual({
      lifecycle: await of(),
      inventory: present,
      gone: 1,
      unassigned: present - withProfile,
      'assignment-failures': failed.reduce((sum, count) => sum + count, 0),
    })
    expect(present - withProfile).toBeGreaterThan(0)
  })

  it('lists the presets and own reports by name', async () => {
    meanwhile = ({ handlers }) =>
      handlers.reports.save(
        {
          name: 'Berlin iPads',
          columns: ['serial', 'family', 'lastSeenAt'],
          filter: { atApple: 'present' },
          sort: { column: 'serial', direction: 'desc' },
          format: { ...STANDARD_FORMAT, delimiter: ';', bom: false, dates: 'locale', locale: 'de-DE' },
          fileType: 'csv',
        },
        context,
      )
    const { value } = await cli.json('report', 'list')
    expect(value).toMatchObject({ report: 'list', file: null })
    const names = (value['reports'] as { readonly name: string; readonly kind: string }[]).map(({ name, kind }) => [
      name,
      kind,
    ])
    expect(names).toEqual([...REPORT_PRESETS.map((name) => [name, 'preset']), ['Berlin iPads', 'own']])

    const { value: told, titles, rows } = await report('berlin ipads', 'own.csv')
    expect(told).toEqual({ report: 'Berlin iPads', rows: 59, file: cli.path('own.csv') })
    expect(titles).toEqual(['Serial Number', 'Device Family', 'Last Seen'])
    const serials = rows.map(([serial]) => serial)
    expect(serials).toEqual(serials.toSorted().toReversed())
    const text = readFileSync(cli.path('own.csv'), 'utf8')
    expect(text.split('\r\n')[1]).toMatch(/^\w+;\w+;\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d$/)
  })

  it('writes a workbook with times that are times', async () => {
    const { titles, rows } = await report('lifecycle', 'times.xlsx')
    const place = titles.indexOf('First Seen')
    expect(rows[0]![place]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/)
  })

  it('takes a delimiter, no mark and dates of a language for one time', async () => {
    await report('gone', 'gone.csv', '--delimiter', 'tab', '--no-bom', '--dates', 'locale', '--locale', 'en-US')
    const [titles, row] = readFileSync(cli.path('gone.csv'), 'utf8').split('\r\n')
    expect(titles).toMatch(/^Serial Number\tModel\t/)
    expect(row).toMatch(/\t\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d\t/)
  })

  it('refuses an unknown report, a missing file and a folder that is not there, and leaves no file', async () => {
    const unknown = await cli.json('report', 'nonsense', '--out', cli.path('n.csv'))
    expect(unknown).toMatchObject({ exitCode: 2, value: { error: { code: 'report.not-found' } } })
    expect(existsSync(cli.path('n.csv'))).toBe(false)
    expect((await cli.run(['report', 'gone', '--json'])).exitCode).toBe(2)
    const nowhere = await cli.json('report', 'gone', '--out', cli.path('no/where.csv'))
    expect(nowhere).toMatchObject({ exitCode: 2, value: { error: { code: 'file.unwritable' } } })
  })
})
