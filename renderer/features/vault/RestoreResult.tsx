import { useEffect, useRef } from 'react'
import type { BackupCounts, RestoreSummary } from '../../../shared/model/vault.ts'
import { formatCount } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './VaultGate.module.css'

const KINDS: readonly (keyof BackupCounts)[] = [
  'tokens',
  'keyPairs',
  'credentials',
  'groups',
  'profiles',
  'reports',
  'devices',
  'registrationTokens',
  'settings',
  'secrets',
]

export type RestoreResultProps = {
  readonly variant: 'gate' | 'section'
  readonly summary: RestoreSummary
  readonly onClose: () => void
}

/** What a restore brought and what was here already. */
export function RestoreResult({ variant, summary, onClose }: RestoreResultProps) {
  const { restore } = text().vault
  const whole = useRef<HTMLDivElement>(null)
  // In the settings it comes below what was pressed, where the window may end; at the gate its button has the focus.
  useEffect(() => {
    if (variant === 'section') whole.current?.scrollIntoView({ block: 'nearest' })
  }, [variant])
  return (
    <div ref={whole}>
      <Notice
        tone="good"
        title={restore.doneTitle}
        {...(variant === 'gate'
          ? {
              actions: (
                <Button variant="primary" onPress={onClose} autoFocus>
                  {restore.next}
                </Button>
              ),
            }
          : { onDismiss: onClose })}
      >
        <table className={styles.summary}>
          <thead>
            <tr>
              <th scope="col">{restore.kind}</th>
              <th scope="col">{restore.came}</th>
              <th scope="col">{restore.kept}</th>
            </tr>
          </thead>
          <tbody>
            {KINDS.map((kind) => (
              <tr key={kind}>
                <th scope="row">{restore.kinds[kind]}</th>
                <td>{formatCount(summary.restored[kind])}</td>
                <td>{formatCount(summary.kept[kind])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {summary.restored.tokens > 0 && <p>{restore.after}</p>}
      </Notice>
    </div>
  )
}
