import type { Log, LogFields } from './log.ts'
import { redact } from './redact.ts'

/** Writes to `log` and tells a person the same: one line each, redacted, control characters escaped, without stacks. */
export function createEchoLog(log: Log, writeLine: (line: string) => void): Log {
  function both(level: 'debug' | 'info' | 'warn' | 'error') {
    return (event: string, fields: LogFields) => {
      log[level](event, fields)
      writeLine([`${level} ${event}`, ...describeFields(redact(fields) as LogFields)].join(' '))
    }
  }
  return { debug: both('debug'), info: both('info'), warn: both('warn'), error: both('error') }
}

function describeFields(fields: LogFields): readonly string[] {
  return Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value, withoutStack)}`)
}

function withoutStack(name: string, value: unknown): unknown {
  return name === 'stack' ? undefined : value
}
