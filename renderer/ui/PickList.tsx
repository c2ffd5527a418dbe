import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField, type Selection } from 'react-aria-components'
import fieldStyles from './Field.module.css'
import { Icon } from './Icon.tsx'
import { COMBO_BOX } from './combo-box.ts'
import styles from './PickList.module.css'

export type PickItem = { readonly id: string; readonly text: string; readonly detail: string }

export type PickListProps = {
  readonly label: string
  readonly searchLabel: string
  /** Already narrowed to what is searched, and to a number a list can hold. */
  readonly items: readonly PickItem[]
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly picked: string | null
  readonly onPick: (id: string) => void
  readonly emptyText: string
  /** Below the list: what is left out. */
  readonly footer?: string
}

/** One of many, found by typing; the arrows walk through the list without leaving the field. */
export function PickList({ label, searchLabel, items, search, picked, ...props }: PickListProps) {
  const pick = (selection: Selection) => {
    const [id] = selection === 'all' ? [] : selection
    if (id !== undefined) props.onPick(String(id))
  }
  return (
    <div className={styles.pickList}>
      <Autocomplete inputValue={search} onInputChange={props.onSearch}>
        <SearchField className={styles.field!} autoFocus>
          <Label className={fieldStyles.label}>{searchLabel}</Label>
          <Input className={fieldStyles.input!} spellCheck={false} maxLength={200} {...COMBO_BOX} />
        </SearchField>
        <ListBox
          aria-label={label}
          className={styles.list!}
          items={items}
          selectionMode="single"
          selectedKeys={picked === null ? [] : [picked]}
          onSelectionChange={pick}
          renderEmptyState={() => <p className={styles.empty}>{props.emptyText}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.text} className={styles.item!}>
              {({ isSelected }) => (
                <>
                  <span className={styles.mark}>{isSelected && <Icon name="check" size="small" />}</span>
                  <bdi className={styles.text} title={item.text}>
                    {item.text}
                  </bdi>
                  {item.detail && (
                    <bdi className={styles.detail} title={item.detail}>
                      {item.detail}
                    </bdi>
                  )}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {props.footer && <p className={styles.footer}>{props.footer}</p>}
    </div>
  )
}
