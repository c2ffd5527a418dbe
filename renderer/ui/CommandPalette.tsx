import type { KeyboardEvent } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import styles from './CommandPalette.module.css'
import { COMBO_BOX } from './combo-box.ts'
import { Icon, type IconName } from './Icon.tsx'

export type PaletteItem = {
  readonly id: string
  readonly title: string
  readonly detail?: string
  readonly icon: IconName
  readonly onAction: () => void
}

export type PaletteSection = { readonly id: string; readonly title: string; readonly items: readonly PaletteItem[] }

export type CommandPaletteProps = {
  readonly title: string
  readonly placeholder: string
  readonly resultsLabel: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly sections: readonly PaletteSection[]
  /** Said below the list: that something is still looked for, or that nothing was found. */
  readonly note?: string | undefined
}

/** One field that reaches everything: the arrows choose while the focus stays in the field, Enter does it. */
export function CommandPalette({ title, isOpen, onClose, ...rest }: CommandPaletteProps) {
  return (
    <ModalOverlay className={styles.overlay!} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={styles.modal!}>
        <Dialog className={styles.dialog!} aria-label={title}>
          <div className={styles.body} onKeyDownCapture={closeAtOnce(onClose)}>
            <Body {...rest} onClose={onClose} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The field would first be emptied by Escape; here one press leads back to the work. */
function closeAtOnce(onClose: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
}

function Body({ query, onQuery, onClose, sections, note, ...words }: Omit<CommandPaletteProps, 'title' | 'isOpen'>) {
  return (
    <Autocomplete inputValue={query} onInputChange={onQuery}>
      <SearchField className={styles.field!} aria-label={words.placeholder} autoFocus>
        <Icon name="search" />
        <Input
          className={styles.input!}
          placeholder={words.placeholder}
          spellCheck={false}
          maxLength={200}
          {...COMBO_BOX}
        />
      </SearchField>
      <ListBox className={styles.list!} aria-label={words.resultsLabel}>
        {sections.map((section) => (
          <ListBoxSection key={section.id} id={section.id} className={styles.section!}>
            <Header className={styles.heading}>{section.title}</Header>
            {section.items.map((item) => (
              <ListBoxItem
                key={item.id}
                id={item.id}
                textValue={item.title}
                className={styles.item!}
                onAction={() => {
                  onClose()
                  item.onAction()
                }}
              >
                <Icon name={item.icon} />
                <span className={styles.text}>
                  <bdi>{item.title}</bdi>
                </span>
                {item.detail && (
                  <span className={styles.detail}>
                    <bdi>{item.detail}</bdi>
                  </span>
                )}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      {note && (
        <p className={styles.note} role="status">
          {note}
        </p>
      )}
    </Autocomplete>
  )
}
