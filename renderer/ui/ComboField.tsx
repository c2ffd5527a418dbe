import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { classNames } from './class-names.ts'
import fieldStyles from './Field.module.css'
import { Icon } from './Icon.tsx'
import styles from './ComboField.module.css'
import popoverStyles from './Popover.module.css'

export type ComboOption = { readonly value: string; readonly detail?: string }

export type ComboFieldProps = {
  readonly label: string
  readonly options: readonly ComboOption[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: string
  /** Takes what is typed even if it is none of the options. */
  readonly allowsOther?: boolean
  readonly isDisabled?: boolean
  readonly maxLength?: number
}

/** One of a list that is found by typing; the text is the value. */
export function ComboField({ label, options, value, onChange, description, ...props }: ComboFieldProps) {
  const { allowsOther = false, isDisabled = false, maxLength = 200 } = props
  return (
    <ComboBox
      className={fieldStyles.field!}
      items={options}
      {...(allowsOther
        ? { allowsCustomValue: true, inputValue: value, onInputChange: onChange }
        : {
            value: options.some((option) => option.value === value) ? value : null,
            onChange: (key) => key !== null && onChange(String(key)),
          })}
      menuTrigger="focus"
      isDisabled={isDisabled}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <div className={styles.box}>
        <Input className={classNames(fieldStyles.input, styles.input)} spellCheck={false} maxLength={maxLength} />
        <Button className={styles.open!}>
          <Icon name="chevron-down" size="small" />
        </Button>
      </div>
      {description && (
        <Text slot="description" className={fieldStyles.description}>
          {description}
        </Text>
      )}
      <Popover className={popoverStyles.popover!} offset={4}>
        <ListBox<ComboOption> className={popoverStyles.list!}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.value} className={popoverStyles.item!}>
              <span className={popoverStyles.text}>{option.value}</span>
              {option.detail && <span className={popoverStyles.count}>{option.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
