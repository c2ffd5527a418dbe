import { open } from 'node:fs/promises'
import { join } from 'node:path'

/** Where a data folder keeps its log; older files stand beside it as `.1`, `.2`, … */
export function logPath(dataDir: string): string {
  return join(logFolder(dataDir), 'ade-desk.log')
}

export function logFolder(dataDir: string): string {
  return join(dataDir, 'logs')
}

/**
 * The last lines of a log, oldest first, over its rotated files; none where there is none. Reads at most `maxBytes`
 * of each file, from its end.
 */
export async function readLastLines(
  path: string,
  { maxLines, maxBytes = 1024 * 1024 }: { readonly maxLines: number; readonly maxBytes?: number },
): Promise<readonly string[]> {
  const lines: string[] = []
  for (const file of [path, `${path}.1`]) {
    if (lines.length >= maxLines) break
    const older = (await readEnd(file, maxBytes)).split('\n').filter((line) => line !== '')
    lines.unshift(...older.slice(-(maxLines - lines.length)))
  }
  return lines
}

/** Whole lines only: the first one of a file that is longer than what is read is cut off and left out. */
async function readEnd(path: string, maxBytes: number): Promise<string> {
  const file = await open(path, 'r').catch(() => undefined)
  if (!file) return ''
  try {
    const { size } = await file.stat()
    const start = Math.max(0, size - maxBytes)
    const bytes = new Uint8Array(size - start)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
    const text = new TextDecoder().decode(bytes.subarray(0, bytesRead))
    return start > 0 ? text.slice(text.indexOf('\n') + 1) : text
  } finally {
    await file.close()
  }
}
