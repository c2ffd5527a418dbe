import { createContext, useContext, useEffect, useState } from 'react'

/** Puts text on the clipboard and tells whether it is there now. Handed in: whoever does it also says a refusal. */
export type CopyText = (value: string) => Promise<boolean>

export const CopyContext = createContext<CopyText | null>(null)

const SHOWN_MS = 1500

/** Copies a value; `isCopied` for a moment after it is on the clipboard. */
export function useCopy(value: string) {
  const copyText = useContext(CopyContext)
  if (copyText === null) throw new Error('a copy button outside of CopyContext')
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  return { isCopied, copy: () => void copyText(value).then(setIsCopied) }
}
