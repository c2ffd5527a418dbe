import { Button, GridList, GridListItem, useDragAndDrop, type Selection } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import styles from './OrderedList.module.css'

export type OrderedItem = { readonly id: string; readonly text: string }

export type OrderedListProps = {
  readonly label: string
  readonly items: readonly OrderedItem[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  /** All ids in their new order. */
  readonly onOrder: (ids: readonly string[]) => void
  readonly dragLabel: (text: string) => string
}

/** Things to choose and to put in order: by pointer, or with Enter on a handle and the arrows. */
export function OrderedList({ label, items, chosen, onChoose, onOrder, dragLabel }: OrderedListProps) {
  const ids = items.map(({ id }) => id)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const moved = ids.filter((id) => keys.has(id))
      const rest = ids.filter((id) => !keys.has(id))
      const at = rest.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0)
      onOrder(rest.toSpliced(at, 0, ...moved))
    },
  })
  const choose = (selection: Selection) => onChoose(new Set(selection === 'all' ? ids : [...selection].map(String)))
  return (
    <GridList
      aria-label={label}
      className={styles.list!}
      items={items}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={choose}
      dragAndDropHooks={dragAndDropHooks}
    >
      {(item) => (
        <GridListItem id={item.id} textValue={item.text} className={styles.item!}>
          {({ isSelected }) => (
            <>
              <Button slot="drag" className={styles.handle!} aria-label={dragLabel(item.text)}>
                <Icon name="grip" size="small" />
              </Button>
              <span className={styles.box} data-checked={isSelected}>
                {isSelected && <Icon name="check" size="small" />}
              </span>
              <span className={styles.text}>{item.text}</span>
            </>
          )}
        </GridListItem>
      )}
    </GridList>
  )
}
