import type { ReactNode } from 'react'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './Groups.module.css'

export type AskFormProps = {
  readonly title: string
  readonly onClose: () => void
  /** Enter in a field and the button lead here; null while the answer is not complete. */
  readonly onNext: (() => void) | null
  readonly children: ReactNode
}

/** A question whose answer is previewed before anything happens. */
export function AskForm({ title, onClose, onNext, children }: AskFormProps) {
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onNext?.()
        }}
      >
        {children}
        <Dialog.Actions>
          <Button onPress={onClose}>{text().common.cancel}</Button>
          <Button variant="primary" type="submit" isDisabled={onNext === null}>
            {text().groups.ask.next}
          </Button>
        </Dialog.Actions>
      </form>
    </Dialog>
  )
}
