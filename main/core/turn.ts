/** Lets a request leave, and whoever else waits have a turn, before this thread is busy again. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}
