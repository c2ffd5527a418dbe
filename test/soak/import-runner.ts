/**
 * One process that imports one file, for tests that kill it: `node import-runner.ts DB FILE`. Prints `staged` or
 * `applying` when it gets there, and the counts at the end.
 */
import { createImporter } from '../../main/core/imports/index.ts'
import { openDb } from '../../main/db/open.ts'
import { openByteSource } from '../../main/ports/byte-source.ts'
import { systemClock } from '../../main/ports/clock.ts'
import { systemIdentity } from '../../main/ports/process-identity.ts'

const [dbPath, path] = process.argv.slice(2) as [string, string] // given by import-kills.test.ts
const db = openDb(dbPath)
const importer = createImporter({ db, openByteSource, clock: systemClock, identity: systemIdentity })
let told = ''
const { counts } = await importer.run(
  { id: `import-${process.pid}`, path },
  {
    signal: new AbortController().signal,
    report({ phase }) {
      if (phase !== told) process.stdout.write(`${phase}\n`)
      told = phase
    },
  },
)
process.stdout.write(JSON.stringify(counts))
db.close()
