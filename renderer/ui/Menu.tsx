import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
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
