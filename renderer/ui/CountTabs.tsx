import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import styles from './CountTabs.module.css'

export type CountTab<V extends string> = { readonly value: V; readonly text: string; readonly count: string }

export type CountTabsProps<V extends string> = {
  readonly label: string
  readonly tabs: readonly CountTab<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
  /** What belongs to `value`. */
  readonly children: ReactNode
}

/** Parts of one list with their numbers, side by side: arrow keys go through them, Tab into the part. */
export function CountTabs<V extends string>({ label, tabs, value, onChange, children }: CountTabsProps<V>) {
  return (
    <Tabs
      className={styles.tabs!}
      selectedKey={value}
      // Keys are exactly the values of `tabs`.
      onSelectionChange={(key) => onChange(key as V)}
    >
      <TabList aria-label={label} className={styles.list!}>
        {tabs.map((tab) => (
          <Tab key={tab.value} id={tab.value} className={styles.tab!}>
            <span className={styles.count}>{tab.count}</span>
            <span>{tab.text}</span>
          </Tab>
        ))}
      </TabList>
      <TabPanel key={value} id={value} className={styles.panel!}>
        {children}
      </TabPanel>
    </Tabs>
  )
}
