import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import styles from './CheckList.module.css'
import fieldStyles from './Field.module.css'
import { Icon } from './Icon.tsx'

export type CheckListProps<V extends string> = {
  readonly label: string
  readonly items: readonly { readonly value: V; readonly text: string }[]
  readonly chosen: readonly V[]
  readonly onChange: (chosen: readonly V[]) => void
}

/** Any of a few things, in columns. */
export function CheckList<V extends string>({ label, items, chosen, onChange }: CheckListProps<V>) {
  return (
    // The group only hands back values of `items`.
    <CheckboxGroup className={fieldStyles.field!} value={[...chosen]} onChange={(values) => onChange(values as V[])}>
      <Label className={fieldStyles.label}>{label}</Label>
      <div className={styles.items}>
        {items.map(({ value, text }) => (
          <Checkbox key={value} value={value} className={styles.item!}>
            <span className={styles.box}>
              <Icon name="check" size="small" />
            </span>
            {text}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}
