import { useEffect, useRef } from 'react'
import type { Serial } from '../../../shared/model/ids.ts'
import { useDesk } from '../../lib/desk.ts'
import { formatMoment } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { BesideDrawer } from '../../ui/BesideDrawer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import * as actions from './actions.ts'
import { Changes } from './Changes.tsx'
import { showImport } from './import-actions.ts'
import { ImportView } from './ImportView.tsx'
import { RowDrawer } from './RowDrawer.tsx'
import { sourceName } from './selectors.ts'
import { closeRow, serialsShown } from './set-actions.ts'
import { SetPanel } from './SetPanel.tsx'
import { StartView } from './StartView.tsx'
import type { Opened, ReconcileStore } from './store.ts'
import { Summary } from './Summary.tsx'

export type ReconcilePageProps = {
  readonly store: ReconcileStore
  readonly onShowSync: () => void
  readonly onShowDevice: (serial: string) => void
  readonly onShowDevices: () => void
  /** Chooses these in Devices, where something can be done with them. */
  readonly onChooseDevices: (serials: readonly Serial[]) => void
}

export function ReconcilePage(props: ReconcilePageProps) {
  const { store } = props
  const desk = useDesk()
  const view = useStore(store, (state) => state.view)
  const opened = useStore(store, (state) => state.opened)
  useEffect(() => void actions.arrive(store, desk), [store, desk])
  return (
    <Page
      title={text().reconcilePage.title}
      variant="full"
      subtitle={subtitle(view, opened)}
      actions={<Actions store={store} />}
    >
      <BesideDrawer
        drawer={
          view === 'result' &&
          opened?.row && (
            <RowDrawer row={opened.row} onShowDevice={props.onShowDevice} onClose={() => closeRow(store)} />
          )
        }
      >
        {view === 'start' && <StartView store={store} />}
        {view === 'import' && <ImportView store={store} onShowDevices={props.onShowDevices} />}
        {view === 'result' && opened && <Result {...props} opened={opened} />}
      </BesideDrawer>
    </Page>
  )
}

function subtitle(view: string, opened: Opened | null): string {
  if (view === 'import') return text().imports.place.title
  if (view !== 'result' || !opened) return ''
  const { portal, console, at } = opened.reconciliation
  const lists = text().reconcilePage.result.lists(sourceName(portal), sourceName(console))
  return `${lists}, ${formatMoment(at)}`
}

function Actions({ store }: { readonly store: ReconcileStore }) {
  const desk = useDesk()
  const view = useStore(store, (state) => state.view)
  const words = text().reconcilePage
  return (
    <>
      {view !== 'start' && <Button onPress={() => actions.showStart(store)}>{words.result.all}</Button>}
      {view !== 'import' && (
        <Button icon="upload" onPress={() => showImport(store, desk)}>
          {words.start.importData}
        </Button>
      )}
    </>
  )
}

function Result({ store, opened, onShowSync, onChooseDevices }: ReconcilePageProps & { readonly opened: Opened }) {
  const desk = useDesk()
  const sets = useRef<HTMLDivElement>(null)
  // What a sentence shows may be below what is in sight; the focus goes there too.
  const showSets = () => {
    sets.current?.scrollIntoView({ block: 'start' })
    sets.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus({ preventScroll: true })
  }
  const choose = async () => {
    const serials = await serialsShown(store, desk)
    if (serials.length > 0) onChooseDevices(serials)
  }
  return (
    <>
      <Summary store={store} opened={opened} onShowSync={onShowSync} onShown={showSets} />
      <div ref={sets}>
        <SetPanel store={store} opened={opened} onChoose={() => void choose()} />
      </div>
      <Changes store={store} opened={opened} />
    </>
  )
}
