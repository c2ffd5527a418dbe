import { useState } from 'react'
import { passphraseProblem } from './selectors.ts'

/** What two fields of a new passphrase hold. `take` answers it, or undefined when something is wrong, which is then said. */
export function useNewPassphrase() {
  const [value, onValue] = useState('')
  const [repeated, onRepeated] = useState('')
  const [isTried, setIsTried] = useState(false)
  const take = (): string | undefined => {
    setIsTried(true)
    const { passphrase, repeated: again } = passphraseProblem(value, repeated)
    return passphrase === undefined && again === undefined ? value : undefined
  }
  return { fields: { value, repeated, onValue, onRepeated, isTried }, take }
}
