import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Icon, type IconName } from './Icon.tsx'
import styles from './SideTabs.module.css'

export type SideTab<V extends string> = { readonly value: V; readonly title: string; readonly icon: IconName }

export type SideTabsProps<V extends string> = {
  readonly label: string
  readonly tabs: readonly SideTab<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
  /** What belongs to `value`. */
  readonly children: ReactNode
}

/** Sections of one place, listed at its side: arrow keys go through the list, Tab into the section. */
export function SideTabs<V extends string>({ label, tabs, value, onChange, children }: SideTabsProps<V>) {
  return (
    <Tabs
      className={styles.tabs!}
      orientation="vertical"
      selectedKey={value}
      // Keys are exactly the values of `tabs`.
      onSelectionChange={(key) => onChange(key as V)}
    >
      <TabList aria-label={label} className={styles.list!}>
        {tabs.map((tab) => (
          <Tab key={tab.value} id={tab.value} className={styles.tab!}>
            <Icon name={tab.icon} />
            <span className={styles.title} title={tab.title}>
              {tab.title}
            </span>
          </Tab>
        ))}
      </TabList>
      <TabPanel key={value} id={value} className={styles.panel!}>
        {children}
      </TabPanel>
    </Tabs>
  )
}
