/**
 * One process that writes one report of all devices, for tests that kill it: `node report-runner.ts DB FILE`. Prints
 * `begun` with the first rows.
 */
import { createWriterOver } from '../../main/jobs/report-writer.ts'
import { openDb } from '../../main/db/open.ts'
import { PRESET_CONTENT } from '../../shared/model/report-presets.ts'
import { STANDARD_FORMAT } from '../../shared/model/report.ts'

const [dbPath, path] = process.argv.slice(2) as [string, string] // given by report-kills.test.ts
const db = openDb(dbPath)
const { lifecycle } = PRESET_CONTENT
if (lifecycle.kind !== 'devices') throw new Error('the report of all devices is one of devices')
let hasBegun = false
const rows = await createWriterOver(db)(
  { content: lifecycle, path, format: STANDARD_FORMAT },
  {
    signal: new AbortController().signal,
    report() {
      if (!hasBegun) process.stdout.write('begun\n')
      hasBegun = true
    },
  },
)
process.stdout.write(String(rows))
db.close()
