import { text } from '../../lib/text.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import styles from './Groups.module.css'

/** The layout that is recommended, for those who ask. */
export function LayoutAdvice() {
  const { layout } = text().groups
  return (
    <Disclosure title={layout.title}>
      <ul className={styles.advice}>
        {[layout.first, layout.second, layout.third, layout.fourth].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
