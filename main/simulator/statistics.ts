/** What the server did since it started. */
export type Stats = {
  readonly requests: number
  /** Sum of the server's own waiting time: from the arrival of each delayed request to its answer. */
  readonly waitedMs: number
  readonly bytes: number
  readonly requestsByPath: Readonly<Record<string, number>>
  readonly answersByStatus: Readonly<Record<string, number>>
}

export type Statistics = ReturnType<typeof createStatistics>

export function createStatistics() {
  let requests = 0
  let waitedMs = 0
  let bytes = 0
  let sessionAnswers = 0
  let requestsByPath: Record<string, number> = {}
  let answersByStatus: Record<string, number> = {}

  return {
    waited(ms: number): void {
      waitedMs += ms
    },
    answered(answer: { readonly path: string; readonly status: number; readonly bytes: number }): void {
      requests += 1
      bytes += answer.bytes
      requestsByPath[answer.path] = (requestsByPath[answer.path] ?? 0) + 1
      answersByStatus[answer.status] = (answersByStatus[answer.status] ?? 0) + 1
    },
    /** Answers given in a session: what rotation counts. */
    sessionAnswers: (): number => sessionAnswers,
    sessionAnswered(): void {
      sessionAnswers += 1
    },
    read: (): Stats => ({ requests, waitedMs, bytes, requestsByPath, answersByStatus }),
    reset(): void {
      requests = waitedMs = bytes = 0
      requestsByPath = {}
      answersByStatus = {}
    },
  }
}
