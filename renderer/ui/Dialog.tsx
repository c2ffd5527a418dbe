import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'

export type DialogProps = {
  readonly title: string
  readonly isOpen: boolean
  /** Escape, a press outside and every way out lead here. */
  readonly onClose: () => void
  readonly children: ReactNode
  readonly role?: 'dialog' | 'alertdialog'
}

export function Dialog({ title, isOpen, onClose, children, role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.overlay!}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
    >
      <Modal className={styles.modal!}>
        <AriaDialog className={styles.dialog!} role={role}>
          <Heading slot="title" className={styles.title!}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export type ConfirmDialogProps = {
  readonly title: string
  readonly isOpen: boolean
  /** The verb, as on the button that led here. */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
  readonly isBusy?: boolean
  readonly children: ReactNode
}

/** Asks before something is lost: Cancel has the focus, so that Enter pressed by habit loses nothing. */
export function ConfirmDialog({ title, confirmLabel, isOpen, isBusy = false, ...rest }: ConfirmDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={rest.onCancel} role="alertdialog">
      <div className={styles.body}>{rest.children}</div>
      <Dialog.Actions>
        <Button onPress={rest.onCancel} autoFocus>
          Cancel
        </Button>
        <Button variant="danger" onPress={rest.onConfirm} isBusy={isBusy}>
          {confirmLabel}
        </Button>
      </Dialog.Actions>
    </Dialog>
  )
}

/** The one place that knows the order of buttons: Windows puts the confirming one first, the others last. */
function Actions({ children }: { readonly children: ReactNode }) {
  const confirmsFirst = globalThis.navigator.userAgent.includes('Windows')
  return <div className={confirmsFirst ? styles.actionsReversed : styles.actions}>{children}</div>
}

Dialog.Actions = Actions
