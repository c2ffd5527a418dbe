import { CONSOLE_ADVICE, findConsoleAdvice, type ConsoleAdvice } from '../../../shared/model/console-advice.ts'
import type { ProfileBody } from '../../../shared/model/profile.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './Profiles.module.css'
import type { SectionProps } from './use-editing.ts'

type Asking = Pick<SectionProps, 'store' | 'opened'> & { readonly body: ProfileBody | undefined }

/** What is advised about the settings of the console, for one part of them; nothing while the text is no object. */
export function useConsoleAdvice({ store, opened, body }: Asking, about: Part): readonly ConsoleAdvice[] {
  const groups = useStore(store, (state) => state.groups)
  if (!body) return NONE
  return findConsoleAdvice(opened.draft.console, { body, groups }).filter((one) => CONSOLE_ADVICE[one] === about)
}

const NONE: readonly ConsoleAdvice[] = []

type Part = (typeof CONSOLE_ADVICE)[ConsoleAdvice]

export function ConsoleAdviceList({ advice }: { readonly advice: readonly ConsoleAdvice[] }) {
  if (advice.length === 0) return null
  return (
    <ul className={styles.findings}>
      {advice.map((one) => (
        <li key={one} className={styles.finding}>
          <Icon name="info" size="small" />
          <span>{text().profiles.console.advice[one]}</span>
        </li>
      ))}
    </ul>
  )
}
