import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover, type Selection } from 'react-aria-components'
import { IconButton } from './Button.tsx'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Popover.module.css'

export type MenuAction = {
  readonly id: string
  readonly text: string
  readonly icon?: IconName
  readonly variant?: 'normal' | 'danger'
  readonly isDisabled?: boolean
  readonly onAction: () => void
}

/** Further actions on one thing, behind the three dots. */
export function ActionMenu({ label, actions }: { readonly label: string; readonly actions: readonly MenuAction[] }) {
  return (
    <MenuTrigger>
      <IconButton label={label} icon="more" />
      <Popover className={styles.popover!} placement="bottom end" offset={4}>
        <AriaMenu className={styles.list!} aria-label={label}>
          {actions.map(({ id, text, icon, variant, isDisabled = false, onAction }) => (
            <MenuItem
              key={id}
              id={id}
              isDisabled={isDisabled}
              onAction={onAction}
              className={classNames(styles.item, variant === 'danger' && styles.danger)}
            >
              {icon && <Icon name={icon} size="small" />}
              {text}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export type ChoiceMenuItem = { readonly value: string; readonly text: string; readonly count?: string }

export type ChoiceMenuProps = {
  /** Names the question: "Family". */
  readonly label: string
  readonly items: readonly ChoiceMenuItem[]
  /** At most one unless `isMultiple`. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly isMultiple?: boolean
  /** What stands on the button after the name when something is chosen. */
  readonly summary?: string
}

/** A choice that shows what is chosen on its own button: filters, columns. Choosing the chosen again clears it. */
export function ChoiceMenu({ label, items, chosen, onChange, isMultiple = false, summary }: ChoiceMenuProps) {
  const change = (selection: Selection) => {
    const keys = selection === 'all' ? items.map((item) => item.value) : [...selection].map(String)
    onChange(keys)
  }
  return (
    <MenuTrigger>
      <Button className={classNames(styles.trigger, summary !== undefined && styles.triggerChosen)}>
        <span className={styles.triggerName}>
          {label}
          {summary !== undefined && ':'}
        </span>
        {summary !== undefined && <span className={styles.text}>{summary}</span>}
        <span className={styles.arrow}>
          <Icon name="chevron-down" size="small" />
        </span>
      </Button>
      <Popover className={styles.popover!} offset={4}>
        <AriaMenu
          className={styles.list!}
          aria-label={label}
          selectionMode={isMultiple ? 'multiple' : 'single'}
          selectedKeys={chosen}
          onSelectionChange={change}
        >
          {items.map((item) => (
            <MenuItem key={item.value} id={item.value} textValue={item.text} className={styles.item!}>
              {({ isSelected }) => (
                <>
                  <span className={styles.mark}>{isSelected && <Icon name="check" size="small" />}</span>
                  <span className={styles.text}>{item.text}</span>
                  {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
                </>
              )}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
