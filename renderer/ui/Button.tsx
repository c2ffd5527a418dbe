import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import styles from './Button.module.css'
import { classNames } from './class-names.ts'
import { withHint } from './hint.ts'
import { Icon, type IconName } from './Icon.tsx'

export type ButtonProps = {
  readonly children: ReactNode
  readonly onPress?: () => void
  /** One `primary` per place; `danger` only where something is lost. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly icon?: IconName
  readonly isDisabled?: boolean
  /** Keeps the focus and the width while work started by this button runs. */
  readonly isBusy?: boolean
  readonly type?: 'button' | 'submit'
  readonly autoFocus?: boolean
}

export function Button({
  children,
  onPress,
  variant = 'secondary',
  icon,
  isDisabled = false,
  isBusy = false,
  type = 'button',
  autoFocus = false,
}: ButtonProps) {
  return (
    <AriaButton
      className={classNames(styles.button, styles[variant])}
      {...(onPress ? { onPress } : {})}
      isDisabled={isDisabled}
      isPending={isBusy}
      type={type}
      autoFocus={autoFocus}
    >
      {isBusy ? <Icon name="sync" spins /> : icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}

export type IconButtonProps = {
  /** Its name for everybody: screen readers hear it, the pointer's tooltip shows it. */
  readonly label: string
  readonly icon: IconName
  readonly onPress?: () => void
  readonly isDisabled?: boolean
}

/** A button whose picture is widely known (close, more); everything else has its word beside it. */
export function IconButton({ label, icon, onPress, isDisabled = false }: IconButtonProps) {
  return (
    <AriaButton
      className={classNames(styles.button, styles.quiet, styles.iconOnly)}
      aria-label={label}
      render={withHint(label)}
      isDisabled={isDisabled}
      {...(onPress ? { onPress } : {})}
    >
      <Icon name={icon} />
    </AriaButton>
  )
}
