import type { ReactNode } from 'react'
import { text } from '../../lib/text.ts'
import { RadioLine } from '../../ui/RadioLine.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Findings, findingText } from './Findings.tsx'
import styles from './Profiles.module.css'
import { ABSENT_MEANS, type FlagMember, type TextMember } from './sections.ts'
import { useMember, type SectionProps } from './use-editing.ts'

const MAX_TYPED = 3000

/** A heading and fields; `note` says to whom they are told where that is not Apple. */
export function FieldGroup(props: {
  readonly title: string
  readonly description?: string
  readonly isConsole?: boolean
  readonly children: ReactNode
}) {
  const { title, description, isConsole = false, children } = props
  return (
    <section className={isConsole ? styles.consoleGroup : styles.fieldGroup} aria-label={title}>
      <h2 className={styles.groupTitle}>{title}</h2>
      {description && <p className={styles.quiet}>{description}</p>}
      {children}
    </section>
  )
}

/** A text of the profile. What is cleared is not sent: Apple refuses empty texts. */
export function TextMemberField({ member, ...props }: SectionProps & { readonly member: TextMember }) {
  const { value, findings, set } = useMember(props, member)
  const words = text().profiles
  const isText = value === undefined || typeof value === 'string'
  const error = findings.find(({ level }) => level === 'error')
  return (
    <div className={styles.field}>
      <TextField
        label={words.members[member]}
        value={typeof value === 'string' ? value : ''}
        onChange={(typed) => set(typed === '' ? undefined : typed)}
        description={isText ? words.memberHints[member] : words.apple.wrongType}
        error={error ? `${findingText(error)} (${error.code})` : ''}
        maxLength={MAX_TYPED}
      />
      <Key member={member} />
      <Findings findings={findings.filter((finding) => finding !== error)} />
    </div>
  )
}

type FlagChoice = 'absent' | 'yes' | 'no' | 'other'

/** Three states: what nobody chose is not sent, and the field says what Apple then takes. */
export function FlagMemberField({ member, ...props }: SectionProps & { readonly member: FlagMember }) {
  const { value, findings, set } = useMember(props, member)
  const words = text().profiles
  const choice: FlagChoice = value === undefined ? 'absent' : value === true ? 'yes' : value === false ? 'no' : 'other'
  const { apple } = words
  return (
    <div className={styles.field}>
      <RadioLine<FlagChoice>
        label={words.members[member]}
        options={[
          { value: 'absent', text: apple.notSent },
          { value: 'yes', text: apple.yes },
          { value: 'no', text: apple.no },
        ]}
        value={choice}
        onChange={(picked) => set(picked === 'absent' ? undefined : picked === 'yes')}
      />
      <p className={styles.hint}>
        <Key member={member} /> · {choice === 'other' ? apple.wrongType : words.memberHints[member]}{' '}
        {choice === 'absent' && `(${apple.absent(ABSENT_MEANS[member])})`}
      </p>
      <Findings findings={findings} />
    </div>
  )
}

/** Apple's name of the key: what one finds in the text beside and in Apple's pages. */
export function Key({ member }: { readonly member: string }) {
  return <code className={styles.key}>{member}</code>
}
