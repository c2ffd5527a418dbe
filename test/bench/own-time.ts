/** The longest the thread itself computes between two timers of a millisecond, in milliseconds of its processor time. */
export function watchOwnTime(): { readonly stop: () => number } {
  const own = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let longest = 0
  let last = own()
  const timer = setInterval(() => {
    const now = own()
    longest = Math.max(longest, now - last)
    last = now
  }, 1)
  return {
    stop() {
      clearInterval(timer)
      return Math.max(longest, own() - last)
    },
  }
}
