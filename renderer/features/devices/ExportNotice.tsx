import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { text } from '../../lib/text.ts'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../ui/Button.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Notice } from '../../ui/Notice.tsx'
import * as actions from './export-actions.ts'
import type { DevicesStore } from './store.ts'
import styles from './Devices.module.css'

/** How the last export ended. While it runs, the status strip shows it in every place. */
export function ExportNotice({ store }: { readonly store: DevicesStore }) {
  const desk = useDesk()
  const exporting = useStore(store, (state) => state.exporting)
  if (exporting.status === 'idle' || exporting.status === 'running') return null
  const dismiss = () => actions.dismissExport(store)
  return (
    <div className={styles.notice}>
      {exporting.status === 'failed' ? (
        <FailureNotice error={exporting.error} onDismiss={dismiss}>
          <Button onPress={() => void actions.exportList(store, desk)}>{text().devices.chooseAnotherPlace}</Button>
        </FailureNotice>
      ) : (
        <Notice
          tone="good"
          title={text().devices.exported(exporting.rows)}
          onDismiss={dismiss}
          actions={
            <Button icon="folder" onPress={() => void actions.revealExport(store, desk)}>
              {text().devices.showFile}
            </Button>
          }
        >
          <Copyable label={text().devices.path} value={exporting.path} />
        </Notice>
      )}
    </div>
  )
}
