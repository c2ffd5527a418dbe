/** Lets whoever waits in this thread have its turn. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}

/** Does nothing for a while, whoever waits or not. */
export function rest(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms))
}
