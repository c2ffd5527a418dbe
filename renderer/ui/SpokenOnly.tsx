import type { ReactNode } from 'react'
import styles from './SpokenOnly.module.css'

/** Words that are heard and not seen, where the picture beside them says the same to the eye. */
export function SpokenOnly({ children }: { readonly children: ReactNode }) {
  return <span className={styles.spoken}>{children}</span>
}
