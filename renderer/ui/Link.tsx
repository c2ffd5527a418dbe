import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import styles from './Link.module.css'

export type LinkProps = {
  readonly children: ReactNode
  readonly onPress: () => void
  /** A name that says where it leads when the text alone, such as a number, does not. */
  readonly label?: string
}

/** Leads to another place of the page, or out of it; addresses are the business of whoever handles the press. */
export function Link({ children, onPress, label }: LinkProps) {
  return (
    <Button className={styles.link!} onPress={onPress} {...(label ? { 'aria-label': label } : {})}>
      {typeof children === 'string' ? <bdi>{children}</bdi> : children}
    </Button>
  )
}
