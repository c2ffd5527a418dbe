/** Lets whoever waits in this thread have its turn. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}
