/** The terminal as the command line sees it, so that tests can stand in for it. */
export type Io = {
  readonly writeOut: (text: string) => Promise<void>
  readonly writeErr: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  /** True when a person looks at it: progress and questions are for them only. */
  readonly isInteractive: boolean
  readonly askSecret: (question: string) => Promise<string>
  readonly signal: AbortSignal
}
