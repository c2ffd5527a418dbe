import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import styles from './Popover.module.css'

export type SelectOption<V extends string> = { readonly value: V; readonly text: string }

export type SelectProps<V extends string> = {
  readonly label: string
  readonly options: readonly SelectOption<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
  readonly isDisabled?: boolean
}

/** One of a short list; its label is for screen readers, the value says enough beside its context. */
export function Select<V extends string>({ label, options, value, onChange, isDisabled = false }: SelectProps<V>) {
  return (
    <AriaSelect
      aria-label={label}
      value={value}
      isDisabled={isDisabled}
      // Keys are exactly the values of `options`.
      onChange={(key) => onChange(key as V)}
    >
      <Button className={styles.trigger!}>
        <SelectValue className={styles.text!} />
        <span className={styles.arrow}>
          <Icon name="chevron-down" size="small" />
        </span>
      </Button>
      <Popover className={styles.popover!} offset={4}>
        <ListBox className={styles.list!}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.text} className={styles.item!}>
              {({ isSelected }) => (
                <>
                  <span className={styles.mark}>{isSelected && <Icon name="check" size="small" />}</span>
                  <span className={styles.text}>{option.text}</span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
