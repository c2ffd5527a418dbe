import { useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { classNames } from './class-names.ts'
import fieldStyles from './Field.module.css'
import { Icon } from './Icon.tsx'
import styles from './FacetList.module.css'

export type FacetOption = { readonly value: string; readonly text: string; readonly count: string | null }

export type FacetListProps = {
  readonly title: string
  readonly options: readonly FacetOption[]
  /** False until the values are known: nothing is said of them before. */
  readonly isKnown: boolean
  readonly chosen: string | undefined
  /** Choosing the chosen one again lets go of it. */
  readonly onChoose: (value: string | undefined) => void
  readonly words: {
    readonly all: (count: number) => string
    readonly fewer: string
    readonly none: string
    readonly search: (title: string) => string
  }
}

const SHOWN = 6
/** A list this long is searched, not read. */
const MOST_SHOWN = 100

/** The values of one property with how many things have each: one can be chosen. The chosen one is always in sight. */
export function FacetList({ title, options, isKnown, chosen, onChoose, words }: FacetListProps) {
  const [isLong, setIsLong] = useState(false)
  const [search, setSearch] = useState('')
  const matching = search === '' ? options : options.filter(({ text }) => holds(text, search))
  const shown = isLong ? matching.slice(0, MOST_SHOWN) : withChosen(options, chosen)
  return (
    <div role="group" className={styles.facet} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {isLong && options.length > 2 * SHOWN && (
        <SearchField aria-label={words.search(title)} value={search} onChange={setSearch}>
          <Input className={classNames(fieldStyles.input, styles.search)} spellCheck={false} maxLength={200} />
        </SearchField>
      )}
      {isKnown && options.length === 0 && <p className={styles.none}>{words.none}</p>}
      <ul className={styles.options}>
        {shown.map(({ value, text, count }) => (
          <li key={value}>
            <Button
              className={styles.option!}
              aria-pressed={value === chosen}
              onPress={() => onChoose(value === chosen ? undefined : value)}
            >
              <span className={styles.mark}>{value === chosen && <Icon name="check" size="small" />}</span>
              <bdi className={styles.text} title={text}>
                {text}
              </bdi>
              <span className={styles.count}>{count}</span>
            </Button>
          </li>
        ))}
      </ul>
      {options.length > SHOWN && (
        <Button className={styles.more!} onPress={() => setIsLong(!isLong)} aria-expanded={isLong}>
          {isLong ? words.fewer : words.all(options.length)}
        </Button>
      )}
    </div>
  )
}

function withChosen(options: readonly FacetOption[], chosen: string | undefined): readonly FacetOption[] {
  const first = options.slice(0, SHOWN)
  const known = options.find(({ value }) => value === chosen)
  return known === undefined || first.includes(known) ? first : [...first.slice(0, SHOWN - 1), known]
}

function holds(text: string, search: string): boolean {
  return text.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase())
}
