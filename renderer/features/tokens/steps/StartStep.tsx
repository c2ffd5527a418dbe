import { useState, type FormEvent, type ReactNode } from 'react'
import type { KeyPair } from '../../../../shared/model/token.ts'
import { text } from '../../../lib/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { ComboField } from '../../../ui/ComboField.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { stagedUnder } from '../selectors.ts'
import type { NewToken } from '../wizard-actions.ts'
import type { Renewed } from '../wizard.ts'
import styles from '../Wizard.module.css'

const MAX_NAME_LENGTH = 100

export type StartStepProps = {
  readonly renews: Renewed | null
  /** Names of connected tokens: each belongs to one server. */
  readonly takenNames: readonly string[]
  readonly staged: readonly KeyPair[]
  /** Paths of the groups there are, the root first. */
  readonly groups: readonly string[]
  readonly isBusy: boolean
  readonly onStart: (wish: NewToken) => void
  readonly onContinue: (pair: KeyPair) => void
  readonly children: ReactNode
}

export function StartStep({ renews, takenNames, staged, groups, isBusy, children, ...on }: StartStepProps) {
  const words = text().tokens.wizard.name
  const [typed, setTyped] = useState('')
  const [group, setGroup] = useState<string | null>(null)
  const name = renews ? renews.name : typed.trim()
  const isTaken = !renews && takenNames.some((taken) => taken.toLowerCase() === name.toLowerCase())
  const waiting = renews || isTaken ? null : stagedUnder(name, staged)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name !== '' && !isTaken) on.onStart({ name, group })
  }
  return (
    <form className={styles.content} onSubmit={submit}>
      {renews ? (
        <Renewal renews={renews} />
      ) : (
        <>
          <h2>{words.title}</h2>
          <p>{words.text}</p>
          <TextField
            label={words.label}
            value={typed}
            onChange={setTyped}
            maxLength={MAX_NAME_LENGTH}
            error={isTaken ? words.taken : ''}
            autoFocus
          />
          {waiting && (
            <Notice
              tone="info"
              title={words.staged}
              actions={<Button onPress={() => on.onContinue(waiting)}>{words.continueStaged}</Button>}
            >
              <p>{words.stagedText}</p>
            </Notice>
          )}
          {groups.length > 1 && (
            <ComboField
              label={words.group}
              options={groups.map((value) => ({ value }))}
              value={group ?? groups[0] ?? ''}
              onChange={setGroup}
              description={words.groupWhy}
            />
          )}
        </>
      )}
      <p className={styles.quiet}>{words.keyText}</p>
      {children}
      <div>
        <Button variant="primary" type="submit" isBusy={isBusy} isDisabled={name === '' || isTaken}>
          {words.make}
        </Button>
      </div>
    </form>
  )
}

function Renewal({ renews }: { readonly renews: Renewed }) {
  const words = text().tokens.wizard.renewal
  return (
    <>
      <h2>{words.title}</h2>
      <Notice tone="info" title={words.safe}>
        <p>{words.safeText}</p>
      </Notice>
      <p>
        {renews.serverName === null ? words.sameServer : words.server(renews.serverName)} {words.signIn}{' '}
        {renews.adminId !== null && words.madeBy(renews.adminId)}
      </p>
    </>
  )
}
