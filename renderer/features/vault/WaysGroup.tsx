import { useState } from 'react'
import type { SlotKind, VaultStatus } from '../../../shared/model/vault.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatDate } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { forgetTask } from '../../lib/tasks.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { RecoveryCodeDialog } from './RecoveryCodeDialog.tsx'
import { backendName, failureOf, hasSlot } from './selectors.ts'
import type { VaultStore } from './store.ts'
import { sealWithSystem } from './task-actions.ts'

/** The ways into the vault, each on its own: passphrase, recovery code, operating system. */
export function WaysGroup({ store, status }: { readonly store: VaultStore; readonly status: VaultStatus }) {
  const desk = useDesk()
  const { sealing, tasks } = useStore(store)
  const [open, setOpen] = useState<'passphrase' | 'code' | null>(null)
  const words = text().vault.ways
  const madeAt = (kind: SlotKind) => status.slots.find((slot) => slot.kind === kind)?.createdAt
  const [passphraseAt, codeAt] = [madeAt('passphrase'), madeAt('recovery')]
  const system = sealing.status === 'ready' ? sealing.value : { isAvailable: false, backend: '' }
  const isSealed = hasSlot(status, 'os')
  const isOnlyWay = isSealed && status.slots.length === 1
  const backend = backendName(status.slots.find(({ kind }) => kind === 'os')?.backend ?? system.backend)
  const failure = failureOf(tasks.system)
  const show = (dialog: 'passphrase' | 'code') => {
    forgetTask(store, dialog)
    setOpen(dialog)
  }

  return (
    <SettingGroup title={words.title} description={words.text}>
      <SettingGroup.Row
        title={words.passphrase}
        description={passphraseAt === undefined ? words.noPassphrase : words.setOn(formatDate(passphraseAt))}
        control={
          <Button onPress={() => show('passphrase')}>{passphraseAt === undefined ? words.set : words.change}</Button>
        }
      />
      <SettingGroup.Row
        title={words.recovery}
        description={codeAt === undefined ? words.noRecovery : words.madeOn(formatDate(codeAt))}
        control={
          <Button onPress={() => show('code')}>{codeAt === undefined ? words.makeCode : words.remakeCode}</Button>
        }
      />
      <SettingGroup.Switch
        title={words.system}
        description={
          isSealed
            ? words.systemOn(backend)
            : system.isAvailable
              ? words.systemOff(backend)
              : words.systemMissing(backend)
        }
        isOn={isSealed}
        isDisabled={isOnlyWay || (!isSealed && !system.isAvailable)}
        onChange={(enabled) => void sealWithSystem(store, desk, enabled)}
      >
        {isOnlyWay && <Notice tone="info" title={words.lastWay} />}
        {failure && <FailureNotice error={failure} onDismiss={() => forgetTask(store, 'system')} />}
      </SettingGroup.Switch>
      {open === 'passphrase' && <PassphraseDialog store={store} status={status} onClose={() => setOpen(null)} />}
      {open === 'code' && (
        <RecoveryCodeDialog store={store} hasCode={codeAt !== undefined} onClose={() => setOpen(null)} />
      )}
    </SettingGroup>
  )
}
