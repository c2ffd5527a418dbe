import { useState, type ReactNode } from 'react'
import { Button } from '../../../../renderer/ui/Button.tsx'
import { CommandPalette } from '../../../../renderer/ui/CommandPalette.tsx'
import { ConfirmDialog, Dialog } from '../../../../renderer/ui/Dialog.tsx'
import { Drawer } from '../../../../renderer/ui/Drawer.tsx'
import { Page } from '../../../../renderer/ui/Page.tsx'
import styles from './Gallery.module.css'
import { Specimen } from './Specimen.tsx'

const nothing = () => {}
type Overlay = 'dialog' | 'confirm' | 'palette'

/** What stands over or beside the page. */
export function OverlaysChapter() {
  const [open, setOpen] = useState<Overlay | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Specimen name="Dialog, CommandPalette">
        <Button onPress={() => setOpen('dialog')}>Open a dialog</Button>
        <Button onPress={() => setOpen('confirm')}>Open a question</Button>
        <Button onPress={() => setOpen('palette')}>Open the palette</Button>
      </Specimen>
      <Dialog title="A dialog" isOpen={open === 'dialog'} onClose={close}>
        <p>It says something and can be closed.</p>
        <Dialog.Actions>
          <Button onPress={close}>Close</Button>
          <Button variant="primary" onPress={close}>
            Do it
          </Button>
        </Dialog.Actions>
      </Dialog>
      <ConfirmDialog
        title="Remove Europe?"
        isOpen={open === 'confirm'}
        confirmLabel="Remove"
        onConfirm={close}
        onCancel={close}
      >
        <p>Its 812,404 devices become history. Enrolled devices stay enrolled.</p>
      </ConfirmDialog>
      <PaletteSpecimen isOpen={open === 'palette'} onClose={close} />
      <Specimen name="Page and Drawer" variant="stack">
        <div className={`${styles.frame} ${styles.beside}`}>
          <Framed>
            <Page title="Devices" subtitle="1,000,000 devices" actions={<Button variant="primary">Sync</Button>}>
              <p>Content</p>
            </Page>
          </Framed>
          <Drawer label="Device F9FXK" title="F9FXK" onClose={nothing}>
            <p>Details beside the list.</p>
          </Drawer>
        </div>
      </Specimen>
    </>
  )
}

function Framed({ children }: { readonly children: ReactNode }) {
  return <div style={{ flex: 1, minWidth: 0 }}>{children}</div>
}

function PaletteSpecimen({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const [query, setQuery] = useState('')
  return (
    <CommandPalette
      title="Go to or do"
      placeholder="Place, action, token, group or serial number"
      resultsLabel="Results"
      isOpen={isOpen}
      onClose={onClose}
      query={query}
      onQuery={setQuery}
      note="Looking through the devices…"
      sections={[
        { id: 'places', title: 'Places', items: [{ id: 'sync', title: 'Sync', icon: 'sync', onAction: nothing }] },
        {
          id: 'groups',
          title: 'Groups',
          items: [{ id: 'berlin', title: 'Berlin', detail: '/Global/EMEA/Berlin', icon: 'tree', onAction: nothing }],
        },
      ]}
    />
  )
}
