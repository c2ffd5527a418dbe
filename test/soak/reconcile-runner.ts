/** The process that is killed: reconciles two files into a store, again and again, telling when each begins and ends. */
import { createReconciliationMaker } from '../../main/core/reconcile/index.ts'
import { openDb } from '../../main/db/open.ts'
import { openByteSource } from '../../main/ports/byte-source.ts'

const [dbPath, portal, console] = process.argv.slice(2) as [string, string, string] // given by reconcile-kills.test.ts
const make = createReconciliationMaker({ db: openDb(dbPath), openByteSource })
const context = { signal: new AbortController().signal, report: () => {} }
for (let n = 0; ; n++) {
  const id = `${process.pid}-${n}`
  process.stdout.write(`start ${id}\n`)
  await make({ id, at: n, portal: { path: portal }, console: { path: console } }, context)
  process.stdout.write(`end ${id}\n`)
}
