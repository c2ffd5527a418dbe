export type LogFields = Readonly<Record<string, unknown>>

/** Structured log. Fields pass the redactor; secrets and bodies of `/session` are never handed in at all. */
export type Log = {
  /** False: lines of `debug` are kept by nobody, and a thread need not send them. */
  readonly keepsDebug?: boolean
  readonly debug: (event: string, fields: LogFields) => void
  readonly info: (event: string, fields: LogFields) => void
  readonly warn: (event: string, fields: LogFields) => void
  readonly error: (event: string, fields: LogFields) => void
}

export const silentLog: Log = { keepsDebug: false, debug() {}, info() {}, warn() {}, error() {} }
