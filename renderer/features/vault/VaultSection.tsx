import { useEffect } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { loadVault, lockVault } from './actions.ts'
import { BackupGroup } from './BackupGroup.tsx'
import { failureOf } from './selectors.ts'
import type { VaultStore } from './store.ts'
import { WaysGroup } from './WaysGroup.tsx'

const MINUTES = [1, 5, 15, 30, 60, 240] as const

export type VaultSectionProps = {
  readonly store: VaultStore
  /** Null never. */
  readonly autoLockMinutes: number | null
  readonly onAutoLock: (minutes: number | null) => void
}

/** The vault among the settings: its state, the ways in, and its backup. */
export function VaultSection({ store, autoLockMinutes, onAutoLock }: VaultSectionProps) {
  const desk = useDesk()
  const { status, attempt } = useStore(store)
  const words = text().vault.state
  // Sealed secrets come and go with tokens, profiles and settings.
  useEffect(() => void loadVault(store, desk), [store, desk])
  if (status.status !== 'ready') return null
  const failure = failureOf(attempt)
  const choices = [...new Set([...MINUTES, ...(autoLockMinutes === null ? [] : [autoLockMinutes])])].sort(
    (a, b) => a - b,
  )
  return (
    <>
      <SettingGroup title={words.title} description={words.text}>
        <SettingGroup.Row
          title={words.open}
          description={words.secrets(status.value.secrets)}
          control={
            <Button icon="lock" onPress={() => void lockVault(store, desk)}>
              {words.lock}
            </Button>
          }
        >
          {failure && <FailureNotice error={failure} />}
        </SettingGroup.Row>
        <SettingGroup.Select
          title={words.autoLock}
          description={words.autoLockDetail}
          options={[
            { value: 'never', text: words.never },
            ...choices.map((minutes) => ({ value: String(minutes), text: afterText(minutes) })),
          ]}
          value={autoLockMinutes === null ? 'never' : String(autoLockMinutes)}
          onChange={(value) => onAutoLock(value === 'never' ? null : Number(value))}
        />
      </SettingGroup>
      <WaysGroup store={store} status={status.value} />
      <BackupGroup store={store} />
    </>
  )
}

function afterText(minutes: number): string {
  const words = text().vault.state
  return minutes % 60 === 0 ? words.afterHours(minutes / 60) : words.afterMinutes(minutes)
}
