import type { Log, LogFields } from '../ports/log.ts'

/** A line of a worker's log on its way to the thread that writes the file. */
export type PushedLine = {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly event: string
  readonly fields: LogFields
}

/** `keepsDebug`: see `Log`. */
export function createPushedLog(push: (line: PushedLine) => void, keepsDebug = true): Log {
  const send = (level: PushedLine['level']) => (event: string, fields: LogFields) => push({ level, event, fields })
  return {
    keepsDebug,
    debug: keepsDebug ? send('debug') : () => {},
    info: send('info'),
    warn: send('warn'),
    error: send('error'),
  }
}
