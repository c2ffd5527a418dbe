/** Lets whoever waits in this thread have a turn, and a request leave, before it is busy again. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}
