import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { createRandom, serialOf } from './seed.ts'

const PORTAL_HEADER =
  'Serial Number,Device Type,Model,Capacity,Color,Status,MDM Server,Order Number,Part Number,Source,Added,Updated,IMEI,Wi-Fi MAC'
const CONSOLE_HEADER =
  'Serial Number,Friendly Name,Username,Email Address,Organization Group,Platform,Model,OS Version,Enrollment Status,Token Status,Profile Name,Asset Number,Last Seen,MDM Server'

/** One serial number in so many is only in the portal, only in the console, on another server, damaged, listed twice. */
const EACH = { portalOnly: 25, consoleOnly: 25, otherServer: 100, damaged: 200, twice: 500 } as const

/** Writes two lists of about `count` rows as the portal and the console give them; the same for the same count. */
export async function writeLists(count: number, portal: string, console: string): Promise<void> {
  const random = createRandom(count)
  const serials = Array.from({ length: count }, (_, n) => serialOf(n, random))
  await write(portal, PORTAL_HEADER, serials, (serial, n) => {
    if (n % EACH.consoleOnly === 1) return ''
    const written = n % EACH.damaged === 3 ? ` ${serial.toLowerCase()}` : serial
    const server = n % EACH.otherServer === 5 ? 'Field' : 'Headquarters'
    const line = `${written},iPad,"iPad (10th generation), Wi-Fi",64GB,Silver,ASSIGNED,${server},PO-${random(99_999)},MPQ03${random(99)}FD/A,RESELLER,2026-03-0${1 + random(9)}T08:11:12Z,2026-04-1${random(9)}T08:11:12Z,35${100_000_000 + random(800_000_000)}12,A4:5E:60:${10 + random(80)}:${10 + random(80)}:C${random(9)}\r\n`
    return n % EACH.twice === 7 ? line + line : line
  })
  await write(console, CONSOLE_HEADER, serials.toReversed(), (serial, place) => {
    const n = count - 1 - place
    if (n % EACH.portalOnly === 2) return ''
    return `${serial},user${n} iPad iPadOS 18.2,user${n},user${n}@example.com,/Global/EMEA/Berlin,Apple,iPad,18.2.${random(3)},Enrolled,Compliant,Default Staging,ASSET-${n},2026-04-1${random(9)}T08:11:12Z,Headquarters\r\n`
  })
}

async function write(
  path: string,
  header: string,
  serials: readonly string[],
  line: (serial: string, n: number) => string,
): Promise<void> {
  const out = createWriteStream(path)
  let part = `${header}\r\n`
  for (const [n, serial] of serials.entries()) {
    part += line(serial, n)
    if (part.length < 1 << 20) continue
    if (!out.write(part)) await once(out, 'drain')
    part = ''
  }
  out.end(part)
  await once(out, 'finish')
}
