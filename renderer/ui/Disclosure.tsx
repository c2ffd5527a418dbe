import type { ReactNode } from 'react'
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components'
import styles from './Disclosure.module.css'
import { Icon } from './Icon.tsx'

/** Details for those who want them, closed at first. */
export function Disclosure({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <AriaDisclosure className={styles.disclosure!}>
      <Button slot="trigger" className={styles.trigger!}>
        <span className={styles.arrow}>
          <Icon name="chevron-right" size="small" />
        </span>
        {title}
      </Button>
      <DisclosurePanel>
        <div className={styles.panel}>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  )
}
