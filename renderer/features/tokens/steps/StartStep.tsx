import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Renewed } from '../wizard.ts'
import styles from '../Wizard.module.css'

const MAX_NAME_LENGTH = 100

export type StartStepProps = {
  readonly renews: Renewed | null
  /** Names of connected tokens: each belongs to one server. */
  readonly takenNames: readonly string[]
  readonly isBusy: boolean
  readonly onStart: (name: string) => void
  readonly children: ReactNode
}

export function StartStep({ renews, takenNames, isBusy, onStart, children }: StartStepProps) {
  const [typed, setTyped] = useState('')
  const name = renews ? renews.name : typed.trim()
  const isTaken = !renews && takenNames.some((taken) => taken.toLowerCase() === name.toLowerCase())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name !== '' && !isTaken) onStart(name)
  }
  return (
    <form className={styles.content} onSubmit={submit}>
      {renews ? (
        <Renewal renews={renews} />
      ) : (
        <>
          <h2>Name the token</h2>
          <p>
            Use the name of the server in the portal, so that both are found under the same word. You can connect any
            number of tokens, one per server.
          </p>
          <TextField
            label="Name"
            value={typed}
            onChange={setTyped}
            maxLength={MAX_NAME_LENGTH}
            error={isTaken ? 'A token of this name is connected. To replace its file, renew it.' : ''}
            autoFocus
          />
        </>
      )}
      <p className={styles.quiet}>
        Next, a key pair is made on this computer. Its private half never leaves the vault; the portal gets the public
        half as a certificate.
      </p>
      {children}
      <div>
        <Button variant="primary" type="submit" isBusy={isBusy} isDisabled={name === '' || isTaken}>
          Make the key pair
        </Button>
      </div>
    </form>
  )
}

function Renewal({ renews }: { readonly renews: Renewed }) {
  return (
    <>
      <h2>Before you start</h2>
      <Notice tone="info" title="The token in use is not touched">
        <p>It goes on working until Apple has accepted the new one. If anything fails on the way, nothing changes.</p>
      </Notice>
      <p>
        A renewal brings a new token for the <strong>same server</strong>
        {renews.serverName !== null && (
          <>
            {' '}
            (<bdi>{renews.serverName}</bdi>)
          </>
        )}
        . Sign in to the portal as an Administrator or Device Enrollment Manager
        {renews.adminId !== null && (
          <>
            ; the last token was made by <bdi>{renews.adminId}</bdi>
          </>
        )}
        .
      </p>
    </>
  )
}
