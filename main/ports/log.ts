export type LogFields = Readonly<Record<string, unknown>>

/** Structured log. Fields pass the redactor; secrets and bodies of `/session` are never handed in at all. */
export type Log = {
  readonly debug: (event: string, fields: LogFields) => void
  readonly info: (event: string, fields: LogFields) => void
  readonly warn: (event: string, fields: LogFields) => void
  readonly error: (event: string, fields: LogFields) => void
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
