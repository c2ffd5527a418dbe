import type { ConsoleAdvice } from '../../../shared/model/console-advice.ts'
import type { ProfileFinding } from '../../../shared/model/profile.ts'
import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { ComboField } from '../../ui/ComboField.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ConsoleAdviceList, useConsoleAdvice } from './ConsoleAdviceList.tsx'
import { editDraft, showSection } from './draft-actions.ts'
import { memberOf } from './finding-places.ts'
import { FieldGroup } from './fields.tsx'
import { Findings } from './Findings.tsx'
import { parseObject } from './json-text.ts'
import styles from './Profiles.module.css'
import { sectionOf } from './sections.ts'
import type { SectionProps } from './use-editing.ts'

/** What there is to say about all of it, and what only this product knows. */
export function SummarySection(props: Omit<SectionProps, 'body'>) {
  return (
    <>
      <About {...props} />
      <AllFindings {...props} />
    </>
  )
}

function About({ store, opened }: Omit<SectionProps, 'body'>) {
  const desk = useDesk()
  const groups = useStore(store, (state) => state.groups)
  const words = text().profiles.summary
  const { name, group, notes } = opened.draft
  return (
    <FieldGroup title={words.about}>
      <TextField
        label={words.name}
        value={name}
        onChange={(typed) => editDraft(store, desk, { name: typed })}
        maxLength={100}
      />
      <ComboField
        label={words.group}
        options={groups.map(({ path }) => ({ value: path }))}
        value={group}
        onChange={(chosen) => editDraft(store, desk, { group: chosen })}
      />
      <TextArea
        label={words.notes}
        value={notes}
        onChange={(typed) => editDraft(store, desk, { notes: typed })}
        description={words.notesHint}
        maxLength={10_000}
      />
    </FieldGroup>
  )
}

function AllFindings({ store, opened }: Omit<SectionProps, 'body'>) {
  const words = text().profiles.summary
  const props = { store, opened, body: parseObject(opened.draft.text) }
  const console = [useConsoleAdvice(props, 'sign-in'), useConsoleAdvice(props, 'accounts')] as const
  const { check } = opened
  if (!check) return null
  const { valid, errors, warnings, advice } = check
  const isClean = valid && warnings.length === 0 && advice.length === 0 && console.flat().length === 0
  return (
    <>
      <FieldGroup title={words.findings}>
        <Notice tone={valid ? 'good' : 'warn'} title={isClean ? words.clean : valid ? words.valid : words.invalid} />
        <ByMember store={store} findings={[...errors, ...warnings]} />
      </FieldGroup>
      {advice.length > 0 && (
        <FieldGroup title={words.advice} description={words.adviceHint}>
          <ByMember store={store} findings={advice} />
        </FieldGroup>
      )}
      {console.flat().length > 0 && (
        <FieldGroup title={text().profiles.console.title} isConsole>
          <ConsoleAdviceOf store={store} section="authentication" advice={console[0]} />
          <ConsoleAdviceOf store={store} section="accounts" advice={console[1]} />
        </FieldGroup>
      )}
    </>
  )
}

type AdviceProps = Pick<SectionProps, 'store'> & {
  readonly section: 'authentication' | 'accounts'
  readonly advice: readonly ConsoleAdvice[]
}

function ConsoleAdviceOf({ store, section, advice }: AdviceProps) {
  const words = text().profiles
  if (advice.length === 0) return null
  return (
    <div className={styles.memberFindings}>
      <p>
        <Link onPress={() => showSection(store, section)}>{words.sections[section]}</Link>
      </p>
      <ConsoleAdviceList advice={advice} />
    </div>
  )
}

function ByMember({ store, findings }: Pick<SectionProps, 'store'> & { readonly findings: readonly ProfileFinding[] }) {
  const words = text().profiles.summary
  const members = [...new Set(findings.map(memberOf))]
  return members.map((member) => (
    <div key={member} className={styles.memberFindings}>
      {member === '' ? (
        <p className={styles.label}>{words.whole}</p>
      ) : (
        <p>
          <Link label={words.show(member)} onPress={() => showSection(store, sectionOf(member))}>
            <code>{member}</code>
          </Link>
        </p>
      )}
      <Findings findings={findings.filter((finding) => memberOf(finding) === member)} />
    </div>
  ))
}
