import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatQuantity } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import * as actions from './actions.ts'
import type { TokensStore } from './store.ts'

/** Asked before something is lost; what is *not* touched is said first, because that is what people fear. */
export function RemovalDialogs({ store }: { readonly store: TokensStore }) {
  const desk = useDesk()
  const { removal, discarding } = useStore(store)
  return (
    <>
      <ConfirmDialog
        title={`Remove the token ${removal?.token.name ?? ''}?`}
        isOpen={removal !== null}
        confirmLabel="Remove the token"
        isBusy={removal?.work.status === 'loading'}
        onConfirm={() => void actions.removeToken(store, desk)}
        onCancel={() => actions.cancelRemoval(store)}
      >
        <p>Devices that are enrolled now stay enrolled and managed, and nothing changes at Apple.</p>
        <p>
          ADE Desk stops syncing this server and deletes its secrets.
          {removal &&
            ` ${formatQuantity(removal.token.deviceCount, 'device')} and their time lines are kept as history.`}
        </p>
        <p>To connect it again you will need a new token file from the portal.</p>
        {removal?.work.status === 'failed' && <FailureNotice error={removal.work.error} />}
      </ConfirmDialog>
      <ConfirmDialog
        title={`Discard the key pair for ${discarding?.key.name ?? ''}?`}
        isOpen={discarding !== null}
        confirmLabel="Discard the key pair"
        isBusy={discarding?.work.status === 'loading'}
        onConfirm={() => void actions.discardKey(store, desk)}
        onCancel={() => actions.cancelDiscarding(store)}
      >
        <p>
          A token file made for its certificate can then no longer be opened. Tokens that are connected are not touched.
        </p>
        {discarding?.work.status === 'failed' && <FailureNotice error={discarding.work.error} />}
      </ConfirmDialog>
    </>
  )
}
