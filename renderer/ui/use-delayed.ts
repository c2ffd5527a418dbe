import { useEffect, useState } from 'react'

/** True once `isOn` has been true for that long without a break: what ends sooner is never shown. */
export function useDelayed(isOn: boolean, delayMs: number): boolean {
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => setIsShown(true), delayMs)
    return () => {
      clearTimeout(timer)
      setIsShown(false)
    }
  }, [isOn, delayMs])
  return isOn && isShown
}
