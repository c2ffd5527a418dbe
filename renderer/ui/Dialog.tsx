import { useRef, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import { classNames } from './class-names.ts'
import styles from './Dialog.module.css'
import { useKeptFocus } from './use-kept-focus.ts'
import { useToldInSight } from './use-told-in-sight.ts'
import { useUiWords } from './words.ts'

export type DialogProps = {
  readonly title: string
  readonly isOpen: boolean
  /** Escape, a press outside and every way out lead here. */
  readonly onClose: () => void
  readonly children: ReactNode
  readonly role?: 'dialog' | 'alertdialog'
  /** `wide` for lists and tables, `widest` for two of them beside each other; questions stay narrow. */
  readonly size?: 'normal' | 'wide' | 'widest'
}

export function Dialog({ isOpen, onClose, role = 'dialog', size = 'normal', ...content }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.overlay!}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <Panel role={role} {...content} />
      </Modal>
    </ModalOverlay>
  )
}

function Panel({ title, role, children }: Required<Pick<DialogProps, 'title' | 'role' | 'children'>>) {
  const panel = useRef<HTMLElement>(null)
  useKeptFocus(panel)
  useToldInSight(panel, 'all')
  return (
    <AriaDialog ref={panel} className={styles.dialog!} role={role}>
      <Heading slot="title" level={2} className={styles.title!}>
        {title}
      </Heading>
      {children}
    </AriaDialog>
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
  const words = useUiWords()
  return (
    <Dialog title={title} isOpen={isOpen} onClose={rest.onCancel} role="alertdialog">
      <div className={styles.body}>{rest.children}</div>
      <Dialog.Actions>
        <Button onPress={rest.onCancel} autoFocus>
          {words.cancel}
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
