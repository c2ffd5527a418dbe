import { Menu, Button, Header, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import popover from './Popover.module.css'
import styles from './SectionMenu.module.css'

export type SectionMenuItem = {
  readonly id: string
  readonly text: string
  readonly icon?: IconName
  readonly isChosen?: boolean
  readonly variant?: 'normal' | 'danger'
  readonly onAction: () => void
}

export type MenuPart = { readonly id: string; readonly title: string; readonly items: readonly SectionMenuItem[] }

export type SectionMenuProps = {
  readonly label: string
  /** What is chosen; stands on the button after the label. */
  readonly summary: string
  /** Parts without items are left out. */
  readonly parts: readonly MenuPart[]
}

/** A choice among named things with what can be done to the chosen one. */
export function SectionMenu({ label, summary, parts }: SectionMenuProps) {
  const shown = parts.filter(({ items }) => items.length > 0)
  return (
    <MenuTrigger>
      <Button className={classNames(popover.trigger, styles.trigger)}>
        <span className={popover.triggerName}>{label}:</span>
        <bdi className={popover.text}>{summary}</bdi>
        <span className={popover.arrow}>
          <Icon name="chevron-down" size="small" />
        </span>
      </Button>
      <Popover className={popover.popover!} offset={4}>
        <Menu className={popover.list!} aria-label={label}>
          {shown.flatMap((part, place) => [
            ...(place > 0 ? [<Separator key={`${part.id}-line`} className={styles.line!} />] : []),
            <Part key={part.id} {...part} />,
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Part({ title, items }: MenuPart) {
  const hasMarks = items.some(({ isChosen }) => isChosen !== undefined)
  return (
    <MenuSection>
      <Header className={styles.title}>{title}</Header>
      {items.map(({ id, text, icon, isChosen, variant, onAction }) => (
        <MenuItem
          key={id}
          id={id}
          textValue={text}
          onAction={onAction}
          className={classNames(popover.item, variant === 'danger' && popover.danger)}
        >
          {hasMarks && <span className={popover.mark}>{isChosen && <Icon name="check" size="small" />}</span>}
          {icon && <Icon name={icon} size="small" />}
          <bdi className={popover.text}>{text}</bdi>
        </MenuItem>
      ))}
    </MenuSection>
  )
}
