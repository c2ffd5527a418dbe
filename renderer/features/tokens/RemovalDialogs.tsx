import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import * as actions from './actions.ts'
import type { TokensStore } from './store.ts'

/** Asked before something is lost; what is *not* touched is said first, because that is what people fear. */
export function RemovalDialogs({ store }: { readonly store: TokensStore }) {
  return (
    <>
      <TokenRemoval store={store} />
      <KeyDiscarding store={store} />
    </>
  )
}

function TokenRemoval({ store }: { readonly store: TokensStore }) {
  const desk = useDesk()
  const removal = useStore(store, (state) => state.removal)
  const words = text().tokens.removal
  return (
    <ConfirmDialog
      title={words.title(removal?.token.name ?? '')}
      isOpen={removal !== null}
      confirmLabel={words.confirm}
      isBusy={removal?.work.status === 'loading'}
      onConfirm={() => void actions.removeToken(store, desk)}
      onCancel={() => actions.cancelRemoval(store)}
    >
      <p>{words.enrolled}</p>
      <p>{words.lost(removal?.token.deviceCount ?? 0)}</p>
      <p>{words.again}</p>
      {removal?.work.status === 'failed' && <FailureNotice error={removal.work.error} />}
    </ConfirmDialog>
  )
}

function KeyDiscarding({ store }: { readonly store: TokensStore }) {
  const desk = useDesk()
  const discarding = useStore(store, (state) => state.discarding)
  const words = text().tokens.discarding
  return (
    <ConfirmDialog
      title={words.title(discarding?.key.name ?? '')}
      isOpen={discarding !== null}
      confirmLabel={words.confirm}
      isBusy={discarding?.work.status === 'loading'}
      onConfirm={() => void actions.discardKey(store, desk)}
      onCancel={() => actions.cancelDiscarding(store)}
    >
      <p>{words.text}</p>
      {discarding?.work.status === 'failed' && <FailureNotice error={discarding.work.error} />}
    </ConfirmDialog>
  )
}
