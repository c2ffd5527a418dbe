import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { plainText, readTable } from '../../main/core/imports/index.ts'
import { createWriterOver } from '../../main/jobs/report-writer.ts'
import { openDb } from '../../main/db/open.ts'
import { DEVICE_COLUMNS } from '../../shared/model/device.ts'
import { PRESET_CONTENT, REPORT_PRESETS } from '../../shared/model/report-presets.ts'
import { DELIMITERS, STANDARD_FORMAT } from '../../shared/model/report.ts'
import { insertDevices } from '../fakes/device-store.ts'

const SOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].find(existsSync)
// Some twenty seconds: only at full length (`npm run test:soak`).
if (!SOFFICE) process.stderr.write('LibreOffice is not on this computer: what it makes of our files is not checked.\n')

const TEXTS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x.example","y")',
  "'=1",
  'Müller; GmbH, "Nord" | Süd',
  'two\nlines',
  '00123',
  '日本語 😀',
  '1,5',
  '7E+11',
]

function prepare() {
  const folder = mkdtempSync(join(tmpdir(), 'ade-libreoffice-'))
  const db = openDb(join(folder, 'store.db'))
  const devices = TEXTS.map((text, at) => ({
    serial: `C02XG${String(at).padStart(7, '0')}`,
    assetTag: text,
    user: text,
    friendlyName: text,
    atApple: 'present' as const,
  }))
  insertDevices(db, devices)
  return { folder, db }
}

/** Signs by which LibreOffice's filter names a delimiter: their codes. Every column is text, as a person would choose. */
function inputFilter(delimiter: string): string {
  const columns = DEVICE_COLUMNS.map((_, index) => `${index + 1}/2`).join('/')
  return `--infilter=CSV:${delimiter.charCodeAt(0)},34,76,1,${columns}`
}

/** Comma, quotes where needed, UTF-8, cells as they are stored. */
const OUTPUT = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false'

/** Files as LibreOffice has read them, written again by it. */
async function convert(folder: string, files: readonly string[], ...options: string[]): Promise<void> {
  const out = join(folder, 'read')
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const args = [profile, '--headless', ...options, '--convert-to', OUTPUT, '--outdir', out, ...files]
  const child = spawn(SOFFICE!, args, { stdio: 'ignore' })
  const [code] = (await once(child, 'close')) as [number | null]
  expect(code).toBe(0)
}

const cellsOf = async (path: string) => (await readTable([readFileSync(path)])).map(({ cells }) => cells)

test.skipIf(!SOFFICE || !process.env['SOAK'])(
  'LibreOffice opens every report with the same cells, and runs none of them',
  async () => {
    const { folder, db } = prepare()
    const write = createWriterOver(db)
    const context = { signal: new AbortController().signal, report() {} }
    for (const delimiter of DELIMITERS) {
      const files = []
      for (const name of REPORT_PRESETS) {
        const content = PRESET_CONTENT[name]
        const path = join(folder, `${name}-${delimiter.charCodeAt(0)}.csv`)
        const written = content.kind === 'credentials' ? { kind: content.kind, credentials: [] } : content
        await write({ content: written, path, format: { ...STANDARD_FORMAT, delimiter } }, context)
        files.push(path)
      }
      await convert(folder, files, inputFilter(delimiter))
      for (const path of files) {
        const [ours, theirs] = [await cellsOf(path), await cellsOf(join(folder, 'read', basename(path)))]
        expect(theirs).toEqual(ours)
      }
    }
    db.close()
  },
  300_000,
)

test.skipIf(!SOFFICE || !process.env['SOAK'])(
  'LibreOffice opens a workbook with the same texts, and runs none of them',
  async () => {
    const { folder, db } = prepare()
    const content = { ...PRESET_CONTENT.lifecycle, columns: ['serial', 'assetTag', 'user'] as const }
    if (content.kind !== 'devices') throw new Error('a report of devices')
    const path = join(folder, 'texts.xlsx')
    const wish = { content, path, format: STANDARD_FORMAT }
    await createWriterOver(db)(wish, { signal: new AbortController().signal, report() {} })
    await convert(folder, [path])
    const [, ...rows] = await cellsOf(join(folder, 'read', 'texts.csv'))
    expect(rows.map(([, assetTag]) => plainText(assetTag ?? ''))).toEqual(TEXTS)
    db.close()
  },
  120_000,
)
