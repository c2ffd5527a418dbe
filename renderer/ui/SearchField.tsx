import { useEffect, useRef, useState } from 'react'
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components'
import styles from './Field.module.css'
import { Icon } from './Icon.tsx'
import { useUiWords } from './words.ts'

export type SearchFieldProps = {
  readonly label: string
  /** Names what is searched. */
  readonly placeholder: string
  readonly value: string
  /** Called when typing has paused for `delayMs`, and at once on Enter and on clearing. */
  readonly onSearch: (text: string) => void
  readonly delayMs?: number
}

export function SearchField({ label, placeholder, value, onSearch, delayMs = 200 }: SearchFieldProps) {
  const words = useUiWords()
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // A value set from outside (a link, "clear filters") replaces what was typed.
  if (value !== known) {
    setKnown(value)
    setTyped(value)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const searchNow = (text: string) => {
    clearTimeout(timer.current)
    setKnown(text)
    onSearch(text)
  }
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => searchNow(text), delayMs)
  }

  return (
    <AriaSearchField
      aria-label={label}
      className={styles.search!}
      value={typed}
      onChange={type}
      onSubmit={searchNow}
      onClear={() => searchNow('')}
    >
      <span className={styles.searchIcon}>
        <Icon name="search" size="small" />
      </span>
      <Input className={styles.input!} placeholder={placeholder} spellCheck={false} maxLength={200} />
      <Button className={styles.clear!} aria-label={words.clearSearch}>
        <Icon name="close" size="small" />
      </Button>
    </AriaSearchField>
  )
}
