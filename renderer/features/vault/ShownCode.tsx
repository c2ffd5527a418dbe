import { useState } from 'react'
import type { Failure } from '../../lib/api.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Copyable, CopyButton } from '../../ui/Copyable.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './RecoveryCode.module.css'
import type { VaultStore } from './store.ts'
import { saveCode } from './task-actions.ts'

export type ShownCodeProps = {
  readonly store: VaultStore
  readonly code: string
  readonly failure: Failure | null
  readonly onKept: () => void
}

/** The code in its groups; on paper nothing but the code is printed. */
export function ShownCode({ store, code, failure, onKept }: ShownCodeProps) {
  const desk = useDesk()
  const [savedPath, setSavedPath] = useState<string | null>(null)
  const words = text().vault.code
  return (
    <>
      <p>{words.shown}</p>
      <ol className={styles.code} aria-label={words.groups}>
        {code.split('-').map((group, index) => (
          <li key={group}>
            <span className={styles.place}>{index + 1}</span>
            <code>{group}</code>
          </li>
        ))}
      </ol>
      <div className={styles.ways}>
        <Button icon="file-text" onPress={() => globalThis.print()} autoFocus>
          {words.print}
        </Button>
        <Button icon="download" onPress={() => void saveCode(store, desk, code).then(setSavedPath)}>
          {words.save}
        </Button>
        <CopyButton value={code}>{words.copy}</CopyButton>
      </div>
      {savedPath !== null && (
        <Notice tone="info" title={words.saved}>
          <Copyable label={words.savedPath} value={savedPath} />
        </Notice>
      )}
      {failure && <FailureNotice error={failure} />}
      <Dialog.Actions>
        <Button variant="primary" onPress={onKept}>
          {words.kept}
        </Button>
      </Dialog.Actions>
    </>
  )
}
