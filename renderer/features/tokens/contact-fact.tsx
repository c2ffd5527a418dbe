import type { TokenContact } from '../../../shared/model/token.ts'
import { text } from '../../lib/text.ts'
import { TwoLines } from '../../ui/Card.tsx'
import styles from './Tokens.module.css'

/** Owner or deputy, as a card says it. */
export function contactFact(person: TokenContact | null) {
  if (person === null) return <span className={styles.quiet}>{text().tokens.facts.nobody}</span>
  const { name, email } = person
  return name !== null && email !== null ? <TwoLines first={name} second={email} /> : <bdi>{name ?? email}</bdi>
}
