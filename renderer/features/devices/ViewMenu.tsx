import { useState } from 'react'
import type { SavedView } from '../../../shared/contract/devices.ts'
import type { Failure } from '../../lib/api.ts'
import { useDesk } from '../../lib/desk.ts'
import { valueOr } from '../../lib/remote.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { SectionMenu } from '../../ui/SectionMenu.tsx'
import { isFiltered } from './filters.ts'
import { NameDialog } from './NameDialog.tsx'
import type { DevicesStore } from './store.ts'
import * as actions from './view-actions.ts'

type Asking = { readonly kind: 'save' } | { readonly kind: 'rename' | 'remove'; readonly view: SavedView }

/** The saved views, and what can be done to the one that is shown. */
export function ViewMenu({ store }: { readonly store: DevicesStore }) {
  const desk = useDesk()
  const words = text().devices.views
  const state = useStore(store)
  const [asking, setAsking] = useState<Asking | null>(null)
  const views = valueOr(state.views, [])
  const current = actions.currentView(state)
  const name = current?.view.name ?? words.all
  const isChanged = current ? current.isChanged : isFiltered(state.filter)
  const close = () => setAsking(null)
  const closeIfDone = (failure: Failure | null) => {
    if (!failure) close()
    return failure
  }

  const own = [
    { id: 'all', text: words.all, isChosen: !current, onAction: () => void actions.showView(store, desk, null) },
    ...views.map((view) => ({
      id: view.id,
      text: view.name,
      isChosen: view.id === current?.view.id,
      onAction: () => void actions.showView(store, desk, view),
    })),
  ]
  const save = { id: 'save', text: words.save, icon: 'plus', onAction: () => setAsking({ kind: 'save' }) } as const
  const forCurrent = current
    ? actionsOn(current, setAsking, () => void actions.updateView(store, desk, current.view))
    : []
  return (
    <>
      <SectionMenu
        label={words.button}
        summary={isChanged ? words.changed(name) : name}
        parts={[
          { id: 'own', title: words.own, items: own },
          { id: 'actions', title: words.actions, items: [save, ...forCurrent] },
        ]}
      />
      {asking?.kind === 'save' && (
        <NameDialog
          title={words.saveTitle}
          hint={words.nameHint}
          start=""
          onSave={async (given) => closeIfDone(await actions.saveNewView(store, desk, given))}
          onClose={close}
        />
      )}
      {asking?.kind === 'rename' && (
        <NameDialog
          title={words.renameTitle}
          start={asking.view.name}
          onSave={async (given) =>
            closeIfDone(await actions.renameView(store, desk, { id: asking.view.id, name: given }))
          }
          onClose={close}
        />
      )}
      {asking?.kind === 'remove' && (
        <ConfirmDialog
          title={words.removeTitle(asking.view.name)}
          isOpen
          confirmLabel={words.removeConfirm}
          onConfirm={() => void actions.deleteView(store, desk, asking.view).then(close)}
          onCancel={close}
        >
          <p>{words.removeText}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function actionsOn({ view, isChanged }: actions.CurrentView, ask: (asking: Asking) => void, onUpdate: () => void) {
  const words = text().devices.views
  return [
    ...(isChanged ? [{ id: 'update', text: words.update(view.name), icon: 'check', onAction: onUpdate } as const] : []),
    { id: 'rename', text: words.rename, icon: 'pencil', onAction: () => ask({ kind: 'rename', view }) } as const,
    {
      id: 'remove',
      text: words.remove,
      icon: 'trash',
      variant: 'danger',
      onAction: () => ask({ kind: 'remove', view }),
    } as const,
  ]
}
