import { createHash, randomBytes } from 'node:crypto'
import { opendir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { systemIdentity } from './process-identity.ts'

/**
 * A file that is being written has a hidden name of its own beside the one it will get: whose it is can be told from the
 * name, `.ade-desk-<computer>-<process>-<random>.part`. A killed process leaves it; the next one that writes there removes it.
 */
const NAME = /^\.ade-desk-([0-9a-f]{8})-([1-9]\d{0,9})-[0-9a-f]{12}\.part$/

/** In a folder with more entries the rest waits for another time: whoever writes a file does not wait for a census. */
const MAX_LOOKED_AT = 20_000

const computer = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

export function unfinishedName(): string {
  return `.ade-desk-${computer}-${process.pid}-${randomBytes(6).toString('hex')}.part`
}

/**
 * Removes what programs that are certainly dead have left in this folder: ADE Desk on this computer, and no process has
 * its number. Anything else stays, and a folder that cannot be read is left as it is. Returns how many were removed.
 */
export async function removeUnfinished(folder: string): Promise<number> {
  let removed = 0
  let lookedAt = 0
  try {
    for await (const entry of await opendir(folder, { bufferSize: 256 })) {
      if (++lookedAt > MAX_LOOKED_AT) break
      if (!entry.isFile() || !isLeftOver(entry.name)) continue
      await rm(join(folder, entry.name))
      removed++
    }
  } catch {
    // Not there, not readable, or somebody else removed it first: nothing that a person has to know.
  }
  return removed
}

function isLeftOver(name: string): boolean {
  const [, from, pid] = NAME.exec(name) ?? []
  return from === computer && systemIdentity.isDead(`${hostname()}:${pid}`)
}
