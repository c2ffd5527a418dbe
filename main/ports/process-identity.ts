import { hostname } from 'node:os'

/** Who this process is to others that share the data folder, and whether one of them still lives. */
export type ProcessIdentity = {
  readonly name: string
  /** True only when it is certain: the same computer, another process, and none with its number. */
  readonly isDead: (name: string) => boolean
}

export const systemIdentity: ProcessIdentity = {
  name: `${hostname()}:${process.pid}`,
  isDead: (name) => {
    const at = name.lastIndexOf(':')
    const pid = Number(name.slice(at + 1))
    if (name.slice(0, at) !== hostname() || !Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false
    try {
      process.kill(pid, 0)
      return false
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'ESRCH'
    }
  },
}
