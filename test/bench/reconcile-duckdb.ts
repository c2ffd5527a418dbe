/** The peer, in a process of its own: DuckDB's full outer join of the two files on the serial number. */
import { DuckDBInstance } from '@duckdb/node-api'

export type PeerInput = {
  readonly portal: string
  readonly console: string
  readonly out: string
}
/** Milliseconds. `written`: every row's serial number and verdict go to a file; `counted`: the sets only. */
export type PeerResult = {
  readonly written: number
  readonly counted: number
  readonly maxRssMb: number
}

const { portal, console: consoleFile, out } = JSON.parse(process.argv[2]!) as PeerInput // given by reconcile.ts
const connection = await (await DuckDBInstance.create(':memory:')).connect()
const join = `read_csv('${portal}', all_varchar = true) p FULL OUTER JOIN read_csv('${consoleFile}', all_varchar = true) c
              ON p."Serial Number" = c."Serial Number"`
const verdict = `CASE WHEN p."Serial Number" IS NULL THEN 'console-only' WHEN c."Serial Number" IS NULL THEN 'portal-only'
                 WHEN p."MDM Server" <> c."MDM Server" THEN 'mismatched' ELSE 'both' END`

async function time(query: string): Promise<number> {
  const startedAt = performance.now()
  await connection.runAndReadAll(query)
  return performance.now() - startedAt
}

const counted = await time(`SELECT ${verdict} AS verdict, count(*) FROM ${join} GROUP BY verdict`)
const written = await time(
  `COPY (SELECT coalesce(p."Serial Number", c."Serial Number"), ${verdict} FROM ${join}) TO '${out}'`,
)
const result: PeerResult = { written, counted, maxRssMb: process.resourceUsage().maxRSS / 1024 }
process.stdout.write(`${JSON.stringify(result)}\n`)
